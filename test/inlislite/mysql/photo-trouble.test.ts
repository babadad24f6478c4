import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { INLISLITE_VERSIONS } from "../../../src/inlislite/member.ts";
import { ManualClock } from "../../harness/manual-clock.ts";
import { type MariaDb, startMariaDb } from "../../harness/mariadb.ts";
import { MysqlRelay } from "../../harness/mysql-relay.ts";
import { interrupted, PhotoDesk } from "../../harness/photo-desk.ts";
import { mayMountDisks, SmallDisk } from "../../harness/small-disk.ts";

const never = new AbortController().signal;
const refusal = (code: string) => expect.objectContaining({ code });

describe.each(INLISLITE_VERSIONS)("a photo on its way into INLISLite %s", (version) => {
  let server: MariaDb;
  let desk: PhotoDesk;

  beforeAll(async () => {
    server = await startMariaDb();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    desk = await PhotoDesk.open(server, version);
    // So that there is something to be lost in 3.2.
    await desk.writer().write(await desk.photoOf(), never);
    return () => desk[Symbol.dispose]();
  });

  describe("whose server", () => {
    it("is killed when file and row are both in place but not yet kept, leaves nothing", async () => {
      const before = await desk.whole();
      const photo = await desk.photoOf();
      const writer = desk.writer({ around: interrupted("readBack", () => server.kill()) });
      await expect(writer.write(photo, never)).rejects.toEqual(refusal("INLISLITE_UNREACHABLE"));
      await server.restart();
      expect(await desk.whole()).toEqual(before);
      expect((await desk.writer().write(photo, never)).photoName).toBe((await desk.member())["PhotoUrl"]);
    });

    it("hangs in the middle, is given up within the budget and leaves nothing, also when it wakes up", async () => {
      const before = await desk.whole();
      const photo = await desk.photoOf();
      const clock = new ManualClock();
      const hang = async (): Promise<void> => server.pause();
      const write = desk.writer({ clock, around: interrupted("place", hang) }).write(photo, never);
      const refused = expect(write).rejects.toEqual(refusal("INLISLITE_UNREACHABLE"));
      while (desk.files.every((name) => !name.includes("titian-new"))) await new Promise(setImmediate);
      while (desk.files.some((name) => name.includes("titian-new"))) await new Promise(setImmediate);
      await clock.advance(10_000);
      await refused;
      server.resume();
      expect(await desk.whole()).toEqual(before);
    });

    it("was away from the start is not waited for", async () => {
      const before = await desk.whole();
      const photo = await desk.photoOf();
      const writer = desk.writer({ port: () => 1 });
      await expect(writer.write(photo, never)).rejects.toEqual(refusal("INLISLITE_UNREACHABLE"));
      expect(await desk.whole()).toEqual(before);
    });

    it("is there and deaf is given up within the budget", async () => {
      const before = await desk.whole();
      const photo = await desk.photoOf();
      const clock = new ManualClock();
      server.pause();
      const refused = expect(desk.writer({ clock }).write(photo, never)).rejects.toEqual(
        refusal("INLISLITE_UNREACHABLE"),
      );
      await clock.advance(10_000);
      await refused;
      server.resume();
      expect(await desk.whole()).toEqual(before);
    });

    it("has the row locked by a page for too long", async () => {
      const before = await desk.whole();
      const photo = await desk.photoOf();
      const lock = desk
        .run(
          "START TRANSACTION; SELECT ID FROM members WHERE ID = ? FOR UPDATE; SELECT GET_LOCK('held', 0); SELECT SLEEP(20);",
          [photo.memberId],
        )
        // It ends by being killed.
        .catch(() => undefined);
      const isHeld = async (): Promise<boolean> =>
        (await desk.rows("SELECT IS_USED_LOCK('held') AS held"))[0]?.["held"] !== null;
      while (!(await isHeld()));
      await expect(desk.writer().write(photo, never)).rejects.toEqual(refusal("INLISLITE_UNREACHABLE"));
      const [{ held } = {}] = await desk.rows("SELECT IS_USED_LOCK('held') AS held");
      await server.run(`KILL ${String(held)}`);
      await lock;
      expect(await desk.whole()).toEqual(before);
    });
  });

  describe("whose line breaks at the commit", () => {
    let relay: MysqlRelay;
    beforeEach(async () => {
      relay = await MysqlRelay.to(server.port);
      return () => relay[Symbol.asyncDispose]();
    });
    /** Another photo of the same member, who has one in step with its row. */
    const isInStep = async (jpeg: Uint8Array): Promise<boolean> =>
      Buffer.compare(desk.read(String((await desk.member())["PhotoUrl"])), jpeg) === 0;
    const litter = (): readonly string[] => desk.files.filter((name) => name.includes("titian"));

    it.each(["before-commit", "after-commit"] as const)("%s, finds out by itself", async (cut) => {
      await desk.run("UPDATE members SET PhotoUrl = 'lama.jpg' WHERE MemberNo = 'ODD-APOSTROPHE'");
      const [photo, history] = [await desk.photoOf(), await desk.history()];
      relay.cutNext(cut);
      await desk.writer({ port: () => relay.port }).write(photo, never);
      expect(await isInStep(photo.jpeg)).toBe(true);
      expect(await desk.history()).toHaveLength(history.length + (version === "3.2" ? 1 : 0));
      expect(litter()).toEqual([]);
    });

    it("before the commit and for longer, says so, and the next write puts everything back", async () => {
      const [photo, before] = [await desk.photoOf(), await desk.whole()];
      const writer = desk.writer({ port: () => relay.port });
      relay.cutNext("before-commit", { staysAway: true });
      await expect(writer.write(photo, never)).rejects.toEqual(refusal("PHOTO_OUTCOME_UNKNOWN"));
      relay.mend();
      await expect(writer.write(await desk.photoOf("ODD-TWINS"), never)).rejects.toEqual(
        refusal("MEMBER_NO_AMBIGUOUS"),
      );
      const after = await desk.whole();
      expect([after.members, after.history]).toEqual([before.members, before.history]);
      // 3.2 keeps the name, so row and file are in step with the new photo; nothing of 3.3's new name is left.
      if (version === "3.3") expect(after.files).toEqual(before.files);
      else expect(await isInStep(photo.jpeg)).toBe(true);
      expect(litter()).toEqual([]);
    });

    it("after the commit and for longer, says so, and the next write finds it kept", async () => {
      const photo = await desk.photoOf();
      const writer = desk.writer({ port: () => relay.port });
      relay.cutNext("after-commit", { staysAway: true });
      await expect(writer.write(photo, never)).rejects.toEqual(refusal("PHOTO_OUTCOME_UNKNOWN"));
      expect(await isInStep(photo.jpeg)).toBe(true);
      relay.mend();
      const again = await writer.write(photo, never);
      expect((await desk.member())["PhotoUrl"]).toBe(again.photoName);
      expect(await isInStep(photo.jpeg)).toBe(true);
      expect(litter()).toEqual([]);
    });
  });

  describe("into a folder that", () => {
    let elsewhere: string;
    beforeEach(() => {
      elsewhere = mkdtempSync(path.join(os.tmpdir(), "titian-foto-"));
      return () => rmSync(elsewhere, { recursive: true, force: true });
    });
    const leavesRow = async (folder: string, code: string): Promise<void> => {
      const before = await desk.whole();
      await expect(desk.writer({ folder }).write(await desk.photoOf(), never)).rejects.toEqual(refusal(code));
      expect(await desk.whole()).toEqual(before);
    };

    it("is not there, or is no folder", async () => {
      await leavesRow(path.join(elsewhere, "hilang"), "PHOTO_FOLDER_UNUSABLE");
      const file = path.join(elsewhere, "berkas");
      writeFileSync(file, "");
      await leavesRow(file, "PHOTO_FOLDER_UNUSABLE");
    });

    it("holds what a killed daemon left, is tidied, and files that are under way stay", async () => {
      const names = ["9.jpg.1a2b3c4d.titian-new", "9.jpg.1a2b3c4d.titian-old", "8.jpg.5e6f7a8b.titian-new"];
      for (const name of names) writeFileSync(path.join(elsewhere, name), "photo");
      for (const name of names.slice(0, 2)) utimesSync(path.join(elsewhere, name), 1_000, 1_000);
      const { photoName } = await desk.writer({ folder: elsewhere }).write(await desk.photoOf(), never);
      expect(readdirSync(elsewhere).toSorted()).toEqual([photoName, names[2]].toSorted());
    });

    it("has another folder where the photo belongs", async () => {
      if (version === "3.3") return expect(await desk.history()).toEqual([]);
      const { memberId } = await desk.photoOf();
      rmSync(path.join(desk.folder, `${memberId}.jpg`));
      mkdirSync(path.join(desk.folder, `${memberId}.jpg`));
      const rows = await desk.rows("SELECT * FROM members ORDER BY ID");
      await expect(desk.writer().write(await desk.photoOf(), never)).rejects.toEqual(
        refusal("PHOTO_FOLDER_UNUSABLE"),
      );
      expect(await desk.rows("SELECT * FROM members ORDER BY ID")).toEqual(rows);
      expect(desk.files).toEqual([`${memberId}.jpg`]);
    });

    // Both need a disk of their own, so root.
    it.skipIf(!mayMountDisks())("is on a full disk, or may only be read", async () => {
      using disk = new SmallDisk(elsewhere, 256);
      disk.fill();
      await leavesRow(elsewhere, "PHOTO_FOLDER_FULL");
      expect(readdirSync(elsewhere)).toEqual(["ballast"]);
      disk.makeRoom();
      disk.makeReadOnly();
      await leavesRow(elsewhere, "PHOTO_FOLDER_UNUSABLE");
    });
  });
});
