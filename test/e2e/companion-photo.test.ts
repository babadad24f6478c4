import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type MariaDb, startMariaDb } from "../harness/mariadb.ts";
import { applicant, fillIn } from "../stand-in/officer.ts";
import { type CompanionDesk, companionDesk, PATIENCE_MS } from "./companion-desk.ts";

interface Row {
  readonly ID: number;
  readonly MemberNo: string;
  readonly PhotoUrl: string | null;
}

const inForm = (desk: CompanionDesk): Promise<Buffer> => fieldOf(desk, "#camera_image >> nth=0");

async function fieldOf({ page }: CompanionDesk, selector: string): Promise<Buffer> {
  const uri = await page.locator(selector).inputValue();
  expect(uri).toMatch(/^data:image\/jpeg;base64,[^,]+$/);
  return Buffer.from(uri.slice(uri.indexOf(",") + 1), "base64");
}

const member = async (desk: CompanionDesk, condition: string): Promise<Row | undefined> =>
  (await desk.rows<Row>(`SELECT * FROM members WHERE ${condition} ORDER BY ID DESC`))[0];

const stored = (desk: CompanionDesk, row: Row | undefined): Buffer | undefined =>
  desk.site.photos.read(row?.PhotoUrl ?? "");

describe("photos through Titian in INLISLite's own pages", { timeout: 4 * PATIENCE_MS }, () => {
  let mariaDb: MariaDb;
  beforeAll(async () => {
    mariaDb = await startMariaDb();
  }, 2 * PATIENCE_MS);
  afterAll(() => mariaDb.stop());

  for (const way of ["lan", "proxy"] as const) {
    it(`3.3 by ${way}: a new member's photo travels with the form, and what is stored is what was sent`, async () => {
      await using desk = await companionDesk({ version: "3.3", way, mariaDb });
      await desk.open("/anggota/create");
      await desk.approve();
      await fillIn(desk.page, desk.site, applicant());
      await desk.takePhoto();
      await desk.page.waitForFunction("document.querySelector('#camera_image').value !== ''");
      const sent = await inForm(desk);
      expect(await desk.page.inputValue("#Fullname")).toBe(applicant().fullName);
      await desk.page.click("#btn-submit");
      await desk.page.waitForURL(`${desk.base}/anggota`);
      const made = await member(desk, `Fullname = '${applicant().fullName}'`);
      expect(stored(desk, made)?.equals(sent)).toBe(true);
    });
  }

  it("3.3: the edit page's form takes a photo with its next Save", async () => {
    await using desk = await companionDesk({ version: "3.3", way: "loopback", mariaDb });
    await desk.open("/anggota/edit/5");
    await desk.approve();
    await desk.page.fill("#frm_create_Address", "Jalan Yang Baru");
    await desk.takePhoto();
    await desk.page.waitForFunction("document.querySelector('#frm #camera_image').value !== ''");
    expect(await desk.page.isChecked("#is_camera")).toBe(true);
    const sent = await inForm(desk);
    const saved = desk.page.waitForResponse((response) => response.request().method() === "POST");
    await desk.page.click("#btn-submit");
    await saved;
    expect(stored(desk, await member(desk, "ID = 5"))?.equals(sent)).toBe(true);
  });

  it("3.3: the list's dialog stores at once", async () => {
    await using desk = await companionDesk({ version: "3.3", way: "lan", mariaDb });
    await desk.open("/anggota");
    await desk.approve();
    await desk.page.click(".btn-ambil-foto >> nth=0");
    await desk.page.waitForSelector("#modal_camera.show");
    const id = await desk.page.inputValue("#capture_id");
    const posted = desk.page.waitForRequest((request) => request.url().endsWith("/api/anggota/capture_file"));
    await desk.takePhoto();
    const body = new URLSearchParams((await posted).postData() ?? "");
    await expect
      .poll(async () => stored(desk, await member(desk, `ID = ${id}`)), { timeout: PATIENCE_MS })
      .toBeDefined();
    const uri = body.get("camera_image") ?? "";
    expect(stored(desk, await member(desk, `ID = ${id}`))?.toString("base64")).toBe(
      uri.slice(uri.indexOf(",") + 1),
    );
  });

  for (const way of ["lan", "proxy"] as const) {
    it(`3.2 by ${way}: the update page's photo is stored at once, and what is being typed stays`, async () => {
      await using desk = await companionDesk({ version: "3.2", way, mariaDb });
      await desk.open("/member/member/update?id=3");
      await desk.approve();
      await desk.page.fill("#members-address", "Jalan Belum Disimpan");
      await desk.takePhoto();
      await expect.poll(() => desk.site.photos.has("3.jpg"), { timeout: PATIENCE_MS }).toBe(true);
      expect(await member(desk, "ID = 3")).toMatchObject({ PhotoUrl: "3.jpg" });
      expect(await desk.page.inputValue("#members-address")).toBe("Jalan Belum Disimpan");
      expect(desk.site.photos.read("3.jpg")?.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
    });
  }
});
