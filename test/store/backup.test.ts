import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { backupStore } from "../../src/store/backup.ts";
import { backupsIn, newestVerified, pruneBackups } from "../../src/store/backup-folder.ts";
import { openBackupSource } from "../../src/store/backup-source.ts";
import { verifyBackup } from "../../src/store/verify-backup.ts";
import { mayMountDisks, SmallDisk } from "../harness/small-disk.ts";
import { newCaseId, opened, openTestStore, type TestStore, temporaryFolder } from "./test-store.ts";

const never = new AbortController().signal;
const about = (at: string) => ({ desk: "desk-1", titian: "0.1.0", at: new Date(at) });

function filled(events = 300): TestStore & { readonly into: string } {
  const test = openTestStore();
  test.store.events.append(Array.from({ length: events }, () => opened(newCaseId(test.clock))));
  test.store.vault.put(randomBytes(3_000));
  test.store.designFiles.put(Buffer.from("{}"));
  return { ...test, into: temporaryFolder() };
}

async function codeOf(work: Promise<unknown>): Promise<unknown> {
  return await work.then(
    () => undefined,
    (error: { readonly code?: string }) => error.code ?? error,
  );
}

describe("a backup", () => {
  it("is made while the store goes on writing, holds one moment of it, and verifies", async () => {
    const { store, clock, into } = filled(5_000);
    const making = store.backup(into, "0.1.0", never);
    let isMade = false;
    void making.finally(() => {
      isMade = true;
    });
    let meanwhile = 0;
    while (!isMade) {
      meanwhile += store.events.append([opened(newCaseId(clock)), opened(newCaseId(clock))]).length;
      await new Promise((resolve) => setImmediate(resolve));
    }
    const { folder, lastSeq, bytes } = await making;

    expect(meanwhile).toBeGreaterThan(0);
    const manifest = await verifyBackup(folder, never);
    expect(manifest).toMatchObject({ desk: "desk-1", lastSeq, titian: "0.1.0" });
    expect(lastSeq).toBeGreaterThanOrEqual(5_000);
    // An append of two is in it whole or not at all.
    expect(lastSeq % 2).toBe(0);
    expect(bytes).toBeGreaterThan(100_000);
    expect(readdirSync(folder).toSorted()).toEqual(
      ["designs", "manifest.json", "site-key", "standards", "titian.sqlite", "vault"].toSorted(),
    );
  });

  it("is made by another process too, beside the one that has the store open", async () => {
    const { store, folder, into } = filled();
    using source = openBackupSource(folder);
    const made = await backupStore(source, into, never, about("2026-11-27T02:45:03Z"));

    expect(made.folder).toBe(path.join(into, "titian-desk-1-20261127-024503"));
    expect(made.lastSeq).toBe(store.events.lastSeq);
  });

  it("leaves out what was erased, and what is still being written", async () => {
    const { store, folder, into } = filled();
    const erased = store.vault.put(randomBytes(100));
    store.vault.erase(erased);
    writeFileSync(path.join(folder, "vault", "01900000-0000-7000-8000-000000000000.tmp"), "half");

    const made = await store.backup(into, "0.1.0", never);
    expect(readdirSync(path.join(made.folder, "vault"))).toHaveLength(1);
  });

  it("holds nothing of the copy of members", async () => {
    const { store, folder, into } = filled();
    writeFileSync(path.join(folder, "mirror.sqlite"), "Warih Panjalu Sekarwangi");
    const made = await store.backup(into, "0.1.0", never);
    expect(existsSync(path.join(made.folder, "mirror.sqlite"))).toBe(false);
  });

  it("stops when it is told to, and leaves nothing", async () => {
    const { store, into } = filled(5_000);
    const stopping = new AbortController();
    const making = store.backup(into, "0.1.0", stopping.signal);
    stopping.abort(new Error("stopped"));

    await expect(making).rejects.toThrow("stopped");
    expect(readdirSync(into)).toEqual([]);
  });

  it("is refused where its folder cannot be one", async () => {
    const { store } = filled();
    const file = path.join(temporaryFolder(), "file");
    writeFileSync(file, "");
    expect(await codeOf(store.backup(path.join(file, "in"), "0.1.0", never))).toBe("BACKUP_UNUSABLE");
  });

  it("clears away what a process killed in the middle left, but not what another is writing now", async () => {
    const { store, into, clock } = filled();
    const [old, young] = ["titian-desk-1-20200101-000000.part", "titian-desk-1-20200101-000001.part"];
    for (const name of [old, young]) mkdirSync(path.join(into, name));
    clock.jumpWall(Date.now() - clock.now().getTime() + 30 * 60_000);
    await store.backup(into, "0.1.0", never);
    expect(readdirSync(into)).toContain(young);

    clock.jumpWall(2 * 60 * 60_000);
    await store.backup(into, "0.1.0", never);
    expect(readdirSync(into).filter((name) => name.endsWith(".part"))).toEqual([]);
  });
});

