import { randomBytes } from "node:crypto";
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import type { DeviceId } from "../../src/kernel/types.ts";
import { backupStore } from "../../src/store/backup.ts";
import { openBackupSource } from "../../src/store/backup-source.ts";
import { openDatabase } from "../../src/store/database.ts";
import { restoreStore } from "../../src/store/restore.ts";
import { decide, STAGED, settleRestore, settling } from "../../src/store/restore-swap.ts";
import { BACKED_UP } from "../../src/store/store-files.ts";
import { mayMountDisks, SmallDisk } from "../harness/small-disk.ts";
import { newCaseId, opened, openTestStore, temporaryFolder, wantedJob } from "./test-store.ts";

const never = new AbortController().signal;
const at = new Date("2026-11-27T03:00:00Z");
const wishes = (folder: string, backup: string) => ({ folder, backup, desk: "desk-1", at });

/** A desk with 40 events and one photo in its backup, and 40 more events since. */
async function desk() {
  const test = openTestStore();
  const { store, clock, folder } = test;
  const work = () => store.events.append(Array.from({ length: 40 }, () => opened(newCaseId(clock))));
  work();
  const photo = randomBytes(2_000);
  const file = store.vault.put(photo);
  const backup = (await store.backup(temporaryFolder(), "0.1.0", never)).folder;
  work();
  return { ...test, folder, backup, photo, file };
}

async function codeOf(work: Promise<unknown>): Promise<unknown> {
  return await work.then(
    () => undefined,
    (error: { readonly code?: string }) => error.code ?? error,
  );
}

/** One event vanishes from the log, past everything that forbids it. */
function lose(folder: string, seq: number): void {
  using sql = new DatabaseSync(path.join(folder, "titian.sqlite"));
  const keeper = sql.prepare("SELECT sql FROM sqlite_schema WHERE name = 'events_never_vanish'").get();
  sql.exec("DROP TRIGGER events_never_vanish");
  sql.prepare("DELETE FROM events WHERE seq = ?").run(seq);
  sql.exec(String(keeper?.["sql"]));
}

const eventsIn = (folder: string): number => {
  const { store } = openTestStore(folder);
  try {
    return [...store.events.readAll()].filter(({ type }) => type !== "desk.restored").length;
  } finally {
    store.close();
  }
};

describe("a restore", () => {
  it("brings the backup back whole, and keeps the store that it replaced", async () => {
    const { store, folder, backup, photo, file } = await desk();
    store.close();
    const { aside, manifest, leftErased } = await restoreStore(wishes(folder, backup), never);

    expect([manifest.lastSeq, leftErased]).toEqual([40, 0]);
    expect(eventsIn(aside ?? "")).toBe(80);
    const { store: restored } = openTestStore(folder);
    expect(restored.cases.open()).toHaveLength(40);
    expect(Buffer.from(restored.vault.get(file)).equals(photo)).toBe(true);
  });

  it("works on a new PC, with and without a Titian that was only just started there", async () => {
    const { store, backup, file, photo } = await desk();
    store.close();
    const started = openTestStore();
    started.store.close();
    for (const folder of [path.join(temporaryFolder(), "new"), started.folder]) {
      await restoreStore(wishes(folder, backup), never);
      const { store: restored } = openTestStore(folder);
      expect(Buffer.from(restored.vault.get(file)).equals(photo)).toBe(true);
      restored.close();
    }
  });

  it("goes over a store that is damaged or without its key", async () => {
    const { store, folder, backup } = await desk();
    store.close();
    writeFileSync(path.join(folder, "titian.sqlite"), "this is no database");
    await restoreStore(wishes(folder, backup), never);
    expect(eventsIn(folder)).toBe(40);
  });

  it("is refused while a daemon runs, and changes nothing", async () => {
    const { store, folder, backup } = await desk();
    expect(await codeOf(restoreStore(wishes(folder, backup), never))).toBe("STORE_LOCKED");
    expect(store.events.lastSeq).toBe(80);
  });

  it("verifies first: a damaged backup changes nothing", async () => {
    const { store, folder, backup } = await desk();
    store.close();
    writeFileSync(path.join(backup, "titian.sqlite"), "damaged");
    expect(await codeOf(restoreStore(wishes(folder, backup), never))).toBe("BACKUP_DAMAGED");
    expect(eventsIn(folder)).toBe(80);
  });

  it("refuses a backup of a newer version, of another desk and of another library's key", async () => {
    const { store, folder, backup } = await desk();
    store.close();
    const mine = (more: object) => restoreStore({ ...wishes(folder, backup), ...more }, never);
    expect(await codeOf(mine({ desk: "desk-2" }))).toBe("BACKUP_OTHER_DESK");

    const other = await desk();
    expect(await codeOf(mine({ backup: other.backup }))).toBe("BACKUP_OTHER_SITE");
    expect(await codeOf(mine({ backup: other.backup, mayChangeKey: true }))).toBeUndefined();

    const newer = openTestStore();
    newer.store.close();
    using db = openDatabase({ folder: newer.folder });
    db.prepare("PRAGMA user_version = 9000").get();
    using source = openBackupSource(newer.folder);
    const made = await backupStore(source, temporaryFolder(), never, { desk: "desk-1", titian: "9.0.0", at });
    expect(await codeOf(mine({ backup: made.folder }))).toBe("STORE_NEWER");
  });

  it("does not bring back what was erased since", async () => {
    const { store, folder, backup, file } = await desk();
    store.vault.erase(file);
    store.events.append({ stream: `vault/${file}`, type: "vault.erased", data: { file, why: "asked" } });
    store.close();
    expect(await restoreStore(wishes(folder, backup), never)).toMatchObject({ leftErased: 1 });
    expect(readdirSync(path.join(folder, "vault"))).toEqual([]);
  });

  it("is told once, as the first that the next start writes", async () => {
    const { store, folder, backup } = await desk();
    store.close();
    await restoreStore(wishes(folder, backup), never);
    for (const _start of [1, 2]) {
      const { store: restored } = openTestStore(folder);
      const [told, ...more] = [...restored.events.readAll(40)];
      expect(told).toMatchObject({ type: "desk.restored", data: { lastSeq: 40 } });
      expect(more).toEqual([]);
      restored.close();
    }
  });

  it("lets no number be given twice, on this PC or on a new one, and only its own gap pass for whole", async () => {
    const { store, clock, folder, backup } = await desk();
    store.close();
    for (const place of [folder, path.join(temporaryFolder(), "new")]) {
      await restoreStore(wishes(place, backup), never);
      const { store: restored } = openTestStore(place);
      const [event] = restored.events.append(opened(newCaseId(clock)));
      expect(event?.seq).toBeGreaterThan(80);
      expect([...restored.events.readAll()]).toHaveLength(42);
      const again = await restored.backup(temporaryFolder(), "0.1.0", never);
      expect(again).toMatchObject({ events: 42, lastSeq: event?.seq });
      restored.close();
      lose(place, 40);
      const { store: damaged } = openTestStore(place);
      expect(() => [...damaged.events.readAll()]).toThrow("STORE_CORRUPT");
      expect(await codeOf(damaged.backup(temporaryFolder(), "0.1.0", never))).toBe("BACKUP_DAMAGED");
      damaged.close();
    }
  });

  it("stops the printers whose cards waited in the backup, and none after a rollback to the same work", async () => {
    const printer = "desk-1-printer" as DeviceId;
    for (const isSameWork of [false, true]) {
      const { store, folder } = openTestStore();
      store.jobs.accept(wantedJob({ printer }));
      const backup = (await store.backup(temporaryFolder(), "0.1.0", never)).folder;
      store.close();
      await restoreStore({ ...wishes(folder, backup), isSameWork }, never);
      const { store: restored } = openTestStore(folder);
      expect(restored.queuePauses.of(printer)?.holds).toBe(isSameWork ? undefined : "all");
      restored.close();
    }
  });

  it("leaves the mirror, the log and everything else of the folder alone", async () => {
    const { store, folder, backup } = await desk();
    store.close();
    writeFileSync(path.join(folder, "mirror.sqlite"), "members");
    await restoreStore(wishes(folder, backup), never);
    expect(readFileSync(path.join(folder, "mirror.sqlite"), "utf8")).toBe("members");
  });
});

