import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SCANNER } from "../harness/clerk.ts";
import { type MariaDb, startMariaDb } from "../harness/mariadb.ts";
import { type Applicant, applicant, createFields33, fillIn, post } from "../stand-in/officer.ts";
import { NO_PHOTO } from "../stand-in/photo-folder.ts";
import { type CompanionDesk, companionDesk, PATIENCE_MS } from "./companion-desk.ts";
import { takePicture } from "./pictures.ts";

/** Another desk, without Titian, that saves its applicant at the same moment. */
async function otherDeskSaves({ site }: CompanionDesk, who: Applicant): Promise<void> {
  await post(site, await site.logIn("petugas2"), "/anggota/create", createFields33(who));
}

interface Made {
  readonly ID: number;
  readonly MemberNo: string;
  readonly Email: string;
}

const made = (desk: CompanionDesk): Promise<readonly Made[]> =>
  desk.rows<Made>("SELECT * FROM members WHERE ID > 200 ORDER BY ID");

/** Finds members by a word and shows so many that all are on one page. */
async function showMembers({ page }: CompanionDesk, word: string): Promise<void> {
  const drawn = (part: string) => page.waitForResponse((response) => response.url().includes(part));
  const found = drawn(`search%5Bvalue%5D=${word}`);
  await page.locator("#tbl_data_wrapper input[type=search]").fill(word);
  await found;
  const more = drawn("length=25");
  await page.locator("#tbl_data_wrapper select.dt-input").selectOption("25");
  await more;
}

describe("cases that follow INLISLite's forms", { timeout: 5 * PATIENCE_MS }, () => {
  let mariaDb: MariaDb;
  beforeAll(async () => {
    mariaDb = await startMariaDb();
  }, 2 * PATIENCE_MS);
  afterAll(() => mariaDb.stop());

  it("3.3: the case begins with the first letter, finds its own member among two saved at once, and prints for neither twin", async () => {
    await using desk = await companionDesk({ version: "3.3", way: "lan", mariaDb });
    const { page, part, site } = desk;
    await desk.open("/anggota/create");
    await desk.approve();
    await part("no-case").waitFor();
    await fillIn(page, site, applicant());
    await part("case").waitFor();
    await desk.takePhoto();
    await part("photo-in-form").waitFor();
    await takePicture(page, "60-inlislite-33-entri");

    site.knobs.meetBeforeInsert(2);
    const other = otherDeskSaves(
      desk,
      applicant({ fullName: "Orang Loket Sebelah", email: "b@contoh.invalid" }),
    );
    await page.click("#btn-submit");
    await Promise.all([page.waitForURL(`${desk.base}/anggota`), other]);
    await part("new-member").waitFor();
    const [one, two] = await made(desk);
    expect(one?.MemberNo).toBe(two?.MemberNo);
    const own = [one, two].find((member) => member?.Email === applicant().email);
    expect(await part("new-member").textContent()).toContain(applicant().fullName);

    await part("notice-close").click();
    await desk.open(`/anggota/edit/${own?.ID}`);
    await part("case").filter({ hasText: applicant().fullName }).waitFor();
    await part("page-cards").click();
    await page.locator("[data-testid='cards-summary'][data-phase='ready']").waitFor();
    expect(await part("cards-print").count()).toBe(0);
    await takePicture(page, "66-inlislite-nomor-kembar");
    expect(desk.bridge.tray.count).toBe(0);
  });

  it("3.3: two with one name and one telephone are not told apart by guessing", async () => {
    await using desk = await companionDesk({ version: "3.3", way: "proxy", mariaDb });
    const { page, part, site } = desk;
    await desk.open("/anggota/create");
    await desk.approve();
    await part("no-case").waitFor();
    await fillIn(page, site, applicant());
    await part("case").waitFor();
    site.knobs.meetBeforeInsert(2);
    const other = otherDeskSaves(desk, applicant({ email: "b@contoh.invalid" }));
    await page.click("#btn-submit");
    await Promise.all([page.waitForURL(`${desk.base}/anggota`), other]);
    await part("several-new").waitFor();
    await part("notice-action").click();
    await part("choice").nth(1).waitFor();
    expect(await part("choice").count()).toBe(2);
    await takePicture(page, "67-inlislite-nama-sama");
    await part("choice").nth(1).click();
    await part("new-member").waitFor();
  });

  it("3.2: the new member is the one of the address; photo and card follow from its page", async () => {
    await using desk = await companionDesk({ version: "3.2", way: "lan", mariaDb });
    const { page, part, site } = desk;
    await desk.open("/member/member/create");
    await desk.approve();
    await part("no-case").waitFor();
    await fillIn(page, site, applicant());
    await part("case").waitFor();
    await page.click("button[type=submit]");
    await page.waitForURL(/update\?id=\d+/);
    await part("new-member").waitFor();
    await desk.takePhoto();
    await part("photo-stored").waitFor();
    await part("page-cards").click();
    await part("cards-print").click();
    await expect.poll(() => desk.bridge.tray.count, { timeout: PATIENCE_MS }).toBe(1);
    await takePicture(page, "62-inlislite-32-cetak");
    const [member] = await desk.rows<{ readonly MemberNo: string; readonly PhotoUrl: string }>(
      "SELECT MemberNo, PhotoUrl FROM members ORDER BY ID DESC LIMIT 1",
    );
    expect(site.photos.has(member?.PhotoUrl ?? "")).toBe(true);

    // The fresh card under the scanner proves its print, with INLISLite's page in front.
    await page.bringToFront();
    const { client } = desk.bridge;
    await client.call("device.scan", { device: SCANNER, text: member?.MemberNo ?? "" });
    await part("scan-confirmed").waitFor();
    await takePicture(page, "63-inlislite-32-terbukti");
  });

  for (const version of ["3.3", "3.2"] as const) {
    it(`${version}: cards of everybody ticked on the list`, async () => {
      await using desk = await companionDesk({ version, way: "loopback", mariaDb });
      const { page, part } = desk;
      await desk.open(version === "3.3" ? "/anggota" : "/member/member/index");
      await desk.approve();
      await part("no-case").waitFor();
      const photographed = await desk.rows<{ readonly PhotoUrl: string }>(
        "SELECT PhotoUrl FROM members WHERE ID IN (2, 20)",
      );
      for (const { PhotoUrl } of photographed) desk.site.photos.write(PhotoUrl, NO_PHOTO);
      await desk.rows("UPDATE members SET EndDate = '2031-01-31', StatusAnggota_id = 3 WHERE ID IN (2, 20)");
      if (version === "3.3") await showMembers(desk, "anggota2");
      else await desk.open("/member/member/index?per-page=200");
      for (const id of [2, 20]) {
        await page.check(
          `#tbl_data tbody input[name='ID[]'][value='${id}'], #myGrid tbody input[name='cek[]'][value='${id}']`,
        );
      }
      await part("page-cards").click();
      await part("card-rows").waitFor();
      expect(await part("card-row").count()).toBe(2);
      await takePicture(page, `64-inlislite-${version.replace(".", "")}-daftar`);
      await part("cards-print").click();
      await page.locator("[data-testid='cards-summary'][data-phase='done']").waitFor();
      await takePicture(page, `65-inlislite-${version.replace(".", "")}-daftar-selesai`);
      await expect.poll(() => desk.bridge.tray.count, { timeout: PATIENCE_MS }).toBe(2);
    });
  }
});
