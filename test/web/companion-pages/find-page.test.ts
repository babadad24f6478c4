import { describe, expect, it } from "vitest";
import { memberIdOf } from "../../../web/companion/pages/member-id.ts";
import { create32, home32, list32, renewal32, update32 } from "./doms-32.ts";
import { create33, dashboard33, edit33, edit33Tab, list33, renewal33 } from "./doms-33.ts";
import { eachTestOpens } from "./each-test-opens.ts";
import { LOGIN_PAGE, PATIENCE_MS, type PagesDesk } from "./pages-browser.ts";

const BACKEND = "/inlislite3/backend";

describe("pages of INLISLite", { timeout: 4 * PATIENCE_MS }, () => {
  let desk: PagesDesk;
  eachTestOpens((opened) => {
    desk = opened;
  });

  const find = async (path: string, body: string) => {
    desk.routes.set(path.split("?")[0]!, body);
    return await desk.find(path);
  };

  it("are told apart by address: 3.3 at the root, in a folder, and below index.php", async () => {
    for (const prefix of ["", "/perpus", "/perpus/anggota-lama", "/index.php"]) {
      const page = await find(`${prefix}/anggota/create`, create33());
      expect(page).toMatchObject({ version: "3.3", kind: "create", missing: [], hasPhoto: true });
      expect(page?.memberAddress).toBe(`${desk.origin}${prefix}/anggota/edit/77`);
      expect(page?.photoAddress).toBe(
        `${desk.origin}${prefix.replace("/index.php", "")}/uploads/anggota/foto%20a.jpg`,
      );
    }
  });

  it("are told apart by address: 3.2 in whatever folder its back office has", async () => {
    for (const backend of [BACKEND, "/perpus/petugas", ""]) {
      const page = await find(`${backend}/member/member/create`, create32());
      expect(page).toMatchObject({ version: "3.2", kind: "create", missing: [], hasPhoto: false });
      expect(page?.memberAddress).toBe(`${desk.origin}${backend}/member/member/update?id=77`);
    }
  });

  it("know where photos of 3.2 lie: beside the back office, or where the page itself shows one", async () => {
    const list = await find(`${BACKEND}/member/member/index`, list32([]));
    expect(list?.photoAddress).toBe(`${desk.origin}/inlislite3/uploaded_files/foto_anggota/foto%20a.jpg`);
    const elsewhere = '<img src="/berkas/uploaded_files/foto_anggota/nophoto.jpg?timestamp=3" alt="">';
    const shown = await find(`${BACKEND}/member/member/index`, `${list32([])}${elsewhere}`);
    expect(shown?.photoAddress).toBe(`${desk.origin}/berkas/uploaded_files/foto_anggota/foto%20a.jpg`);
  });

  it("say whose they are, and the number that they show", async () => {
    const edit = await find("/anggota/edit/5", edit33());
    expect(edit?.member).toEqual({ memberId: "5", memberNo: "26110200007" });
    const tab = await find("/anggota/edit/5?slug=peminjaman", edit33Tab);
    expect(tab).toMatchObject({
      kind: "edit",
      member: { memberId: "5", memberNo: "26110200007" },
      missing: [],
    });
    expect(tab?.form).toBeUndefined();
    const update = await find(`${BACKEND}/member/member/update?id=1.0E%2B7&edit=t`, update32());
    expect(update?.member).toEqual({ memberId: "10000000", memberNo: "0126110200003" });
    const view = await find(`${BACKEND}/member/member/view?id=12`, "<table></table>");
    expect(view).toMatchObject({ kind: "other", member: { memberId: "12" } });
    // The id in a renewal's address is the renewal's.
    const renewal = await find("/perpanjangan-anggota/edit/9", renewal33);
    expect(renewal?.member).toBeUndefined();
    const renewed = await find(`${BACKEND}/member/perpanjang/update?id=9`, renewal32);
    expect(renewed).toMatchObject({ kind: "renewal", missing: [] });
    expect(renewed?.member).toBeUndefined();
  });

  it("know the member of a renewal as soon as one is chosen", async () => {
    desk.routes.set("/perpanjangan-anggota/create", renewal33);
    await desk.show("/perpanjangan-anggota/create");
    expect((await desk.seen()).member).toBeUndefined();
    await desk.page.focus("#package");
    await desk.page.keyboard.press("ArrowDown");
    expect((await desk.seen()).member).toEqual({ memberId: "31" });
    expect((await desk.seen()).isDirty).toBe(true);
  });

  it("are INLISLite's also where no member is shown, by the menu's own link", async () => {
    const dashboard = await find("/perpus/dashboard", dashboard33("/perpus"));
    expect(dashboard).toMatchObject({ version: "3.3", kind: "other", missing: [] });
    expect(dashboard?.memberAddress).toBe(`${desk.origin}/perpus/anggota/edit/77`);
    const home = await find(`${BACKEND}/site/index`, home32);
    expect(home).toMatchObject({ version: "3.2", kind: "other" });
    expect(home?.memberAddress).toBe(`${desk.origin}${BACKEND}/member/member/update?id=77`);
  });

  it("are nobody's where nothing says INLISLite: a login page, somebody else's page", async () => {
    desk.routes.set("/login", () => ({ body: LOGIN_PAGE.replace("</body>", "</body>") }));
    expect(await find("/masuk", "<form><input type=password></form>")).toBeUndefined();
    expect(await find("/belanja", "<a href='https://lain.example/anggota'>Anggota</a>")).toBeUndefined();
  });

  it("switch a part off that does not look as expected, and name it", async () => {
    const create = await find("/anggota/create", create33({ hasPhotoField: false }));
    expect(create).toMatchObject({ hasPhoto: false, missing: ["3.3 create: #myform #camera_image"] });
    expect(create?.form).toBeDefined();
    const broken = await find("/anggota/edit/5", "<h1>500</h1>");
    expect(broken?.missing).toContain("3.3 edit: #frm");
    expect(broken).toMatchObject({ member: { memberId: "5" }, hasPhoto: false });
    expect(broken?.form).toBeUndefined();
    const list = await find("/anggota", "<p>Tabel</p>");
    expect(list?.missing).toContain("3.3 list: #tbl_data");
    expect(list?.selected).toEqual([]);
    const update = await find(`${BACKEND}/member/member/update?id=5`, create32());
    expect(update?.missing).toEqual([
      "3.2 edit: #pre_take_buttons",
      '3.2 edit: a[href*="kartu-anggota-satuan"]',
    ]);
    expect(update).toMatchObject({ hasPhoto: false, form: { fullName: "DEWI CONTOH" } });
  });

  it("have places for Titian's buttons", async () => {
    expect(await find("/anggota/create", create33())).toMatchObject({
      hasButtonPlace: true,
      hasActionPlace: false,
    });
    expect(await find("/anggota/edit/5", edit33())).toMatchObject({
      hasButtonPlace: true,
      hasActionPlace: true,
    });
    expect(await find("/anggota", list33([]))).toMatchObject({ hasPhoto: false, hasActionPlace: true });
    const update = await find(`${BACKEND}/member/member/update?id=5`, update32());
    expect(update).toMatchObject({ hasButtonPlace: true, hasActionPlace: true });
    expect(await find(`${BACKEND}/member/member`, list32([]))).toMatchObject({ hasActionPlace: true });
  });

  it("list the ticked rows, never a switch that happens to be on", async () => {
    desk.routes.set(
      "/anggota",
      list33([
        { id: "41", memberNo: "26110200041" },
        { id: "42", memberNo: "a 42 b" },
        { id: "43", memberNo: "26110200043", box: "member_ids[]" },
      ]),
    );
    await desk.show("/anggota");
    expect((await desk.seen()).selected).toEqual([]);
    await desk.page.check('[value="42"]');
    await desk.page.check('[value="43"]');
    await desk.page.check(".check_data");
    expect((await desk.seen()).selected).toEqual([
      { memberId: "42", memberNo: "a 42 b" },
      { memberId: "43", memberNo: "26110200043" },
    ]);
  });

  it("list the ticked rows of 3.2 under any name of the box, ids written as PHP writes doubles", async () => {
    for (const box of ["cek[]", "selection[]", "row_id[]"]) {
      const rows = [
        { id: "1.0E+7", memberNo: "0126110200001" },
        { id: "8", memberNo: "0126110200002" },
      ];
      desk.routes.set(`${BACKEND}/member/member/index`, list32(rows, box));
      await desk.show(`${BACKEND}/member/member/index`);
      await desk.page.check(".select-on-check-all");
      await desk.page.check('[data-key="1.0E+7"] input');
      expect((await desk.seen()).selected).toEqual([{ memberId: "10000000", memberNo: "0126110200001" }]);
    }
  });
});

describe("a member's id", () => {
  it("is digits, however PHP and a query string have written it", () => {
    const written = ["5", " 12 ", "1.0E+7", "1.0E 7", "5.0", "007", "1.0E+15"];
    expect(written.map(memberIdOf)).toEqual([
      "5",
      "12",
      "10000000",
      "10000000",
      "5",
      "7",
      "1000000000000000",
    ]);
  });

  it("is nothing where there is none", () => {
    for (const text of [null, undefined, "", "on", "5a", "-3", "0.5", "1e400", "create"]) {
      expect(memberIdOf(text)).toBeUndefined();
    }
  });
});
