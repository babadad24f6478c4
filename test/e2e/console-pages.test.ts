import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { WebSocket } from "ws";
import { TitianClient } from "../../src/bridge/client/client.ts";
import type { CaseView } from "../../src/bridge/protocol/shapes.ts";
import { CAMERA, PRINTER } from "../harness/clerk.ts";
import { scanByKeys } from "../harness/scanner-keys.ts";
import { ConsoleDesk, LARGE, SMALL } from "./console-desk.ts";

/** How long a clerk is at each piece of work. */
const SECONDS: Readonly<Record<string, number>> = { "form-electronic": 81, photo: 44, verify: 22 };
const INLISLITE = "http://192.168.10.5";

/** What a service seldom meets, each as the operator sees it. Later ones find the cases of the earlier ones. */
describe("the console's other pages in Chromium", () => {
  let desk: ConsoleDesk;
  let next = 0;

  const anotherMember = async (): Promise<string> => (await desk.clerk.someMember(++next)).memberNo;
  const fault = (device: string, ...faults: string[]) =>
    desk.clerk.client.call("device.simulate", { device, faults });
  const upTo = async (work: string, standard?: string): Promise<CaseView> => {
    let view = await desk.clerk.open(await anotherMember(), standard);
    while (view.work !== work) {
      desk.skip(SECONDS[view.work ?? ""] ?? 20);
      view = view.work === "photo" ? await desk.clerk.photograph(view) : await desk.clerk.done(view);
    }
    await desk.pass(0, 1);
    return view;
  };
  /** A case whose fresh card has been scanned. */
  const proved = async (): Promise<CaseView> => {
    const { member } = await desk.clerk.printed(await upTo("print"));
    const { case: id } = await desk.clerk.scan(member?.memberNo ?? "");
    return desk.clerk.client.call("case.get", { case: id ?? "" });
  };
  /** Typed by a wedge into whatever has the focus. */
  const scan = async ({ member }: CaseView): Promise<void> => {
    await scanByKeys(desk.page, member?.memberNo ?? "");
  };
  const cancel = ({ case: id }: CaseView) =>
    desk.clerk.client.call("case.cancel", { case: id, reason: "pemohon datang lagi besok" });

  beforeAll(async () => {
    desk = await ConsoleDesk.open();
  });
  afterAll(() => desk?.[Symbol.asyncDispose]());

  it("lists the requirements of a standard that begins with them", async () => {
    const view = await upTo("intake", "id.barito-utara.kartu-anggota");
    await desk.goToCase(view.case);
    await desk.byId("requirement").first().click();
    await desk.shot("20-syarat");
    expect(await desk.byId("main-button").textContent()).toContain("Lanjut dengan yang ada");
    await cancel(view);
  });

  it("says why there is no picture, and what else can be done", async () => {
    const view = await upTo("photo");
    await fault(CAMERA, "no-picture");
    await desk.goToCase(view.case);
    await desk.byId("camera-trouble").waitFor();
    await desk.shot("21-kamera-tanpa-gambar");
    await fault(CAMERA);
    await desk.byId("preview-canvas").and(desk.page.locator('[data-live="true"]')).waitFor();
    await cancel(view);
  });

  it("shows a stopped printer with its reason and mend, and keeps the print waiting", async () => {
    const view = await upTo("print");
    await desk.goTo("perangkat");
    await desk.byId(`device-${PRINTER}`).waitFor();
    await desk.shot("22-perangkat-siap");
    await desk.press(`details-${PRINTER}`);
    await desk.press("fault-cover-open");
    await desk.page.locator('[data-testid="fault-cover-open"][aria-checked="true"]').waitFor();
    await desk.shot("23-rincian-printer");
    await desk.page.keyboard.press("Escape");
    await desk.byId(`device-${PRINTER}`).and(desk.page.locator('[data-level="down"]')).waitFor();
    await desk.shot("24-perangkat-terhenti");
    await desk.goToCase(view.case);
    await desk.byId("device-alert").waitFor();
    await desk.cardDrawn();
    await desk.shot("25-cetak-menunggu-printer");
    expect(await desk.byId("main-button").isDisabled()).toBe(true);
    await fault(PRINTER);
    await desk.byId("device-alert").waitFor({ state: "detached" });
  });

  it("asks what became of a card whose job vanished, and why another one is printed", async () => {
    await fault(PRINTER, "vanished-job");
    await desk.press("main-button");
    await desk.byId("print-stopped").waitFor();
    await desk.cardDrawn();
    await desk.shot("26-pekerjaan-hilang");
    await fault(PRINTER);
    await desk.press("main-button");
    await desk.byId("reprint-dialog").waitFor();
    await desk.shot("27-sebab-cetak-ulang");
    await desk.press("reprint-did-not-come-out");
    await desk.byId("print-ladder").and(desk.page.locator('[data-state="reported"]')).waitFor();
    expect(desk.clerk.cardsInTray).toBe(1);
  });

  it("believes a scanned card more than the queue that lost its job", async () => {
    const view = await upTo("print");
    await fault(PRINTER, "vanished-job");
    await desk.goToCase(view.case);
    await desk.press("main-button");
    await desk.byId("print-stopped").waitFor();
    await fault(PRINTER);
    await scan(view);
    await desk.atWork("cut-and-laminate");
    await cancel(view);
  });

  it("takes a card that was spoiled at cutting back to the printer, and asks for the reason once", async () => {
    const view = await proved();
    await desk.goToCase(view.case);
    await desk.press("card-spoiled");
    await desk.byId("reprint-dialog").waitFor();
    expect(await desk.byId("reprint-did-not-come-out").count()).toBe(0);
    await desk.press("reprint-spoiled");
    await desk.atWork("print");
    await desk.press("main-button");
    await desk.byId("print-ladder").and(desk.page.locator('[data-state="reported"]')).waitFor();
    await scan(view);
    await desk.atWork("cut-and-laminate");
    await cancel(view);
  });

  it("refuses the card of another member and offers that member's case", async () => {
    const [view, other] = [await upTo("print"), await desk.clerk.open(await anotherMember())];
    await desk.clerk.printed(view);
    await desk.goToCase(view.case);
    await scan(other);
    await desk.byId("scan-other").waitFor();
    await desk.cardDrawn();
    await desk.shot("28-kartu-anggota-lain");
    expect(await desk.byId("rung-proved").getAttribute("data-state")).not.toBe("done");
  });

  it("pauses with a reason, and corrects a time with a reason", async () => {
    await desk.page.reload();
    await desk.cardDrawn();
    await desk.press("pause");
    await desk.byId("pause-dialog").waitFor();
    await desk.shot("29-alasan-jeda");
    await desk.press("pause-applicant-away");
    await desk.page.getByRole("heading", { name: "Layanan dijeda" }).waitFor();
    await desk.shot("30-dijeda");
    await desk.pass(3);
    await desk.press("main-button");
    await desk.cardDrawn();
    await desk.press("case-menu");
    await desk.press("correct-step");
    await desk.byId("correct-dialog").waitFor();
    await desk.shot("31-koreksi-waktu");
    await desk.page.keyboard.press("Escape");
    await desk.byId("correct-dialog").waitFor({ state: "detached" });
  });

  it("shows each card where it lies on the lamination board, in the dark and on a large screen too", async () => {
    const [atCut, atLaminate, ready] = [await proved(), await proved(), await proved()];
    await desk.clerk.done(atLaminate);
    await desk.clerk.done(await desk.clerk.done(ready));
    await desk.pass(0, 35);
    await desk.goTo("laminasi");
    await desk.page.reload();
    for (const view of [atCut, atLaminate, ready]) {
      await desk.page.locator(`[data-testid="board-card"][data-case="${view.case}"]`).waitFor();
    }
    await desk.shot("32-papan-laminasi");
    await desk.press("theme-switch");
    await desk.shot("33-papan-laminasi-gelap");
    await desk.goToCase(ready.case);
    await desk.byId("phone-confirmed").waitFor({ state: "attached" });
    await desk.press("theme-switch");
    await desk.page.setViewportSize(LARGE);
    await desk.shot("34-layar-lebar");
    await desk.page.setViewportSize(SMALL);
  });

  it("shows both results where the standard leaves its total open and they differ", async () => {
    const view = await proved();
    await desk.pass(14);
    await desk.clerk.handOver(await desk.clerk.done(await desk.clerk.done(await desk.clerk.done(view))));
    await desk.goToCase(view.case);
    await desk.byId("two-results").waitFor();
    await desk.shot("35-dua-hasil");
  });

  it("lets the operator decide about a page that asks for permission", async () => {
    const page = new TitianClient({
      url: `${desk.bridge.origin.replace("http", "ws")}/ws`,
      openSocket: (url) => new WebSocket(url, { origin: INLISLITE }),
      tokens: { get: () => null, set: () => undefined },
      language: "id",
    });
    await desk.goTo("perangkat");
    await desk.byId("pairing-approve").waitFor();
    await desk.byId("pairings").scrollIntoViewIfNeeded();
    await desk.shot("36-izin-halaman");
    await desk.press("pairing-approve");
    await desk.byId("pairing-revoke").waitFor();
    page.close();
    await desk.press("pairing-revoke");
    await desk.byId("pairing-revoke").waitFor({ state: "detached" });
  });

  it("says everything in English as well", async () => {
    const view = await upTo("print");
    await desk.goToCase(view.case);
    await desk.press("language-en");
    await desk.page.getByRole("heading", { name: "Print the card" }).waitFor();
    await desk.cardDrawn();
    await desk.shot("37-english");
    await desk.press("language-id");
    await desk.page.keyboard.press("F1");
    await desk.byId("help-dialog").waitFor();
    await desk.shot("38-bantuan");
  });

  it("complains of nothing in the browser's own console", () => {
    expect(desk.complaints).toEqual([]);
  });
});
