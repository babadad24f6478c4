import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { complaintsOf, launchChromium } from "../harness/chromium.ts";
import { Clerk } from "../harness/clerk.ts";
import { startBridge, type TestBridge } from "../harness/start-bridge.ts";

/** `TITIAN_SCREENSHOTS=docs/operator/gambar npm run test:run -- --only e2e` renews the operator's pictures. */
const PICTURES = process.env["TITIAN_SCREENSHOTS"] ?? "test-results/pictures";
const STEP_MS = 20_000;

describe("the console in Chromium, on the real daemon", () => {
  let desk: TestBridge;
  let browser: Browser;
  let page: Page;
  let complaints: readonly string[];
  let memberNo: string;

  const shot = (name: string) => page.screenshot({ path: path.join(PICTURES, `${name}.png`) });
  const byId = (id: string) => page.getByTestId(id);
  const atWork = (work: string) => byId(`rail-${work}`).and(page.locator('[aria-current="step"]')).waitFor();

  beforeAll(async () => {
    mkdirSync(PICTURES, { recursive: true });
    desk = await startBridge();
    await desk.bridge.supervisor.firstAttempts();
    memberNo = (await new Clerk(desk).someMember()).memberNo;
    browser = await launchChromium();
    page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: "id-ID" });
    page.setDefaultTimeout(STEP_MS);
    complaints = complaintsOf(page);
    await page.goto(`${desk.origin}/`);
  });
  afterAll(async () => {
    await browser?.close();
    await desk[Symbol.asyncDispose]();
  });

  it("finds a member and starts a case under the library's standard", async () => {
    await byId("member-search").waitFor();
    await shot("01-loket-kosong");
    await byId("member-search").fill(memberNo);
    await byId("member-result").first().waitFor();
    await shot("02-cari-anggota");
    await byId("member-result").first().click();
    await byId("start-button").waitFor();
    await shot("03-mulai-layani");
    await byId("start-button").click();
    await byId("rail").waitFor();
    await shot("04-langkah-pertama");
  });

  it("goes through the applicant's steps with one button each", async () => {
    await byId("main-button").click();
    await atWork("report-number");
    await byId("main-button").click();
    await atWork("photo");
  });

  it("takes a photo with live preview, freezes it, crops it 3:4 and keeps it", async () => {
    await byId("preview-canvas").waitFor();
    await page.waitForFunction(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('[data-testid="preview-canvas"]');
      return canvas !== null && canvas.width > 1;
    });
    await shot("05-foto-langsung");
    await byId("main-button").click();
    await byId("crop-dialog").waitFor();
    await byId("crop-frame").waitFor();
    await shot("06-foto-potong");
    await byId("photo-again").click();
    await byId("photo-take-dialog").click();
    await byId("crop-frame").waitFor();
    await byId("photo-use").click();
    await atWork("verify");
  });

  it("shows the card as it will be, and prints it", async () => {
    await byId("card-preview").waitFor();
    await shot("07-periksa-data");
    await byId("main-button").click();
    await atWork("print");
    await shot("08-cetak");
    await byId("main-button").click();
    await byId("print-ladder").waitFor();
    await byId("print-ladder").and(page.locator('[data-state="reported"]')).waitFor();
    await shot("09-menunggu-pindai");
    expect(await byId("rung-proved").getAttribute("data-state")).not.toBe("done");
  });

  it("takes the scan of the fresh card, typed by a wedge, as the proof", async () => {
    const inTray = await new Clerk(desk).cardInTray();
    expect(inTray).toBe(memberNo);
    await page.keyboard.type(inTray, { delay: 5 });
    await page.keyboard.press("Enter");
    await atWork("cut-and-laminate");
    await shot("10-potong");
  });

  it("moves the card through cutting and lamination", async () => {
    await byId("main-button").click();
    await page.getByTestId("case-page").and(page.locator('[data-status="open"]')).waitFor();
    await shot("11-laminasi");
    await byId("main-button").click();
    await atWork("handover");
    await shot("12-serahkan");
  });

  it("hands over with the phone confirmed and a signature drawn", async () => {
    await byId("phone-confirmed").click();
    await byId("main-button").click();
    await atWork("receipt");
    const box = await byId("signature-pad").boundingBox();
    if (!box) throw new Error("no signature pad");
    await page.mouse.move(box.x + 40, box.y + box.height / 2);
    await page.mouse.down();
    for (let at = 0; at < 30; at++) {
      await page.mouse.move(box.x + 40 + at * 9, box.y + box.height / 2 + Math.sin(at / 2) * 30);
    }
    await page.mouse.up();
    await shot("13-tanda-tangan");
    await byId("main-button").click();
    await byId("result").waitFor();
    await shot("14-hasil");
  });

  it("shows what the daemon says in English as well, and devices with their reasons", async () => {
    await page.goto(`${desk.origin}/#/perangkat`);
    await byId("device-desk-1-card-printer").waitFor();
    await shot("15-perangkat");
    await byId("language-en").click();
    await shot("16-devices-english");
    await byId("language-id").click();
  });

  it("complains of nothing in the browser's own console", () => {
    expect(complaints).toEqual([]);
  });
});
