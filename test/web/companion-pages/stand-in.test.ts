import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { InlisliteVersion } from "../../../src/inlislite/member.ts";
import { complaintsOf } from "../../harness/chromium.ts";
import { type MariaDb, startMariaDb } from "../../harness/mariadb.ts";
import { applicant, fillIn } from "../../stand-in/officer.ts";
import { type StandIn, type StandInOptions, startStandIn } from "../../stand-in/start-stand-in.ts";
import { driverScript, launchWithCamera, PATIENCE_MS, photo, type SeenPage } from "./pages-browser.ts";

interface Row {
  readonly ID: number;
  readonly MemberNo: string;
  readonly Fullname: string;
  readonly PhotoUrl: string | null;
}

/** A whole INLISLite with its own jQuery, Bootstrap, DataTables and Pjax, and an officer's browser in front of it. */
interface Desk extends AsyncDisposable {
  readonly standIn: StandIn;
  readonly page: Page;
  readonly complaints: readonly string[];
  row(condition: string): Promise<Row>;
  show(path: string): Promise<void>;
  seen(): Promise<SeenPage>;
  put(jpeg: Uint8Array): Promise<string>;
  until(condition: string): Promise<void>;
}

describe("the pages of a whole INLISLite", { timeout: 6 * PATIENCE_MS }, () => {
  let mariaDb: MariaDb;
  let browser: Browser;
  beforeAll(async () => {
    mariaDb = await startMariaDb();
    browser = await launchWithCamera();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await mariaDb?.stop();
  });

  async function open(version: InlisliteVersion, options: Partial<StandInOptions> = {}): Promise<Desk> {
    const { database } = await mariaDb.createInlislite(version);
    const standIn = await startStandIn({ version, mariaDb, database, ...options });
    const context = await browser.newContext({ permissions: ["camera"] });
    await context.addCookies([await standIn.logIn("petugas1")]);
    // As at a desk without internet: the libraries from elsewhere do not load.
    await context.route(
      (url) => url.origin !== standIn.origin,
      (route) => route.abort(),
    );
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    // Before the page's own scripts, as the proxy puts it into the head.
    await page.addInitScript(`${await driverScript()};driver.watch();`);
    const complaints = complaintsOf(page);
    return {
      ...{ standIn, page, complaints },
      row: async (condition) => {
        const sql = `SELECT ID, MemberNo, Fullname, PhotoUrl FROM members WHERE ${condition} ORDER BY ID DESC LIMIT 1`;
        const [row] = (await mariaDb.run(sql, { database })) as readonly Row[];
        return row!;
      },
      show: async (path) => {
        await page.goto(`${standIn.base}${path}`);
      },
      seen: async () => (await page.evaluate<SeenPage>("driver.describe()"))!,
      put: (jpeg) => page.evaluate(`driver.put("${Buffer.from(jpeg).toString("base64")}")`),
      until: async (condition) => {
        await page.waitForFunction(condition, undefined, { timeout: PATIENCE_MS });
      },
      [Symbol.asyncDispose]: async () => {
        await context.close();
        await standIn.stop();
      },
    };
  }

  describe.each([{}, { apacheHeaders: true, prefix: "/perpus", enforcesCsrf: true }])("3.3 %o", (options) => {
    it("keeps a photo that was put into its create form, byte for byte", async () => {
      await using desk = await open("3.3", options);
      await desk.show("/anggota/create");
      await desk.until("driver.page?.photo && driver.page.missing.length === 0");
      const jpeg = await photo(1);
      expect(await desk.put(jpeg)).toBe("in-form");
      await fillIn(desk.page, desk.standIn, applicant());
      expect((await desk.seen()).isDirty).toBe(true);
      await Promise.all([desk.page.waitForURL(/\/anggota$/), desk.page.click("#btn-submit")]);

      const { PhotoUrl } = await desk.row("1");
      expect(desk.standIn.photos.read(PhotoUrl!)).toEqual(Buffer.from(jpeg));
      await desk.until("driver.page?.kind === 'list'");
    });

    it("keeps a photo that was put into its edit form, says that it is saved, and lets the webcam go", async () => {
      await using desk = await open("3.3", options);
      const { ID, Fullname } = await desk.row("StatusAnggota_id = 3");
      await desk.show(`/anggota/edit/${ID}`);
      await desk.until("driver.page?.photo && document.querySelector('#frm #video').srcObject");
      expect(await desk.seen()).toMatchObject({
        member: { memberId: String(ID) },
        missing: [],
        isDirty: false,
      });
      await desk.page.evaluate("driver.release()");
      expect(await desk.page.evaluate("document.querySelector('#video').srcObject?.active ?? false")).toBe(
        false,
      );

      const jpeg = await photo(2);
      expect(await desk.put(jpeg)).toBe("in-form");
      await desk.page.click("#btn-submit");
      await desk.until("driver.told.includes('saved')");
      expect(await desk.page.evaluate("driver.told")).toContainEqual(
        expect.stringContaining(`sent ${Fullname}`),
      );
      expect((await desk.seen()).isDirty).toBe(false);
      const { PhotoUrl } = await desk.row(`ID = ${ID}`);
      expect(desk.standIn.photos.read(PhotoUrl!)).toEqual(Buffer.from(jpeg));
    });

    it("keeps a photo for a row of its list, reads it back, and closes its dialog; twice in a row", async () => {
      await using desk = await open("3.3", options);
      await desk.show("/anggota");
      for (const [turn, at] of [
        [3, 0],
        [4, 1],
      ] as const) {
        await desk.page.locator(".btn-ambil-foto").nth(at).click();
        await desk.until("driver.page?.photo && document.querySelector('#modal_camera #video').srcObject");
        const { member, hasButtonPlace } = await desk.seen();
        expect(hasButtonPlace).toBe(true);
        const jpeg = await photo(turn);
        expect(await desk.put(jpeg)).toBe("stored");
        const row = await desk.row(`ID = ${member?.memberId}`);
        expect(member?.memberNo).toBe(row.MemberNo);
        expect(desk.standIn.photos.read(row.PhotoUrl!)).toEqual(Buffer.from(jpeg));
        await desk.until("!driver.page.photo && !document.querySelector('.modal-backdrop')");
      }
      const asked = desk.standIn.knobs.seen.map(({ path }) => path);
      expect(asked).toContainEqual(expect.stringContaining("/api/anggota/detail/"));
    });
  });

  it("3.3 that has logged everybody out takes nothing, and loses nothing that is typed", async () => {
    await using desk = await open("3.3");
    const { ID } = await desk.row("StatusAnggota_id = 3");
    await desk.show(`/anggota/edit/${ID}`);
    await desk.until("driver.page?.photo");
    await desk.page.fill("#Fullname", "Rina Contoh Baru");
    expect(await desk.put(await photo(1))).toBe("in-form");
    await desk.standIn.logEverybodyOut();
    await desk.page.click("#btn-submit");
    await desk.until("driver.told.includes('not saved: logged-out')");
    expect(await desk.page.inputValue("#Fullname")).toBe("Rina Contoh Baru");
    expect(await desk.page.inputValue("#frm #camera_image")).toMatch(/^data:image\/jpeg/);
    expect((await desk.seen()).isDirty).toBe(true);
  });

  it("3.3 whose answers are amiss takes no photo from its list, and takes it the next time", async () => {
    await using desk = await open("3.3");
    await desk.show("/anggota");
    await desk.page.locator(".btn-ambil-foto").first().click();
    await desk.until("driver.page?.photo");
    const jpeg = await photo(1);
    desk.standIn.knobs.failNext("capture_file");
    expect(await desk.put(jpeg)).toBe("refused: server-error");
    desk.standIn.knobs.answerHtmlNext("capture_file");
    expect(await desk.put(jpeg)).toBe("refused: not-json");
    await desk.standIn.logEverybodyOut();
    expect(await desk.put(jpeg)).toBe("refused: logged-out");
    await desk.page.context().addCookies([await desk.standIn.logIn("petugas2")]);
    expect(await desk.put(jpeg)).toBe("stored");
  });

  it("3.3's list gives the ticked rows of the page of its table that is shown", async () => {
    await using desk = await open("3.3");
    await desk.show("/anggota");
    await desk.until("driver.page?.missing.length === 0");
    await desk.page.locator("tbody input.check").nth(2).check();
    const [ticked] = (await desk.seen()).selected;
    const row = await desk.row(`ID = ${ticked?.memberId}`);
    expect(ticked).toEqual({ memberId: String(row.ID), memberNo: row.MemberNo });
    await desk.page.click(".dt-paging-button.next, .paginate_button.next");
    await desk.until(`!document.querySelector('tbody input[value="${row.ID}"]')`);
    expect((await desk.seen()).selected).toEqual([]);
  });

  it("3.2 keeps a photo on its update page while the form is being typed into", async () => {
    await using desk = await open("3.2");
    const { ID, MemberNo } = await desk.row("StatusAnggota_id = 3 AND PhotoUrl IS NULL");
    await desk.show(`/member/member/update?id=${ID}`);
    await desk.until("driver.page?.photo");
    expect(await desk.seen()).toMatchObject({
      member: { memberId: String(ID), memberNo: MemberNo },
      missing: [],
      isDirty: false,
    });
    await desk.page.fill("#members-phone", "0800444");
    const jpeg = await photo(5);
    // From before a restore: 3.2 then writes to another name than it notes.
    desk.standIn.photos.write(`${ID}.jpg`, Buffer.from(await photo(6)));
    expect(await desk.put(jpeg)).toBe("stored");
    expect(desk.standIn.photos.read(`${ID}.jpg`)).toEqual(Buffer.from(jpeg));
    expect((await desk.row(`ID = ${ID}`)).PhotoUrl).toBe(`${ID}.jpg`);
    expect(await desk.page.inputValue("#members-phone")).toBe("0800444");

    await desk.standIn.logEverybodyOut();
    expect(await desk.put(jpeg)).toBe("refused: logged-out");
    expect(await desk.page.inputValue("#members-phone")).toBe("0800444");
  });

  it("3.2's grid is followed through Pjax, and its ticked rows with it", async () => {
    await using desk = await open("3.2");
    await desk.show("/member/member/index");
    await desk.until("driver.page?.missing.length === 0");
    await desk.page.locator("#myGrid tbody input").first().check();
    const [before] = (await desk.seen()).selected;
    expect(before?.memberId).toMatch(/^\d+$/u);
    const told = await desk.page.evaluate<number>("driver.told.length");
    await desk.page.getByText("»").click();
    await desk.until(`!document.querySelector('tr[data-key="${before?.memberId}"]')`);
    expect((await desk.seen()).selected).toEqual([]);
    await desk.until(`driver.told.length > ${told} && driver.page?.missing.length === 0`);
    await desk.page.locator("#myGrid tbody input").first().check();
    const [after] = (await desk.seen()).selected;
    const row = await desk.row(`ID = ${after?.memberId}`);
    expect(after).toEqual({ memberId: String(row.ID), memberNo: row.MemberNo });
  });
});