/** A store with a restore staged beside it, as `restoreStore` has it at the moment of the decision. */
async function staged() {
  const { store, folder, backup } = await desk();
  store.close();
  // What a daemon that was killed leaves beside the old store.
  writeFileSync(path.join(folder, "titian.sqlite-wal"), "of the old one");
  cpSync(backup, path.join(folder, STAGED), { recursive: true });
  const parts = BACKED_UP.filter((part) => existsSync(path.join(backup, part)));
  return {
    folder,
    decision: { aside: "replaced-20261127-030000", parts, backupAt: at.toISOString(), lastSeq: 40 },
  };
}

describe("a power cut in the middle of a restore", () => {
  it("before the decision leaves the old store, and nothing of the other", async () => {
    const { folder } = await staged();
    writeFileSync(path.join(folder, "titian.sqlite-wal"), "");
    expect(eventsIn(folder)).toBe(80);
    expect(existsSync(path.join(folder, STAGED))).toBe(false);
  });

  it("after it leaves the new store, whichever moves had been made", async () => {
    const { folder: first, decision } = await staged();
    decide(first, decision);
    let moves = 0;
    for (const _move of settling(first)) moves += 1;
    expect(moves).toBeGreaterThan(8);

    for (let made = 0; made <= moves; made++) {
      const { folder, decision: wanted } = await staged();
      decide(folder, wanted);
      const steps = settling(folder);
      for (let move = 0; move < made; move++) steps.next();

      expect(eventsIn(folder), `after ${made} moves`).toBe(40);
      expect(settleRestore(folder)).toBe(false);
      expect(readdirSync(path.join(folder, decision.aside))).toContain("titian.sqlite");
    }
  }, 60_000);
});

if (mayMountDisks())
  describe("a restore without room", () => {
    it("leaves the old store and nothing beside it", async () => {
      const { store, folder: original, backup } = await desk();
      store.close();
      using disk = new SmallDisk(path.join(temporaryFolder(), "small"), 2_048);
      const folder = path.join(disk.folder, "store");
      cpSync(original, folder, { recursive: true });
      disk.fill();

      expect(await codeOf(restoreStore(wishes(folder, backup), never))).toBe("STORE_FULL");
      disk.makeRoom();
      expect(existsSync(path.join(folder, STAGED))).toBe(false);
      expect(eventsIn(folder)).toBe(80);
    });
  });
