import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type MariaDb, startMariaDb } from "../harness/mariadb.ts";
import { type CompanionDesk, companionDesk, PATIENCE_MS } from "./companion-desk.ts";
import { takePicture } from "./pictures.ts";

async function photoOf(desk: CompanionDesk, id: number): Promise<string | null> {
  const [row] = await desk.rows<{ readonly PhotoUrl: string | null }>(
    `SELECT PhotoUrl FROM members WHERE ID = ${id}`,
  );
  return row?.PhotoUrl ?? null;
}

describe("when INLISLite does not take a photo", { timeout: 4 * PATIENCE_MS }, () => {
  let mariaDb: MariaDb;
  beforeAll(async () => {
    mariaDb = await startMariaDb();
  }, 2 * PATIENCE_MS);
  afterAll(() => mariaDb.stop());

  it("3.2: logged out in the middle of it, the photo waits until the officer is back", async () => {
    await using desk = await companionDesk({ version: "3.2", way: "lan", mariaDb });
    const { page, part, site } = desk;
    await desk.open("/member/member/update?id=3");
    await desk.approve();
    await part("photo-button").click();
    await part("photo-take").click();
    await site.logEverybodyOut();
    await part("photo-use").click();
    await part("put-logged-out").waitFor();
    await part("kept-photo").waitFor();
    await takePicture(page, "68-inlislite-foto-menunggu");
    expect(site.photos.has("3.jpg")).toBe(false);

    await page.context().addCookies([await site.logIn("petugas1")]);
    await part("photo-retry").click();
    await part("photo-stored").waitFor();
    expect(await photoOf(desk, 3)).toBe("3.jpg");
  });

  it("3.3: an error, and a page where JSON was due, are told from a photo that is stored", async () => {
    await using desk = await companionDesk({ version: "3.3", way: "proxy", mariaDb });
    const { page, part, site } = desk;
    await desk.open("/anggota");
    await desk.approve();
    await page.click(".btn-ambil-foto >> nth=0");
    await page.waitForSelector("#modal_camera.show");
    const id = Number(await page.inputValue("#capture_id"));
    const before = await photoOf(desk, id);
    site.knobs.failNext("capture_file");
    site.knobs.answerHtmlNext("capture_file");
    await desk.takePhoto();
    await part("put-server-error").waitFor();
    await part("photo-retry").click();
    await part("put-not-json").or(part("put-logged-out")).waitFor();
    expect(await photoOf(desk, id)).toBe(before);
    await part("photo-retry").click();
    await part("photo-stored").waitFor();
    expect(await photoOf(desk, id)).not.toBe(before);
  });

  it("3.3: the edit page lets the webcam go while the panel is open, and its own mistake is called out first", async () => {
    await using desk = await companionDesk({ version: "3.3", way: "loopback", mariaDb });
    const { page, part } = desk;
    await desk.rows("UPDATE members SET IdentityNo = '9999990000000099' WHERE ID = 5");
    await desk.open("/anggota/edit/5");
    await desk.approve();
    await part("no-case").waitFor();
    await page.waitForFunction("document.querySelector('#frm #video').srcObject?.active === true");
    await part("photo-button").click();
    await page.waitForFunction("!document.querySelector('#frm #video').srcObject?.active");
    await part("page-warnings").or(part("page-warning").first()).first().waitFor();
    await takePicture(page, "61-inlislite-33-foto");
  });
});
