import { describe, expect, it } from "vitest";
import { update32 } from "./doms-32.ts";
import { list33 } from "./doms-33.ts";
import { eachTestOpens } from "./each-test-opens.ts";
import {
  dataUri,
  type Given,
  json,
  LOGIN_PAGE,
  PATIENCE_MS,
  type PagesDesk,
  photo,
  type Route,
} from "./pages-browser.ts";

const CAPTURE = "/perpus/api/anggota/capture_file";
const DETAIL = "/perpus/api/anggota/detail/41";
const BACKEND = "/inlislite3/backend/member/member";
const SAVE = `${BACKEND}/save-foto`;
const FILE = "/inlislite3/uploaded_files/foto_anggota/5.jpg";

const TAKEN = json({ status: 201, error: null, messages: { success: "Upload file berhasil" } }, 201);

/** What INLISLite, a proxy or a network may answer instead, and what it means. */
const REFUSALS: readonly (readonly [what: string, given: Given, failure: string])[] = [
  ["the login page, after a redirect", { status: 302, headers: { location: "/login" } }, "logged-out"],
  ["the login page itself", { body: LOGIN_PAGE }, "logged-out"],
  [
    "a redirect for scripts, without a Location",
    { status: 302, headers: { "x-redirect": "/login" } },
    "logged-out",
  ],
  ["401", { status: 401 }, "logged-out"],
  ["403 of an account without the right", { status: 403, body: "<h1>Forbidden (#403)</h1>" }, "forbidden"],
  ["404", { status: 404, body: "<h1>404</h1>" }, "not-there"],
  ["500 with nothing in it", { status: 500, body: "" }, "server-error"],
  ["413 of a web server", { status: 413, body: "<html>Too large</html>" }, "server-error"],
  [
    "a page where an answer was due",
    { body: "<!doctype html><html><body>Pemeliharaan</body></html>" },
    "not-json",
  ],
];

/** What 3.3's endpoint may say that is no success. */
const NO_SUCCESS: typeof REFUSALS = [
  ["nothing", { body: "" }, "not-json"],
  ["half a JSON", { body: '{"status":2' }, "not-json"],
  ["a refusal", json({ status: 400, messages: { error: "Upload file gagal" } }), "server-error"],
];

const DIALOG = `["#modal_camera.show #capture_id", "#modal_camera #camera_image"]
  .map((field) => document.querySelector(field).value)`;

