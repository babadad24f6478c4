import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { INLISLITE_VERSIONS } from "../../../src/inlislite/member.ts";
import type { PhotoFolder } from "../../../src/inlislite/photo-writing.ts";
import { type MariaDb, startMariaDb } from "../../harness/mariadb.ts";
import { interrupted, PhotoDesk, STAFF, someJpeg, TERMINAL, type Whole } from "../../harness/photo-desk.ts";

const never = new AbortController().signal;
const refusal = (code: string) => expect.objectContaining({ code });
const OWNED = ["PhotoUrl", "UpdateBy", "UpdateDate", "UpdateTerminal"];

describe.each(INLISLITE_VERSIONS)("a photo written directly into INLISLite %s", (version) => {
  let server: MariaDb;
  let desk: PhotoDesk;
  beforeAll(async () => {
    server = await startMariaDb();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    desk = await PhotoDesk.open(server, version);
    return () => desk[Symbol.dispose]();
  });

  it("changes the four columns of a photo in one row, and no other column of any row", async () => {
    const before = await desk.rows("SELECT * FROM members ORDER BY ID");
    const photo = await desk.photoOf();
    const { photoName } = await desk.writer().write(photo, never);
    const after = await desk.rows("SELECT * FROM members ORDER BY ID");

    const expected = before.map((row) =>
      String(row["ID"]) === photo.memberId
        ? {
            ...row,
            PhotoUrl: photoName,
            UpdateBy: STAFF,
            UpdateTerminal: TERMINAL,
            UpdateDate: expect.anything(),
          }
        : row,
    );
    expect(after).toEqual(expected);
    const mine = after.find((row) => String(row["ID"]) === photo.memberId) ?? {};
    const was = before.find((row) => String(row["ID"]) === photo.memberId) ?? {};
    const changed = Object.keys(mine).filter((name) => String(mine[name]) !== String(was[name]));
    expect(changed.filter((name) => !OWNED.includes(name))).toEqual([]);
    expect(changed).toContain("UpdateDate");

    expect(desk.files).toEqual([photoName]);
    expect(Buffer.compare(desk.read(photoName), photo.jpeg)).toBe(0);
  });

  it("names the file as its own pages do, and stamps the row by the clock of its own pages", async () => {
    // A server in WITA, as many are: 3.2 follows it, 3.3 does not.
    await server.run("SET GLOBAL time_zone = '+08:00'");
    try {
      const photo = await desk.photoOf();
      const { photoName } = await desk.writer().write(photo, never);
      const named =
        version === "3.2" ? new RegExp(`^${photo.memberId}\\.jpg$`) : /^1\d{9}_[0-9a-f]{20}\.jpg$/;
      expect(photoName).toMatch(named);
      const zone = version === "3.2" ? 8 : 7;
      const [{ late } = {}] = await desk.rows(
        `SELECT ABS(TIMESTAMPDIFF(SECOND, UpdateDate, UTC_TIMESTAMP() + INTERVAL ${zone} HOUR)) AS late FROM members WHERE ID = ?`,
        [photo.memberId],
      );
      expect(Number(late)).toBeLessThan(60);
    } finally {
      await server.run("SET GLOBAL time_zone = 'SYSTEM'");
    }
  });

  it("tells 3.2's own change log what its pages would, and 3.3 has none", async () => {
    const photo = await desk.photoOf();
    await desk.run("UPDATE members SET PhotoUrl = 'lama.jpg' WHERE ID = ?", [photo.memberId]);
    const { photoName } = await desk.writer().write(photo, never);
    const expected = {
      ...{
        table: "members",
        field_name: "PhotoUrl",
        field_id: photo.memberId,
        type: 1,
        user_id: String(STAFF),
      },
      ...{ old_value: "lama.jpg", new_value: photoName },
    };
    const history = await desk.history();
    expect(history).toEqual(version === "3.2" ? [expect.objectContaining(expected)] : []);
    // The name stays as it is, so nothing has changed in that column.
    await desk.writer().write({ ...photo, jpeg: someJpeg() }, never);
    expect(await desk.history()).toHaveLength(version === "3.2" ? 1 : 0);
  });

  it("replaces the photo of before", async () => {
    const photo = await desk.photoOf();
    const first = await desk.writer().write(photo, never);
    const newer = { ...photo, jpeg: someJpeg() };
    const second = await desk.writer().write(newer, never);
    expect(Buffer.compare(desk.read(second.photoName), newer.jpeg)).toBe(0);
    // 3.3 never deletes the old file, nor do we.
    expect(desk.files).toEqual([...new Set([first.photoName, second.photoName])].toSorted());
    expect((await desk.member())["PhotoUrl"]).toBe(second.photoName);
  });

  it("puts file and row in step where a file of that name lies about and the row names none", async () => {
    const photo = await desk.photoOf();
    await desk.run("UPDATE members SET PhotoUrl = NULL WHERE ID = ?", [photo.memberId]);
    writeFileSync(path.join(desk.folder, `${photo.memberId}.jpg`), "left behind by somebody");
    const { photoName } = await desk.writer().write(photo, never);
    expect((await desk.member())["PhotoUrl"]).toBe(photoName);
    expect(Buffer.compare(desk.read(photoName), photo.jpeg)).toBe(0);
    expect(desk.files).toHaveLength(version === "3.2" ? 1 : 2);
  });

  it("writes two photos of one member one after the other, and the last one stays", async () => {
    const photo = await desk.photoOf();
    const [one, two] = [someJpeg(), someJpeg()];
    const writer = desk.writer();
    await Promise.all([one, two].map((jpeg) => writer.write({ ...photo, jpeg }, never)));
    const { PhotoUrl } = await desk.member();
    expect(Buffer.compare(desk.read(String(PhotoUrl)), two)).toBe(0);
  });

  describe("leaves everything as it was", () => {
    /** What goes wrong, and by which code the desk hears of it. */
    const fails = async (
      code: string,
      write: () => Promise<unknown>,
      meanwhile: (before: Whole) => unknown = (before) => before,
    ): Promise<void> => {
      // So that there is something to be lost in 3.2.
      const photo = await desk.photoOf();
      await desk.writer().write(photo, never);
      const before = await desk.whole();
      await expect(write()).rejects.toEqual(refusal(code));
      expect(await desk.whole()).toEqual(await meanwhile(before));
    };

    it("for twins", () =>
      fails("MEMBER_NO_AMBIGUOUS", async () => desk.writer().write(await desk.photoOf("ODD-TWINS"), never)));

    it("for a row that is gone, and one that was renumbered to somebody else", async () => {
      await fails("MEMBER_NOT_FOUND", async () => {
        const photo = await desk.photoOf();
        return desk.writer().write({ ...photo, memberId: "987654" }, never);
      });
      await fails("MEMBER_NOT_FOUND", async () => {
        const other = await desk.photoOf("ODD-ACCENTS");
        return desk.writer().write({ ...(await desk.photoOf()), memberId: other.memberId }, never);
      });
      await fails("MEMBER_NOT_FOUND", async () =>
        desk.writer().write({ ...(await desk.photoOf()), memberId: "1 OR 1=1" }, never),
      );
    });

    it("for a member whom a page saves at the same time, whose change stays", async () => {
      const photo = await desk.photoOf();
      const edit = () =>
        desk.run("UPDATE members SET Fullname = 'DIUBAH', UpdateDate = '2031-01-02 03:04:05' WHERE ID = ?", [
          photo.memberId,
        ]);
      await fails(
        "MEMBER_CHANGED",
        () => desk.writer({ around: interrupted("draft", edit) }).write(photo, never),
        async (before) => ({ ...before, members: (await desk.whole()).members }),
      );
      expect(await desk.member()).toMatchObject({ Fullname: "DIUBAH", UpdateBy: STAFF });
      expect(desk.files).toHaveLength(1);
    });

    it("for a member who is renumbered or deleted between reading and writing", async () => {
      const photo = await desk.photoOf();
      const renumber = () => desk.run("UPDATE members SET ID = 700001 WHERE ID = ?", [photo.memberId]);
      await fails(
        "MEMBER_CHANGED",
        () => desk.writer({ around: interrupted("draft", renumber) }).write(photo, never),
        async (before) => ({ ...before, members: (await desk.whole()).members }),
      );
      expect((await desk.member())["ID"]).toBe(700001);
      const moved = { ...photo, memberId: "700001" };
      const remove = () => desk.run("DELETE FROM members WHERE ID = 700001");
      const deleted = desk.writer({ around: interrupted("draft", remove) }).write(moved, never);
      await expect(deleted).rejects.toEqual(refusal("MEMBER_CHANGED"));
      expect(desk.files).toHaveLength(1);
    });

    it("for a user that INLISLite does not have", () =>
      fails("INLISLITE_USER_UNKNOWN", async () =>
        desk.writer({ updateBy: 4242 }).write(await desk.photoOf(), never),
      ));

    it("for grants that were revoked, before or in the middle", async () => {
      await fails("INLISLITE_REFUSED", async () => {
        const photo = await desk.photoOf();
        await desk.revoke();
        return desk.writer().write(photo, never);
      });
      await desk.grant();
      await fails("INLISLITE_REFUSED", async () => {
        const photo = await desk.photoOf();
        return desk.writer({ around: interrupted("draft", () => desk.revoke()) }).write(photo, never);
      });
    });

    it("for a file that does not read back as it was written", () =>
      fails("PHOTO_NOT_KEPT", async () => {
        const damage = (folder: PhotoFolder): PhotoFolder => ({
          draft: async (name, bytes) => {
            const draft = await folder.draft(name, bytes);
            const bound = { place: () => draft.place(), keep: () => draft.keep(), undo: () => draft.undo() };
            return { ...bound, readBack: async () => (await draft.readBack()).slice(1) };
          },
        });
        return desk.writer({ around: damage }).write(await desk.photoOf(), never);
      }));

    it("for a row that a trigger of the site changes on its way", () =>
      fails("PHOTO_NOT_KEPT", async () => {
        await desk.run(
          "CREATE TRIGGER keras BEFORE UPDATE ON members FOR EACH ROW SET NEW.PhotoUrl = 'nophoto.jpg'",
        );
        return desk.writer().write(await desk.photoOf(), never);
      }));

    it("for a page that gives up before anything is begun", () =>
      fails("CANCELLED", async () => {
        const gone = AbortSignal.abort(Object.assign(new Error("gone"), { code: "CANCELLED" }));
        return desk.writer().write(await desk.photoOf(), gone);
      }));
  });
});
