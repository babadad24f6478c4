import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../../harness/chromium.ts";
import { scanByKeys } from "../../harness/scanner-keys.ts";
import { MEMBERS } from "../fake-desk.ts";
import { type CompanionDesk, companionDesk, editAddress, PATIENCE_MS } from "./companion-browser.ts";
import { createPage, editPage, listPage, otherPage } from "./plain-pages.ts";

const [DEWI, BIMA] = MEMBERS;
const STANDARD = "id.sidoarjo.kta-dan-kta-online";

const wedge = ({ page }: CompanionDesk, text: string): Promise<void> => scanByKeys(page, text);

async function at(desk: CompanionDesk, path: string): Promise<void> {
  for (const { memberId, memberNo, fullName } of [DEWI!, BIMA!])
    desk.site.pages.set(editAddress(memberId), editPage(memberId, memberNo, fullName));
  desk.site.pages.set("/anggota", listPage([]));
  desk.site.pages.set("/anggota/create", createPage);
  await desk.open(path);
  await desk.part("open-desk").waitFor();
  await desk.page.bringToFront();
}

describe("a scan in INLISLite's pages", { timeout: 4 * PATIENCE_MS }, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  }, PATIENCE_MS);
  afterAll(() => browser?.close());

  it("opens the member's page, whoever read the card", async () => {
    await using desk = await companionDesk(browser);
    await at(desk, "/anggota");
    await wedge(desk, DEWI!.memberNo);
    await desk.page.waitForURL(`**${editAddress(DEWI!.memberId)}`);
    await desk.part("open-desk").waitFor();
    desk.daemon.scan(BIMA!.memberNo);
    await desk.page.waitForURL(`**${editAddress(BIMA!.memberId)}`);
    expect(await desk.seenErrors()).toEqual([]);
  });

  it("never leaves a form that is not saved: the bar offers the page instead", async () => {
    await using desk = await companionDesk(browser);
    await at(desk, "/anggota/create");
    await desk.page.fill('[name="Fullname"]', "Ratih");
    await desk.part("case-opened").waitFor();
    desk.daemon.scan(DEWI!.memberNo);
    await desk.part("scan-offer").waitFor();
    expect(await desk.part("scan-offer").textContent()).toContain(DEWI!.fullName);
    expect(await desk.page.inputValue('[name="Fullname"]')).toBe("Ratih");
    await desk.part("notice-action").click();
    await desk.page.waitForURL(`**${editAddress(DEWI!.memberId)}`);
  });

  it("is left alone in a text field, and in INLISLite's own scan fields", async () => {
    await using desk = await companionDesk(browser);
    const guestBook = `<form onsubmit="document.body.dataset.sent = member_no.value; return false"><input id="member_no" name="member_no"></form>`;
    desk.site.pages.set("/buku-tamu", { ...otherPage, body: guestBook });
    await at(desk, "/buku-tamu");
    await desk.page.focus("#member_no");
    await wedge(desk, DEWI!.memberNo);
    expect(await desk.page.evaluate("document.body.dataset.sent")).toBe(DEWI!.memberNo);

    await at(desk, "/anggota/create");
    await desk.page.focus('[name="IdentityNo"]');
    await desk.page.fill('[name="IdentityNo"]', "");
    await desk.page.keyboard.type("3515000000000001", { delay: 4 });
    expect(await desk.page.inputValue('[name="IdentityNo"]')).toBe("3515000000000001");
    expect(desk.asked()).not.toContain("scan.submit");
  });

  it("is Titian's in a text field too when it has the desk's own prefix, but never in a scan field", async () => {
    await using desk = await companionDesk(browser);
    desk.daemon.desk.devices = desk.daemon.desk.devices.map((device) =>
      device.device === "desk-1-scanner" ? { ...device, wedgePrefix: "~" } : device,
    );
    await at(desk, editAddress(DEWI!.memberId));
    await desk.part("no-case").waitFor();
    await desk.page.focus('[name="Phone"]');
    await wedge(desk, `~${DEWI!.memberNo}`);
    await desk.part("scan-same").waitFor();
    expect(await desk.page.inputValue('[name="Phone"]')).toBe("0800 0000 412");
    expect(desk.site.posts).toEqual([]);
  });

  it("proves the fresh card, and says when a card is not known or not this one", async () => {
    await using desk = await companionDesk(browser);
    desk.daemon.rungMs = 5;
    desk.daemon.desk.open(DEWI!, "new", "in-person", STANDARD);
    await at(desk, editAddress(DEWI!.memberId));
    await desk.part("case").waitFor();
    await desk.part("page-cards").click();
    await desk.part("cards-print").click();
    await desk.page.getByText("Menunggu bukti pindai").waitFor();
    await desk.part("cards-close").click();
    desk.daemon.scan(BIMA!.memberNo);
    await desk.part("scan-not-this-card").waitFor();
    desk.daemon.scan(DEWI!.memberNo);
    await desk.part("scan-confirmed").waitFor();
    expect(await desk.part("scan-confirmed").textContent()).toContain(DEWI!.fullName);
    desk.daemon.scan("0000");
    await desk.part("scan-unknown").waitFor();
    expect(desk.page.url()).toContain(editAddress(DEWI!.memberId));
  });

  it("says at once that a card was reported lost, and leads nobody on to its member unasked", async () => {
    await using desk = await companionDesk(browser);
    const since = new Date().toISOString();
    desk.daemon.voided.set(DEWI!.memberNo, {
      ...{ reason: "lost", since, standing: "voided", replacedAt: null },
      case: "01890000-0000-7000-8000-000000000001",
    });
    await at(desk, editAddress(BIMA!.memberId));
    await desk.part("no-case").waitFor();
    desk.daemon.scan(DEWI!.memberNo);
    await desk.part("scan-voided").waitFor();
    expect(await desk.part("scan-voided").textContent()).toContain("dilaporkan hilang");
    expect(desk.page.url()).toContain(editAddress(BIMA!.memberId));
  });

  it("does nothing in a tab that nobody works in, nor away from work that Titian does not know", async () => {
    await using desk = await companionDesk(browser);
    desk.site.pages.set("/peminjaman", { ...otherPage, data: { kind: "other" } });
    await at(desk, "/peminjaman");
    await desk.page.evaluate("document.hasFocus = () => false");
    desk.daemon.scan(DEWI!.memberNo);
    desk.daemon.setReasons("desk-1-printer", ["cover-open"]);
    await desk.part("device-chip").waitFor();
    expect(await desk.part("scan-offer").count()).toBe(0);
    await desk.page.evaluate("document.hasFocus = () => true");
    desk.daemon.scan(DEWI!.memberNo);
    await desk.part("scan-offer").waitFor();
    expect(desk.page.url()).toContain("/peminjaman");
  });
});