describe("a photo that is stored at once", { timeout: 6 * PATIENCE_MS }, () => {
  let desk: PagesDesk;
  eachTestOpens((opened) => {
    desk = opened;
    desk.routes.set("/login", () => ({ body: LOGIN_PAGE }));
  });

  const posts = (path: string) =>
    desk.asked.filter((asked) => asked.method === "POST" && asked.path.startsWith(path));

  describe("in the list's dialog of 3.3", () => {
    const csrf = '<input type="hidden" name="csrf_test_name" value="made-up">';
    const openDialog = async (options: { readonly answerWithinMs?: number } = {}): Promise<void> => {
      const rows = [{ id: "41", memberNo: "26110200041" }];
      desk.routes.set("/perpus/anggota", `${csrf}${list33(rows)}`);
      await desk.show("/perpus/anggota", options);
      expect(await desk.seen()).toMatchObject({ hasPhoto: false });
      await desk.page.click(".btn-ambil-foto");
      await desk.until("driver.page?.photo");
    };

    it("is posted for the dialog's member, read back, shown in the row, and the dialog closes", async () => {
      const jpeg = await photo(1);
      desk.routes.set(CAPTURE, () => TAKEN);
      desk.routes.set(DETAIL, () => json({ ID: "41", PhotoUrl: "17_ab.jpg" }));
      desk.routes.set("/perpus/uploads/anggota/17_ab.jpg", () => ({ type: "image/jpeg", body: jpeg }));
      await openDialog();
      expect(await desk.seen()).toMatchObject({
        member: { memberId: "41", memberNo: "26110200041" },
        hasButtonPlace: true,
      });

      expect(await desk.put(jpeg)).toBe("stored");
      const [asked] = posts(CAPTURE);
      expect(asked?.headers["x-requested-with"]).toBe("XMLHttpRequest");
      const sent = Object.fromEntries(new URLSearchParams(asked?.body));
      expect(sent).toEqual({ capture_id: "41", camera_image: dataUri(jpeg), csrf_test_name: "made-up" });
      expect(await desk.page.getAttribute("#lazy41", "src")).toBe(dataUri(jpeg));
      await desk.until("!driver.page.photo");
      expect(desk.complaints).toEqual([]);
    });

    it("is refused, with a reason, whatever INLISLite answers instead; the dialog stays as it was", async () => {
      await openDialog();
      const jpeg = await photo(1);
      for (const [what, given, failure] of [...REFUSALS, ...NO_SUCCESS]) {
        desk.routes.set(CAPTURE, () => given);
        expect(await desk.put(jpeg), what).toBe(`refused: ${failure}`);
        expect(await desk.page.evaluate(DIALOG), what).toEqual(["41", ""]);
      }
    });

    it("is refused when another picture is found afterwards", async () => {
      const other = await photo(2);
      desk.routes.set(CAPTURE, () => TAKEN);
      desk.routes.set(DETAIL, () => json({ PhotoUrl: "17_ab.jpg" }));
      desk.routes.set("/perpus/uploads/anggota/17_ab.jpg", () => ({ type: "image/jpeg", body: other }));
      await openDialog();
      expect(await desk.put(await photo(1))).toBe("refused: read-back");
    });

    it("is taken on INLISLite's word where the row or the file cannot be read", async () => {
      desk.routes.set(CAPTURE, () => TAKEN);
      await openDialog();
      expect(await desk.put(await photo(1))).toBe("stored");
    });

    it("is given up within its budget, and when the caller gives up", async () => {
      desk.routes.set(CAPTURE, () => ({ isSilent: true }));
      await openDialog({ answerWithinMs: 300 });
      expect(await desk.put(await photo(1))).toBe("refused: timeout");
      const [outcome] = await Promise.all([desk.put(await photo(1)), desk.page.evaluate("driver.giveUp()")]);
      expect(outcome).toBe("AbortError");
    });

    it("is refused when INLISLite is not reached at all", async () => {
      await openDialog();
      await desk.page.context().setOffline(true);
      expect(await desk.put(await photo(1))).toBe("refused: unreachable");
    });
  });

  describe("on the update page of 3.2", () => {
    /** The file of the member's photo, as the server has it. */
    let file: string | undefined;
    const save: Route = ({ body }) => {
      file = new URLSearchParams(body).get("imgBase64") ?? undefined;
      return { body: "1" };
    };
    const fileRoute: Route = () =>
      file
        ? { type: "image/jpeg", body: Buffer.from(file.split(",")[1]!, "base64") }
        : { status: 404, body: "" };
    const openUpdate = async (): Promise<void> => {
      file = undefined;
      desk.routes.set(`${BACKEND}/update`, update32());
      desk.routes.set(FILE, fileRoute);
      await desk.show(`${BACKEND}/update?id=5`);
    };

    it("is saved, read back and shown, without a reload over what is typed", async () => {
      const jpeg = await photo(4);
      desk.routes.set(SAVE, save);
      await openUpdate();
      await desk.page.fill("#members-fullname", "DEWI CONTOH PUTRI");
      expect(await desk.put(jpeg)).toBe("stored");

      const [asked] = posts(SAVE);
      expect(asked?.path).toBe(`${SAVE}?id=5`);
      const sent = Object.fromEntries(new URLSearchParams(asked?.body));
      expect(sent).toEqual({ imgBase64: dataUri(jpeg), _backendInlislite: "made-up" });
      expect(await desk.page.getAttribute("#fotoanggota", "src")).toBe(dataUri(jpeg));
      expect(await desk.page.inputValue("#members-fullname")).toBe("DEWI CONTOH PUTRI");
      expect(await desk.page.evaluate("reloads")).toBe(0);
      expect((await desk.seen()).isDirty).toBe(true);
      expect(posts(SAVE)).toHaveLength(1);
    });

    it("is saved once more where 3.2 wrote it to another name than it noted", async () => {
      const jpeg = await photo(4);
      await openUpdate();
      file = dataUri(await photo(5));
      let saves = 0;
      desk.routes.set(SAVE, (asked) => {
        saves += 1;
        return saves === 1 ? { body: "1" } : save(asked);
      });
      expect(await desk.put(jpeg)).toBe("stored");
      expect(saves).toBe(2);
    });

    it("is refused when another picture is still found then, with nothing lost", async () => {
      await openUpdate();
      file = dataUri(await photo(5));
      desk.routes.set(SAVE, () => ({ body: "1" }));
      await desk.page.fill("#members-fullname", "DEWI CONTOH PUTRI");
      expect(await desk.put(await photo(4))).toBe("refused: read-back");
      expect(await desk.page.inputValue("#members-fullname")).toBe("DEWI CONTOH PUTRI");
      expect(await desk.page.getAttribute("#fotoanggota", "src")).toContain("5.jpg");
    });

    it("is refused, with a reason, whatever INLISLite answers instead; what is typed stays", async () => {
      await openUpdate();
      await desk.page.fill("#members-fullname", "DEWI CONTOH PUTRI");
      const jpeg = await photo(4);
      for (const [what, given, failure] of REFUSALS) {
        desk.routes.set(SAVE, () => given);
        expect(await desk.put(jpeg), what).toBe(`refused: ${failure}`);
      }
      expect(await desk.page.inputValue("#members-fullname")).toBe("DEWI CONTOH PUTRI");
    });
  });
});
