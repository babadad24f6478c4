import { readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { damageOf } from "../../../service-install/versions/files-check.ts";
import { pointerOf } from "../../../service-install/versions/pointer.ts";
import { writePointer } from "../../../service-install/versions/pointer-file.ts";
import { keysIn } from "../../../service-install/versions/signature.ts";
import { errorText } from "../../../src/bridge/messages/text.ts";
import { folderSource, type UpdateSource } from "../../../src/bridge/updates/source.ts";
import { Updates } from "../../../src/bridge/updates/updates.ts";
import { ManualClock } from "../../harness/manual-clock.ts";
import { installed, newMaker, putVersion } from "../../harness/signed-version.ts";
import { SilentLog } from "../../harness/silent-log.ts";
import { mayMountDisks, SmallDisk } from "../../harness/small-disk.ts";
import { smallRelease } from "../../harness/small-release.ts";
import { openTestStore, temporaryFolder } from "../../store/test-store.ts";

const never = new AbortController().signal;
const maker = newMaker();
/** What a desk keeps for its records, and 14 MB for an update. */
const DISK_KB = (256 + 14) * 1024;

/** 4 MB on the disk, and next to nothing in its archive. */
const LARGE_PROGRAM = `#!/bin/sh\necho 0.2.0\nexit 0\n${"#".repeat(4 * 1024 * 1024)}\n`;

/** A desk on 0.1.5 whose disk has just enough room, and that has all of it until `before` the archive is opened. */
function desk(disk: SmallDisk, before: () => void) {
  const places = installed(disk.folder, "0.1.0", [maker]);
  putVersion(places, "0.1.5", maker);
  const pointer = { ...pointerOf("0.1.5"), previous: "0.1.0" };
  writePointer(places.versions, pointer);
  const { store } = openTestStore(path.join(disk.folder, "store"));
  const released = folderSource(
    smallRelease(temporaryFolder(), "0.2.0", maker, { node: LARGE_PROGRAM }).folder,
  );
  const source: UpdateSource = {
    manifests: released.manifests,
    async open(file, signal) {
      if (!isMended) before();
      return released.open(file, signal);
    },
  };
  const told: object[] = [];
  let busyWith: "case" | undefined;
  let isMended = false;
  const updates = new Updates({
    ...{
      running: "0.1.5",
      storeSchema: 1,
      sources: [source],
      busyWith: () => busyWith,
      workedSince: () => 0,
    },
    ...{ clock: new ManualClock(), log: new SilentLog() },
    launched: { places, leftBehind: undefined, restart: () => told.push({ type: "restart" }) },
    backup: (signal) => store.backup(path.join(places.versions, "backups"), "0.1.5", signal),
    remember: (type, data) => void told.push({ type, ...data }),
  });
  return {
    ...{ updates, told },
    async update() {
      await updates.check(never);
      await updates.want(never);
      await updates.advance(never);
    },
    makeRoom() {
      isMended = true;
      disk.makeRoom();
    },
    goOn: () => updates.advance(never),
    isServed(is: boolean) {
      busyWith = is ? "case" : undefined;
    },
    async expectUntouched() {
      expect(updates.pointer).toEqual(pointer);
      expect(
        await damageOf(path.join(places.versions, "0.1.5"), "0.1.5", keysIn(places.keys)),
      ).toBeUndefined();
      expect(store.events.lastSeq).toBe(0);
    },
    left: () => readdirSync(places.versions).toSorted(),
  };
}

const smallDisk = (): SmallDisk => new SmallDisk(path.join(temporaryFolder(), "small"), DISK_KB);

describe.skipIf(!mayMountDisks())("a disk that is really full, when a new version comes", () => {
  it.each([
    ["before the archive has come", 0],
    ["in the middle of the archive", 1],
    ["while the archive is unpacked", 1_000],
  ])(
    "takes nothing of it where there is no room left %s, and says so in words",
    async (_when, leftKilobytes) => {
      using disk = smallDisk();
      const { updates, told, update, makeRoom, expectUntouched, left } = desk(disk, () =>
        disk.fill(leftKilobytes),
      );
      await update();
      expect(updates.state).toMatchObject({ phase: "available", problem: "UPDATE_NO_ROOM" });
      expect(told).toEqual([{ type: "update.refused", code: "UPDATE_NO_ROOM" }]);
      expect(errorText("UPDATE_NO_ROOM", "id")).toMatch(/ruang/);
      expect(left()).toEqual(["0.1.5", "pointer.json"]);
      await expectUntouched();

      makeRoom();
      await update();
      expect(left()).toContain("0.2.0");
      expect(told.at(-1)).toEqual({ type: "restart" });
    },
  );

  it("does not even begin where its records would be left without room", async () => {
    using disk = smallDisk();
    const asked: string[] = [];
    const { updates, update, expectUntouched, left } = desk(disk, () => asked.push("archive"));
    disk.fill(200 * 1024);
    await update();
    expect(updates.state.problem).toBe("UPDATE_NO_ROOM");
    expect(asked).toEqual([]);
    expect(left()).toEqual(["0.1.5", "pointer.json"]);
    await expectUntouched();
  });

  it("stays on the old version where there is no room for the backup before the change, and keeps the new one", async () => {
    using disk = smallDisk();
    const { updates, told, update, goOn, isServed, makeRoom, expectUntouched, left } = desk(
      disk,
      () => undefined,
    );
    isServed(true);
    await update();
    expect(left()).toContain("0.2.0");
    disk.fill();
    isServed(false);
    await goOn();
    expect(updates.state).toMatchObject({ phase: "available", problem: "BACKUP_NO_ROOM" });
    expect(told).toEqual([{ type: "update.refused", code: "BACKUP_NO_ROOM" }]);
    expect(errorText("BACKUP_NO_ROOM", "id")).toMatch(/ruang/i);
    expect(left().filter((name) => name !== "backups")).toEqual(["0.1.5", "0.2.0", "pointer.json"]);
    await expectUntouched();

    makeRoom();
    await update();
    expect(told.at(-1)).toEqual({ type: "restart" });
  });
});
