import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { SqliteMirrorStore } from "../../../src/store/mirror/mirror-store.ts";
import { inventMember } from "../../harness/fake-member-feed.ts";
import { ManualClock } from "../../harness/manual-clock.ts";
import { mayMountDisks, SmallDisk } from "../../harness/small-disk.ts";

const FULL = expect.objectContaining({ code: "STORE_FULL" });
const members = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => inventMember(from + index));

describe.skipIf(!mayMountDisks())("a mirror on a disk that fills up", () => {
  it("takes nothing more while there is still room for the event log, and goes on when there is more", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "titian-full-"));
    using disk = new SmallDisk(path.join(folder, "disk"), 80 * 1024);
    const clock = new ManualClock();
    const mirror = new SqliteMirrorStore({ file: path.join(disk.folder, "mirror.sqlite"), clock });
    mirror.load(members(1, 200));
    mirror.finishLoad(clock.now());
    disk.fill();
    expect(() => mirror.apply(members(201, 10), clock.now())).toThrow(FULL);
    expect(mirror).toMatchObject({ isComplete: true, size: 200 });
    expect(mirror.search({ text: "rekaan 17", limit: 5 })).not.toEqual([]);
    disk.makeRoom();
    mirror.apply(members(201, 10), clock.now());
    expect(mirror.size).toBe(210);
    mirror.close();
    disk[Symbol.dispose]();
    rmSync(folder, { recursive: true, force: true });
  });

  it("ends a load before it takes the last of the disk", async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "titian-full-"));
    using disk = new SmallDisk(path.join(folder, "disk"), 66 * 1024);
    const clock = new ManualClock();
    const mirror = new SqliteMirrorStore({ file: path.join(disk.folder, "mirror.sqlite"), clock });
    const fill = (): void => {
      for (let from = 1; from < 100_000; from += 250) mirror.load(members(from, 250));
    };
    expect(fill).toThrow(FULL);
    mirror.wipe();
    await expect.poll(() => readdirSync(disk.folder)).toEqual(["mirror.sqlite"]);
    mirror.load(members(1, 10));
    mirror.finishLoad(clock.now());
    expect(mirror.size).toBe(10);
    mirror.close();
    disk[Symbol.dispose]();
    rmSync(folder, { recursive: true, force: true });
  });
});
