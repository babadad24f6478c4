import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { WaitingView } from "../../src/bridge/protocol/member-shapes.ts";
import type { MemberView } from "../../src/bridge/protocol/shapes.ts";
import { buildConsole } from "./build-console.ts";
import { FakeDaemon } from "./fake-daemon.ts";
import { MEMBERS } from "./fake-desk.ts";

const CHROMIUM = process.env["TITIAN_CHROMIUM"] ?? "/usr/bin/chromium";
const [DEWI, BIMA, , , NIRMALA] = MEMBERS as [MemberView, MemberView, MemberView, MemberView, MemberView];
const waits = (member: MemberView, reason: WaitingView["reason"], minutesAgo = 5): WaitingView => ({
  ...{ member, reason },
  since: new Date(Date.now() - minutesAgo * 60_000).toISOString(),
});

/** Menunggu kartu and the sync line, on the built console in a real browser. */
describe("who waits for a card", () => {
  let browser: Browser;
  let daemon: FakeDaemon;
  let page: Page;
  let url: string;
  const complaints: string[] = [];
  const part = (name: string) => page.getByTestId(name);
  const open = async (hash = ""): Promise<void> => {
    await page.goto(`${url}${hash}`);
    await part("foot-line").or(part("member-search")).or(part("dependency-inlislite")).first().waitFor();
  };
  const isChecked = (choice: string) => page.locator(`[data-testid="${choice}"] input`).isChecked();

  beforeAll(async () => {
    expect(existsSync(CHROMIUM), "chromium is installed").toBe(true);
    await buildConsole();
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync"],
    });
  });
  afterAll(() => browser?.close());

  beforeEach(async () => {
    complaints.length = 0;
    daemon = new FakeDaemon();
    url = `http://127.0.0.1:${await daemon.listen()}/`;
    page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    page.on("pageerror", ({ message }) => complaints.push(message));
  });
  afterEach(async () => {
    expect(complaints).toEqual([]);
    await page.close();
    await daemon.close();
  });

  it("says why each waits, calls out what to mend first, and how old that is", async () => {
    daemon.desk.waiting = [waits(NIRMALA, "online"), waits(BIMA, "renewed"), waits(DEWI, "new")];
    await open();
    const rows = part("waiting-item");
    await rows.first().waitFor();
    expect(await rows.nth(0).textContent()).toContain("Daftar online, sejak");
    expect(await rows.nth(0).textContent()).toContain("Tanpa tanggal akhir");
    expect(await rows.nth(1).textContent()).toContain("Diperpanjang");
    expect(await rows.nth(2).locator(".waiting-hint").count()).toBe(0);
    expect(await part("waiting").textContent()).toContain("3 orang");
    expect(await part("waiting-age").textContent()).toMatch(/Data INLISLite per \d\d\.\d\d\./u);
  });

  it("starts the service at a click, as the reason for waiting says", async () => {
    daemon.desk.waiting = [waits(NIRMALA, "online"), waits(BIMA, "renewed")];
    await open();
    await part("waiting-item").first().click();
    await part("start-button").waitFor();
    expect([await isChecked("kind-new"), await isChecked("channel-online")]).toEqual([true, true]);
    expect(await part("warning-no-end-date").textContent()).toContain("Buat Perpanjangan");
    await part("waiting-item").nth(1).click();
    await page.locator(`h1[title="${BIMA.fullName}"]`).waitFor();
    expect([await isChecked("kind-renewal"), await isChecked("channel-in-person")]).toEqual([true, true]);
    await part("start-button").click();
    await part("rail").waitFor();
    expect([...daemon.desk.cases.values()].at(-1)).toMatchObject({ kind: "renewal", channel: "in-person" });
  });

  it("is walked by Tab and arrows, and Enter chooses", async () => {
    daemon.desk.waiting = [waits(DEWI, "new"), waits(BIMA, "renewed")];
    await open();
    await part("waiting-item").first().focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.locator(`h1[title="${BIMA.fullName}"]`).waitFor();
  });

  it("follows what the daemon says: others wait, and what was wrong is mended while somebody looks", async () => {
    daemon.desk.waiting = [waits(NIRMALA, "online")];
    await open();
    await part("waiting-item").first().click();
    await part("warning-no-end-date").waitFor();
    const mended = { ...NIRMALA, validUntil: "2027-11-26", hints: [] as MemberView["hints"] };
    daemon.emit("member.changed", { kind: "renewed", member: mended, fields: ["validUntil"] });
    await part("warning-no-end-date").waitFor({ state: "detached" });
    daemon.desk.waiting = [waits(BIMA, "renewed"), waits(DEWI, "new")];
    daemon.emit("waiting.changed", { total: 2 });
    await part("waiting-item").nth(1).waitFor();
  });

  it("says so when nobody waits, while members are still read, and when there never was a connection", async () => {
    await open();
    await part("waiting").getByText("Tidak ada yang menunggu kartu").waitFor();
    const now = daemon.desk.sync;
    daemon.emit("sync.changed", { ...now, phase: "loading", members: 431_000, loadedShare: 0.43 });
    await part("waiting").getByText("431.000 anggota, 43 persen").waitFor();
    daemon.emit("sync.changed", {
      ...{ ...now, phase: "loading", code: "INLISLITE_UNREACHABLE" },
      ...{ heardAt: null, ageMs: null, members: 0 },
    });
    await part("waiting").getByText("INLISLite belum terjangkau.").waitFor();
  });

  it("keeps the last list while INLISLite is away, with its age, and has none where no copy is kept", async () => {
    daemon.desk.waiting = [waits(BIMA, "renewed")];
    const heardAt = "2025-03-04T05:06:00.000Z";
    daemon.desk.sync = { ...daemon.desk.sync, phase: "away", heardAt };
    await open();
    await part("waiting-item").waitFor();
    expect(await part("waiting-age").textContent()).toContain("4 Mar 2025 12.06");
    daemon.emit("sync.changed", { ...daemon.desk.sync, phase: "off", heardAt: null });
    await part("waiting").waitFor({ state: "detached" });
  });

  it("shows on Perangkat how many members are copied, how old that is, and whose clock is off", async () => {
    daemon.desk.sync = { ...daemon.desk.sync, clockOffsetMs: -3_725_000, comparedAt: null };
    await open("#/perangkat");
    const line = part("sync");
    await line.waitFor();
    expect(await line.textContent()).toContain("18.204 anggota tersalin, terakhir menjawab");
    expect(await line.textContent()).toContain("belum selesai dibandingkan, jam server lebih lambat 1:02:05");
  });
});
