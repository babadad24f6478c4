import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CaseView } from "../../src/bridge/protocol/shapes.ts";
import { type DeviceId, localDate } from "../../src/kernel/types.ts";
import { complaintsOf } from "../harness/chromium.ts";
import { ConsoleDesk, LARGE } from "./console-desk.ts";
import { takePicture } from "./pictures.ts";

const LEBAK = "id.lebak.pembuatan-kta";
const RECEIPT = "desk-1-receipt";
/** Two people served, with a photo and a printed card each, and two screens beside the console. */
const WITHIN_MS = 120_000;
/** Intake, form, entry, photo, check, print, hand-over: s. 930 s = 15:30 in all. */
const SERVICE = [60, 300, 300, 120, 60, 60, 30];

describe("a queue in Chromium, from the ticket machine to Ketepatan, with every second known", {
  timeout: WITHIN_MS,
}, () => {
  let desk: ConsoleDesk;
  let room: Page;
  let kiosk: Page;
  let isCut = false;
  const lines = new Set<{ close(): Promise<void> }>();
  const complaints = new Map<string, readonly string[]>();
  beforeAll(async () => {
    desk = await ConsoleDesk.open({
      standsStill: true,
      config: (demo) => ({
        ...demo,
        library: { ...demo.library, standard: LEBAK },
        cards: { ...demo.cards, route: [] },
      }),
    });
    room = await screenAt("/ruang-tunggu");
    kiosk = await screenAt("/ambil-nomor");
  });
  afterAll(() => desk?.[Symbol.asyncDispose]());

  /** A second screen, with a line to the desk that the test can cut. */
  const screenAt = async (address: string): Promise<Page> => {
    const browser = desk.page.context().browser();
    if (!browser) throw new Error("no browser");
    const page = await browser.newPage({ viewport: LARGE, locale: "id-ID", reducedMotion: "reduce" });
    page.setDefaultTimeout(20_000);
    complaints.set(address, complaintsOf(page));
    await page.clock.setSystemTime(desk.now());
    await page.routeWebSocket(/\/ws$/, (socket) => {
      if (isCut) void socket.close();
      else lines.add(socket.connectToServer());
    });
    await page.goto(`${desk.bridge.origin}${address}`);
    return page;
  };
  const inRoom = (id: string, hasText: string) =>
    room.locator(`[data-testid="${id}"]`, { hasText }).waitFor();
  const atDesk = (id: string, hasText: string) =>
    desk.page.locator(`[data-testid="${id}"]`, { hasText }).waitFor();
  const paper = async (): Promise<string> => {
    const tray = desk.bridge.bridge.devices.require(RECEIPT as DeviceId, "simulation.tray");
    return readFile((tray.newest ?? "").replace(/\.png$/, ".bin"), "latin1");
  };
  const serve = async (view: CaseView, memberNo: string): Promise<CaseView> => {
    const { clerk } = desk;
    let now = view;
    for (const seconds of SERVICE) {
      desk.skip(seconds);
      if (now.work === "photo") now = await clerk.photograph(now);
      else if (now.work === "handover") now = await clerk.handOver(now);
      else if (now.work === "print") {
        await clerk.printed(now);
        await clerk.scan(memberNo);
        now = await clerk.until(now.case, ({ work }) => work !== "print");
      } else now = await clerk.done(now);
    }
    return now;
  };

  it("says in the waiting room that nobody has been called yet, and what is promised", async () => {
    await inRoom("room-now", "Belum ada nomor yang dipanggil");
    await inRoom("room-promise", "24 Menit");
    await inRoom("room-waiting", "Tidak ada yang menunggu");
  });

  it("gives a number at the ticket machine, on the simulated receipt printer's paper", async () => {
    await kiosk.getByTestId("take-new").waitFor();
    await takePicture(kiosk, "110-ambil-nomor");
    await kiosk.getByTestId("take-new").click();
    await kiosk.locator('[data-testid="kiosk-number"]', { hasText: "A-001" }).waitFor();
    expect(await kiosk.getByTestId("kiosk-taken").getAttribute("data-paper")).toBe("printed");
    await takePicture(kiosk, "111-nomor-diambil");
    expect(await paper()).toMatch(/A-001[\s\S]*Janji layanan: 24 Menit/);
    await kiosk.getByTestId("kiosk-next").click();
  });

  it("gives one at the desk too, and says so when the printer has no paper", async () => {
    desk.skip(120);
    await desk.press("give-number");
    await atDesk("given", "A-002");
    await desk.bridge.client.call("device.simulate", { device: RECEIPT, faults: ["paper-out"] });
    desk.skip(60);
    await desk.press("give-number");
    await atDesk("given", "tidak tercetak");
    await desk.shot("112-nomor-tidak-tercetak");
    await desk.bridge.client.call("device.simulate", { device: RECEIPT, faults: [] });
    await desk.press("print-number");
    await desk.page.getByTestId("print-number").waitFor({ state: "detached" });
    expect(await paper()).toContain("A-003");
    await inRoom("room-waiting", "3 nomor menunggu");
  });

  it("calls the next with one key, and the waiting room shows where to go", async () => {
    desk.skip(240);
    await desk.pass(0);
    await desk.byId("call-next-button").waitFor();
    await desk.shot("113-antrean-menunggu");
    await desk.page.keyboard.press("F4");
    await atDesk("called-number", "A-001");
    await inRoom("room-number", "A-001");
    await inRoom("room-counter", "Loket 1");
    await desk.shot("114-nomor-dipanggil");
    await takePicture(room, "115-ruang-tunggu");
  });

  it("calls again with the same key, and does not let a second number be called", async () => {
    desk.skip(30);
    await desk.page.keyboard.press("F4");
    await desk.page.getByText("2 kali dipanggil").waitFor();
    expect(await desk.page.getByTestId("call-this").first().isDisabled()).toBe(true);
  });

  it("begins the service of whoever was called, with the wait on the case", async () => {
    const { memberNo } = await desk.clerk.someMember(0);
    await desk.byId("member-search").fill(memberNo);
    await desk.byId("member-result").first().click();
    await atDesk("served-ticket", "A-001");
    await desk.shot("116-mulai-untuk-nomor");
    await desk.press("start-button");
    // Ticket at 0:00, called at 7:00, and again at 7:30: the first call has ended the wait.
    await desk.page.locator(".ti-case", { hasText: "antre 7:00" }).waitFor();
    const open = (await desk.bridge.client.call("desk.get", {})).cases[0];
    expect(open).toMatchObject({ ticket: "A-001", queueMs: 420_000 });
    const view = await serve(open as CaseView, memberNo);
    // 7:30 until the case was opened and 15:30 of work: 23:00 of the 24 that were promised.
    expect(view).toMatchObject({ status: "handed-over", grossMs: 1_380_000 });
    expect(view.promise).toMatchObject({ published: "met", leftMs: 60_000 });
  });

  it("notes who did not come, calls the next, and shows the missed number in the waiting room", async () => {
    await desk.goTo("loket");
    await desk.byId("call-next-button").waitFor();
    await desk.page.keyboard.press("F4");
    await atDesk("called-number", "A-002");
    await desk.press("missed");
    await inRoom("room-missed", "A-002");
    // The same key would call her once more as long as this page takes her for called.
    await desk.byId("called-number").waitFor({ state: "detached" });
    await desk.page.keyboard.press("F4");
    await inRoom("room-number", "A-003");
    await desk.pass(0);
    await desk.shot("117-tidak-hadir");
  });

  it("serves the second, whose wait alone has used up the promise", async () => {
    const { memberNo } = await desk.clerk.someMember(1);
    const opened = await desk.clerk.open(memberNo);
    // Taken at 3:00; called when the first was done: 23:00 after the first ticket. 20:00 in the queue.
    expect(opened).toMatchObject({ ticket: "A-003", queueMs: 1_200_000 });
    const view = await serve(opened, memberNo);
    expect(view).toMatchObject({ status: "handed-over", grossMs: 2_130_000 });
    expect(view.promise).toMatchObject({ published: "late", leftMs: -690_000 });
  });

  it("has both waits on Ketepatan, and the numbers that led to nothing beside them", async () => {
    await desk.pass(0);
    await desk.goTo("ketepatan");
    await desk.byId("queue-wait").waitFor();
    const says = (id: string): Promise<string | null> => desk.byId(id).textContent();
    // 7:00 and 20:00: their median lies half-way, nine of ten and the longest are the second.
    expect(await says("queue-median")).toContain("13:30");
    expect(await says("queue-p90")).toContain("20:00");
    expect(await says("queue-max")).toContain("20:00");
    expect(await says("queue-wait")).toContain("Dari 3 nomor: 2 dilayani");
    await desk.byId("queue-wait").scrollIntoViewIfNeeded();
    await desk.shot("118-ketepatan-antre");
  });

  /** A report of today, as words. */
  const onPaper = async (report: "punctuality" | "register"): Promise<string> => {
    const day = localDate(desk.now(), "Asia/Jakarta");
    const order = { report, from: day, to: day, format: "pdf", paper: "A4", language: "id" } as const;
    const { file } = await desk.bridge.client.call("report.make", order);
    const pdf = `test-results/pictures/antre-${report}.pdf`;
    writeFileSync(pdf, await desk.bridge.client.frame(file));
    return execFileSync("pdftotext", ["-layout", pdf, "-"], { encoding: "utf8" });
  };

  it("has the same waits on paper: in the figures, and beside each arrival in the register", async () => {
    const sheet = await onPaper("punctuality");
    expect(sheet).toContain("Tunggu di antrean, dari tiket sampai dipanggil");
    expect(sheet).toMatch(/^\s*2\s+13:30\s+20:00\s+20:00\s*$/m);
    expect(sheet).toContain("janji berjalan sejak tiket diambil");
    expect(sheet).toMatch(/Nomor antrean: 3 diambil, 2\s+dilayani/);
    const register = await onPaper("register");
    // Arrived with the ticket, three minutes apart.
    expect(register).toMatch(/1\s+09\.1[12]\s+7:00\s/);
    expect(register).toMatch(/2\s+09\.1[45]\s+20:00\s/);
  });

  it("speaks English, is dark on request, and leaves the screen alone otherwise", async () => {
    await room.mouse.move(100, 100);
    await room.getByTestId("screen-language").click();
    await room.getByText("Please go to").waitFor();
    await room.getByTestId("screen-theme").click();
    await takePicture(room, "119-ruang-tunggu-en-gelap");
    await room.getByTestId("screen-language").click();
  });

  it("complains of nothing in the browser's own console", () => {
    expect(desk.complaints).toEqual([]);
    expect([...complaints.values()].flat()).toEqual([]);
  });

  it("says plainly on the screen when it has lost the desk, and is back by itself", async () => {
    isCut = true;
    for (const line of lines) await line.close();
    await inRoom("room-lost", "Dengarkan panggilan petugas");
    await takePicture(room, "120-ruang-tunggu-terputus");
    await kiosk.getByTestId("kiosk-lost").waitFor();
    isCut = false;
    await room.getByTestId("room-lost").waitFor({ state: "detached" });
    await desk.bridge.client.call("ticket.take", { requestKey: crypto.randomUUID() });
    await inRoom("room-waiting", "1 nomor menunggu");
  });
});