describe("two backups in one second", () => {
  it("have names of their own, one after the other and at the same time", async () => {
    const { folder, into } = filled();
    using daemon = openBackupSource(folder);
    using technician = openBackupSource(folder);
    const make = (source: typeof daemon) => backupStore(source, into, never, about("2026-11-27T02:45:03Z"));
    const made = [await make(daemon), ...(await Promise.all([make(daemon), make(technician)]))];

    expect(made.map((one) => path.basename(one.folder)).toSorted()).toEqual([
      "titian-desk-1-20261127-024503",
      "titian-desk-1-20261127-024504",
      "titian-desk-1-20261127-024505",
    ]);
    for (const one of made) expect(await verifyBackup(one.folder, never)).toMatchObject({ lastSeq: 300 });
    expect(backupsIn(into, "desk-1")).toHaveLength(3);
    expect(readdirSync(into)).toHaveLength(3);
  });

  it("leave each other's work alone when one of them comes to nothing", async () => {
    const { folder, into } = filled();
    using source = openBackupSource(folder);
    const others = path.join(into, "titian-desk-1-20261127-024503.part");
    mkdirSync(others);
    const stopped = AbortSignal.abort(new Error("stopped"));
    await expect(backupStore(source, into, stopped, about("2026-11-27T02:45:03Z"))).rejects.toThrow(
      "stopped",
    );
    expect(readdirSync(into)).toEqual([path.basename(others)]);
  });
});

describe("verifying a backup", () => {
  async function made(): Promise<string> {
    const { store, into } = filled();
    return (await store.backup(into, "0.1.0", never)).folder;
  }

  it.each(["titian.sqlite", "site-key", "manifest.json"])("finds damage in %s", async (name) => {
    const folder = await made();
    const file = path.join(folder, name);
    const bytes = readFileSync(file);
    bytes[Math.floor(bytes.length / 2)]! ^= 0x55;
    writeFileSync(file, bytes);
    expect(await codeOf(verifyBackup(folder, never))).toBe("BACKUP_DAMAGED");
  });

  it("finds a photo that is gone or was changed", async () => {
    const folder = await made();
    const [photo = ""] = readdirSync(path.join(folder, "vault"));
    const file = path.join(folder, "vault", photo);
    writeFileSync(file, "another");
    expect(await codeOf(verifyBackup(folder, never))).toBe("BACKUP_DAMAGED");
    rmSync(file);
    expect(await codeOf(verifyBackup(folder, never))).toBe("BACKUP_DAMAGED");
  });

  it("never follows a name out of its folder", async () => {
    const folder = await made();
    const file = path.join(folder, "manifest.json");
    writeFileSync(file, readFileSync(file, "utf8").replace('"site-key"', '"vault/../../../etc/passwd"'));
    expect(await codeOf(verifyBackup(folder, never))).toBe("BACKUP_DAMAGED");
  });

  it("says that there is none in another folder", async () => {
    expect(await codeOf(verifyBackup(temporaryFolder(), never))).toBe("BACKUP_MISSING");
  });
});

describe("a folder of backups", () => {
  it("keeps the newest so many, of this desk alone", async () => {
    const { folder, into } = filled(3);
    for (const day of ["24", "25", "26"]) {
      using source = openBackupSource(folder);
      await backupStore(source, into, never, about(`2026-11-${day}T02:45:03Z`));
    }
    mkdirSync(path.join(into, "titian-desk-2-20261101-000000"));

    expect(pruneBackups(into, "desk-1", 2)).toBe(1);
    expect(backupsIn(into, "desk-1").map(({ at }) => at.toISOString())).toEqual([
      "2026-11-26T02:45:03.000Z",
      "2026-11-25T02:45:03.000Z",
    ]);
    expect(existsSync(path.join(into, "titian-desk-2-20261101-000000"))).toBe(true);
  });

  it("offers the newest that is whole", async () => {
    const { folder, into } = filled(3);
    for (const day of ["25", "26"]) {
      using source = openBackupSource(folder);
      await backupStore(source, into, never, about(`2026-11-${day}T02:45:03Z`));
    }
    writeFileSync(path.join(into, "titian-desk-1-20261126-024503", "titian.sqlite"), "damaged");

    const newest = await newestVerified(into, "desk-1", never);
    expect(newest?.at.toISOString()).toBe("2026-11-25T02:45:03.000Z");
    expect(await newestVerified(path.join(into, "none"), "desk-1", never)).toBeUndefined();
  });
});

if (mayMountDisks())
  describe("a backup onto a disk without room", () => {
    it("leaves nothing of it behind, says so, and fits when there is room", async () => {
      const { store, into } = filled(2_000);
      using disk = new SmallDisk(path.join(into, "stick"), 4_096);
      const folder = path.join(disk.folder, "titian");
      // Enough for what the store has now, and not for what the copy needs in the end.
      writeFileSync(path.join(disk.folder, "mine"), randomBytes(2_500_000));

      expect(await codeOf(store.backup(folder, "0.1.0", never))).toBe("BACKUP_NO_ROOM");
      expect(readdirSync(folder)).toEqual([]);
      rmSync(path.join(disk.folder, "mine"));
      expect(await codeOf(store.backup(folder, "0.1.0", never))).toBeUndefined();
    });

    it("is noticed in the middle too, when somebody else takes the room", async () => {
      const { store, into } = filled(2_000);
      using disk = new SmallDisk(path.join(into, "stick"), 4_096);
      const folder = path.join(disk.folder, "titian");
      const making = codeOf(store.backup(folder, "0.1.0", never));
      disk.fill();

      expect(await making).toBe("BACKUP_NO_ROOM");
      expect(readdirSync(folder)).toEqual([]);
      expect(store.events.lastSeq).toBe(2_000);
    });
  });
