import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scanByKeys } from "../harness/scanner-keys.ts";
import { ConsoleDesk } from "./console-desk.ts";
import { sign } from "./services/sign.ts";

describe("the console in Chromium, on the real daemon", () => {
  let desk: ConsoleDesk;
  let memberNo: string;

  beforeAll(async () => {
    desk = await ConsoleDesk.open();
    memberNo = (await desk.clerk.someMember()).memberNo;
  });
  afterAll(() => desk?.[Symbol.asyncDispose]());

  it("finds a member and starts a case under the library's standard", async () => {
    await desk.shot("01-loket-kosong");
    await desk.byId("member-search").fill(memberNo);
    await desk.byId("member-result").first().waitFor();
    await desk.shot("02-cari-anggota");
    await desk.byId("member-result").first().click();
    await desk.byId("start-button").waitFor();
    await desk.page.getByText("Janji layanan:").waitFor();
    await desk.shot("03-mulai-layani");
    await desk.press("start-button");
    await desk.byId("rail").waitFor();
    await desk.shot("04-langkah-pertama");
  });

  it("goes through the applicant's steps with one button each", async () => {
    await desk.pass(3, 41);
    await desk.press("main-button");
    await desk.atWork("report-number");
    await desk.pass(0, 18);
    await desk.press("main-button");
    await desk.atWork("photo");
  });

  it("takes a photo with live preview, freezes it, crops it 3:4 and keeps it", async () => {
    await desk.byId("preview-canvas").and(desk.page.locator('[data-live="true"]')).waitFor();
    await desk.shot("05-foto-langsung");
    await desk.press("main-button");
    await desk.byId("crop-dialog").waitFor();
    await desk.page.getByText("Pemeriksaan gambar").waitFor();
    await desk.shot("06-foto-potong");
    await desk.press("photo-again");
    await desk.press("photo-take-dialog");
    await desk.byId("crop-frame").waitFor();
    await desk.pass(1, 6);
    await desk.press("photo-use");
    await desk.atWork("verify");
  });

  it("shows the card as it will be, and prints it", async () => {
    await desk.cardDrawn();
    await desk.shot("07-periksa-data");
    await desk.pass(0, 32);
    await desk.press("main-button");
    await desk.atWork("print");
    await desk.cardDrawn();
    await desk.shot("08-cetak");
    await desk.press("main-button");
    await desk.byId("print-ladder").and(desk.page.locator('[data-state="reported"]')).waitFor();
    await desk.cardDrawn();
    await desk.shot("09-menunggu-pindai");
    expect(await desk.byId("rung-proved").getAttribute("data-state")).not.toBe("done");
  });

  it("takes the scan of the fresh card, typed by a wedge, as the proof", async () => {
    const inTray = await desk.clerk.cardInTray();
    expect(inTray).toBe(memberNo);
    await scanByKeys(desk.page, inTray);
    await desk.atWork("cut-and-laminate");
    await desk.shot("10-potong");
  });

  it("moves the card through cutting and lamination", async () => {
    await desk.pass(0, 34);
    await desk.press("main-button");
    await desk.page.getByRole("heading", { name: "Laminasi kartu" }).waitFor();
    await desk.shot("11-laminasi");
    await desk.pass(1, 12);
    await desk.press("main-button");
    await desk.atWork("handover");
    await desk.byId("phone-confirmed").waitFor({ state: "attached" });
    await desk.shot("12-serahkan");
  });

  it("hands over with the phone confirmed and a signature drawn", async () => {
    await desk.press("identity-ktp");
    await desk.byId("phone-confirmed").click();
    await desk.pass(0, 21);
    await desk.press("main-button");
    await desk.atWork("receipt");
    await sign(desk.page);
    await desk.shot("13-tanda-tangan");
    await desk.pass(0, 28);
    await desk.press("main-button");
    await desk.byId("result").waitFor();
    await desk.shot("14-hasil");
  });

  it("complains of nothing in the browser's own console", () => {
    expect(desk.complaints).toEqual([]);
  });
});
