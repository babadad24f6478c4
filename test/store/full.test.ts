import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { openDatabase } from "../../src/store/database.ts";
import type { NewEvent } from "../../src/store/event-catalog.ts";
import { EventLog } from "../../src/store/event-log.ts";
import { Projector } from "../../src/store/projector.ts";
import { ManualClock } from "../harness/manual-clock.ts";
import { SilentLog } from "../harness/silent-log.ts";
import { codeOf, newCaseId, opened, openTestStore, temporaryFolder } from "./test-store.ts";

const stopped: NewEvent = { stream: "desk/desk-1", type: "desk.stopped", data: {} };

/** A disk of this many kilobytes for the length of a test. */
function smallDisk(kilobytes: number): string {
  const folder = temporaryFolder();
  mount(folder, kilobytes);
  onTestFinished(() => void unmount(folder));
  return folder;
}

function mount(folder: string, kilobytes: number): boolean {
  const argv = ["-t", "tmpfs", "-o", `size=${kilobytes}k`, "tmpfs", folder];
  return process.platform === "linux" && spawnSync("mount", argv).status === 0;
}

const unmount = (folder: string): boolean => spawnSync("umount", ["--lazy", folder]).status === 0;

/** Needs root; these tests do not exist elsewhere, and the one with a bounded file stands for them. */
function mayMount(): boolean {
  const folder = mkdtempSync(path.join(os.tmpdir(), "titian-disk-"));
  const may = mount(folder, 16) && unmount(folder);
  rmSync(folder, { recursive: true, force: true });
  return may;
}

describe("a store without room", () => {
  it("refuses what does not fit, keeps what it acknowledged, and goes on when there is room again", () => {
    const folder = temporaryFolder();
    const db = openDatabase({ folder });
    onTestFinished(() => db.close());
    const clock = new ManualClock();
    const log = new EventLog({
      db,
      desk: "desk-1",
      clock,
      log: new SilentLog(),
      projector: new Projector(db),
    });
    const pages = Number(db.prepare("PRAGMA page_count").get()?.["page_count"]);
    db.prepare(`PRAGMA max_page_count = ${pages + 20}`).get();

    let acknowledged = 0;
    const code = codeOf(() => {
      for (;;) {
        log.append([opened(newCaseId(clock)), stopped]);
        acknowledged += 2;
      }
    });
    expect(code).toBe("STORE_FULL");
    expect(acknowledged).toBeGreaterThan(20);
    expect(codeOf(() => log.append(Array.from({ length: 100 }, () => opened(newCaseId(clock)))))).toBe(
      "STORE_FULL",
    );
    expect([...log.readAll()]).toHaveLength(acknowledged);

    db.prepare("PRAGMA max_page_count = 1000000").get();
    expect(log.append(stopped)[0]?.seq).toBe(acknowledged + 1);
    db.close();
    expect([...openTestStore(folder).store.events.readAll()]).toHaveLength(acknowledged + 1);
  });
});

if (mayMount())
  describe("a store on a disk that is really full", () => {
    it("does the same, for photos too", () => {
      const disk = smallDisk(2_048);
      const folder = path.join(disk, "store");
      const { store, clock } = openTestStore(folder);
      const photo = randomBytes(2_000);
      const photoId = store.vault.put(photo);
      const ballast = path.join(disk, "ballast");
      expect(() => writeFileSync(ballast, Buffer.alloc(4_096 * 1_024))).toThrow(/ENOSPC/);

      let acknowledged = 0;
      const code = codeOf(() => {
        for (;;) acknowledged += store.events.append([opened(newCaseId(clock)), stopped]).length;
      });
      expect(code).toBe("STORE_FULL");
      expect(codeOf(() => store.vault.put(randomBytes(100_000)))).toBe("STORE_FULL");
      expect(readdirSync(path.join(folder, "vault"))).toEqual([photoId]);
      expect([...store.events.readAll()]).toHaveLength(acknowledged);
      expect(Buffer.from(store.vault.get(photoId)).equals(photo)).toBe(true);

      rmSync(ballast);
      expect(store.events.append(stopped)[0]?.seq).toBe(acknowledged + 1);
      store.close();
      expect([...openTestStore(folder).store.events.readAll()]).toHaveLength(acknowledged + 1);
    });

    it("says so when there is not even room to start", () => {
      const disk = smallDisk(1_024);
      const folder = path.join(disk, "store");
      expect(() => writeFileSync(path.join(disk, "ballast"), Buffer.alloc(2_048 * 1_024))).toThrow(/ENOSPC/);
      expect(codeOf(() => openTestStore(folder))).toBe("STORE_FULL");
      rmSync(path.join(disk, "ballast"));
      expect(codeOf(() => openTestStore(folder))).toBeUndefined();
    });

    it("keeps everything through a start without room", () => {
      const disk = smallDisk(2_048);
      const folder = path.join(disk, "store");
      const first = openTestStore(folder);
      first.store.events.append(Array.from({ length: 50 }, () => opened(newCaseId(first.clock))));
      first.store.close();
      const ballast = path.join(disk, "ballast");
      expect(() => writeFileSync(ballast, Buffer.alloc(4_096 * 1_024))).toThrow(/ENOSPC/);
      expect(codeOf(() => openTestStore(folder))).toBe("STORE_FULL");

      rmSync(ballast);
      expect([...openTestStore(folder).store.events.readAll()]).toHaveLength(50);
    });
  });
