import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { create32, update32 } from "./doms-32.ts";
import { create33, edit33 } from "./doms-33.ts";
import { eachTestOpens } from "./each-test-opens.ts";
import { json, LOGIN_PAGE, PATIENCE_MS, type PagesDesk } from "./pages-browser.ts";

const BACKEND = "/inlislite3/backend/member/member";
const JQUERY_4 = readFileSync(
  new URL("../../../node_modules/jquery-4/dist/jquery.min.js", import.meta.url),
  "utf8",
);

describe("a form of INLISLite", { timeout: 4 * PATIENCE_MS }, () => {
  let desk: PagesDesk;
  eachTestOpens((opened) => {
    desk = opened;
    desk.routes.set("/jquery-4.js", () => ({ type: "text/javascript", body: JQUERY_4 }));
    desk.routes.set("/anggota/create", create33({ isManual: true }));
    desk.routes.set("/anggota/edit/5", edit33({ jQuery: "/jquery-4.js" }));
    desk.routes.set(`${BACKEND}/create`, create32());
    desk.routes.set(`${BACKEND}/update`, update32());
  });

  const isDirty = async (): Promise<boolean | undefined> => (await desk.seen()).isDirty;
  const firstEdits = async (): Promise<number> =>
    (await desk.told()).filter((what) => what === "first edit").length;
  const warnings = async (): Promise<readonly string[]> => (await desk.seen()).warnings;

  it("says what is in it: name, number where the library numbers by hand, phone", async () => {
    await desk.show("/anggota/create");
    await desk.page.fill("#Fullname", " Sari Contoh ");
    await desk.page.fill("#frm_create_ID", "A-77");
    await desk.page.fill("#frm_create_NoHp", "0800333");
    expect((await desk.seen()).form).toEqual({ fullName: "Sari Contoh", memberNo: "A-77", phone: "0800333" });
    await desk.show(`${BACKEND}/create`);
    expect((await desk.seen()).form).toEqual({ fullName: "DEWI CONTOH", memberNo: "", phone: "0800222" });
    await desk.show(`${BACKEND}/update?id=5`);
    expect((await desk.seen()).form).toMatchObject({ memberNo: "0126110200003" });
  });

  it("is clean while only the page's own scripts fill it, and dirty from a person's first key on", async () => {
    await desk.show("/anggota/create");
    await desk.until("document.getElementById('Province').options.length === 2");
    await desk.page.mouse.click(5, 5);
    // What changes before the page's own handlers of a gesture have had their turn is the gesture's.
    await desk.page.evaluate("new Promise((turn) => setTimeout(turn))");
    await desk.page.evaluate("document.getElementById('Province').innerHTML = '<option>13</option>'");
    await desk.page.evaluate("document.getElementById('EndDate').value = '2031-01-01'");
    expect(await isDirty()).toBe(false);
    await desk.page.focus("#Fullname");
    await desk.page.keyboard.type("Sa");
    expect(await isDirty()).toBe(true);
    expect(await firstEdits()).toBe(1);
    await desk.page.keyboard.type("ri");
    expect(await firstEdits()).toBe(1);
  });

  it("notices a choice that select2 or a date picker makes for a person, without an event", async () => {
    await desk.show(`${BACKEND}/update?id=5`);
    await desk.page.evaluate(`document.body.insertAdjacentHTML("beforeend", "<ul><li id=choice>Petani</li></ul>");
      document.getElementById("choice").addEventListener("mouseup", ({ target }) => {
        document.getElementById("members-job_id").value = "2";
        target.remove();
      });`);
    expect(await isDirty()).toBe(false);
    await desk.page.click("#choice");
    await desk.until("driver.told.includes('first edit')");
    expect(await isDirty()).toBe(true);
  });

  it("is dirty when a script fills it after a person asked for it", async () => {
    await desk.show(`${BACKEND}/update?id=5`);
    await desk.page.mouse.click(5, 5);
    expect(await isDirty()).toBe(false);
    await desk.page.evaluate("document.getElementById('members-fullname').value = 'DARI KEPENDUDUKAN'");
    expect(await isDirty()).toBe(true);
  });

  it("is dirty when the browser has put back what was typed before", async () => {
    desk.routes.set(
      "/anggota/create",
      `${create33()}<script>document.getElementById("Fullname").value = "Sari";</script>`,
    );
    await desk.show("/anggota/create");
    expect(await isDirty()).toBe(true);
    expect(await firstEdits()).toBe(0);
    // A date that the database has as zeros is shown as none; nobody typed that.
    const zeroDate = '<input type="date" name="DateOfBirth" value="0000-00-00">';
    desk.routes.set("/anggota/create", create33().replace("</form>", `${zeroDate}</form>`));
    await desk.show("/anggota/create");
    expect(await isDirty()).toBe(false);
  });

  it("tells of its sending, with its values, just before the page goes: 3.3's plain POST", async () => {
    desk.routes.set("POST /anggota/create", () => ({ body: "<p id=gone></p>" }));
    await desk.show("/anggota/create");
    await desk.page.click("#btn-submit");
    expect(await desk.told()).not.toContainEqual(expect.stringContaining("sent"));
    await desk.page.fill("#Fullname", "Sari Contoh");
    await desk.page.focus("#package");
    await desk.page.keyboard.press("ArrowDown");
    await desk.page.focus("#Fullname");
    await desk.page.keyboard.press("Enter");
    await desk.page.waitForSelector("#gone", { state: "attached" });
    expect(await desk.page.evaluate("sessionStorage.getItem('sent')")).toBe("sent Sari Contoh||;");
  });

  it("tells of its sending where Yii checks first and then sends without an event", async () => {
    desk.routes.set(`POST ${BACKEND}/create`, () => ({ body: "<p id=gone></p>" }));
    await desk.show(`${BACKEND}/create`);
    await desk.page.fill("#members-fullname", "");
    await desk.page.click(".btn-success");
    expect(await desk.told()).not.toContainEqual(expect.stringContaining("sent"));
    await desk.page.fill("#members-fullname", "SARI CONTOH");
    await desk.page.click(".btn-success");
    await desk.page.waitForSelector("#gone", { state: "attached" });
    expect(await desk.page.evaluate("sessionStorage.getItem('sent')")).toBe("sent SARI CONTOH||0800222;");
  });

  describe("that is sent by AJAX (3.3 edit)", () => {
    const save = async (): Promise<void> => {
      await desk.page.fill("#Fullname", "Rina Contoh Baru");
      expect(await isDirty()).toBe(true);
      await desk.page.click("#btn-submit");
    };

    for (const [how, jQuery] of [
      ["as jQuery tells", "/jquery-4.js"],
      ["as the page's pop-up tells, where jQuery cannot be reached", ""],
    ] as const) {
      it(`is saved, and clean again, ${how}`, async () => {
        desk.routes.set("/anggota/edit/5", edit33({ jQuery }));
        desk.routes.set("POST /anggota/edit/5", () => json({ success: true }));
        await desk.show("/anggota/edit/5");
        await save();
        await desk.until("driver.told.includes('saved')");
        expect(await desk.told()).toContain("sent Rina Contoh Baru|26110200007|0800111");
        expect(await isDirty()).toBe(false);
        expect(desk.complaints).toEqual([]);
      });
    }

    it("is not saved, and still dirty, when INLISLite refuses, has logged out, or fails", async () => {
      await desk.show("/anggota/edit/5");
      for (const [given, failure] of [
        [json({ success: false, message: "Validasi gagal" }), "server-error"],
        [{ body: LOGIN_PAGE }, "logged-out"],
        [{ status: 500, body: "" }, "server-error"],
        [{ body: "<html>Pemeliharaan</html>" }, "not-json"],
      ] as const) {
        desk.routes.set("POST /anggota/edit/5", () => given);
        const toldBefore = (await desk.told()).length;
        await save();
        await desk.until(`driver.told.slice(${toldBefore}).includes("not saved: ${failure}")`);
        expect(await isDirty()).toBe(true);
        expect(await desk.page.inputValue("#Fullname")).toBe("Rina Contoh Baru");
      }
      expect(await desk.told()).not.toContain("saved");
    });

    it("is not saved when the page's pop-up says so", async () => {
      desk.routes.set("/anggota/edit/5", edit33());
      desk.routes.set("POST /anggota/edit/5", () => json({ success: false }));
      await desk.show("/anggota/edit/5");
      await save();
      await desk.until("driver.told.includes('not saved: server-error')");
    });
  });

  it("warns of what saving would do to a member's number (3.3 edit)", async () => {
    await desk.show("/anggota/edit/5");
    expect(await warnings()).toEqual(["identity-lost"]);
    await desk.page.fill("#frm_create_IdentityNo", "3171234567890001");
    expect(await warnings()).toEqual(["number-replaced"]);
    desk.routes.set("/anggota/edit/5", edit33({ hasIdentity: false, memberNo: "3171234567890001" }));
    await desk.show("/anggota/edit/5");
    expect(await warnings()).toEqual(["number-lost", "number-like-nik"]);
    desk.routes.set("/anggota/edit/5", edit33({ hasProfile: false }));
    await desk.show("/anggota/edit/5");
    expect(await warnings()).toEqual(["identity-lost"]);
  });

  it("warns of an end date that is missing or of today, and of a number that is an identity number", async () => {
    await desk.page.clock.setFixedTime(new Date("2026-11-02T03:00:00+07:00"));
    await desk.show("/anggota/create");
    expect(await warnings()).toEqual([]);
    const endDate = (date: string) =>
      desk.page.evaluate(`document.getElementById("EndDate").value = "${date}"`);
    const choose = (type: string) =>
      desk.page.evaluate(`document.getElementById("package").value = "${type}"`);
    await choose("9");
    expect(await warnings()).toEqual(["no-end-date"]);
    await endDate("Invalid date");
    expect(await warnings()).toEqual(["no-end-date"]);
    await endDate("2026-11-02");
    expect(await warnings()).toEqual(["ends-today"]);
    await endDate("2027-11-02");
    await desk.page.fill("#frm_create_ID", "3171234567890001");
    expect(await warnings()).toEqual(["number-like-nik"]);

    for (const [form, expected] of [
      [{ endDate: "02-11-2026", registerDate: "01-11-2026" }, ["ends-today"]],
      // An online registration that was activated the day after.
      [{ endDate: "30-10-2026", registerDate: "30-10-2026" }, ["ends-today"]],
      [{ endDate: "02-11-2027" }, []],
      [{ memberNo: "3171234567890001" }, ["number-like-nik"]],
    ] as const) {
      desk.routes.set(`${BACKEND}/update`, update32(form));
      await desk.show(`${BACKEND}/update?id=5`);
      expect(await warnings()).toEqual(expected);
    }
  });
});
