import { cpSync, rmSync } from "node:fs";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { nextStart, onTrial, type Pointer, pointerOf } from "../../../service-install/versions/pointer.ts";
import { readPointer, writePointer } from "../../../service-install/versions/pointer-file.ts";
import { settleSwitch } from "../../../src/bridge/updates/settle.ts";
import { readSwitch, writeSwitch } from "../../../src/bridge/updates/switch-record.ts";
import { decide, STAGED, settling } from "../../../src/store/restore-swap.ts";
import { SilentLog } from "../../harness/silent-log.ts";
import { newCaseId, opened, openTestStore, type TestStore, temporaryFolder } from "../../store/test-store.ts";

const never = new AbortController().signal;
const AT = "2026-11-27T01:00:00.000Z";
const FAILED: Pointer = { current: "0.1.0", failed: [{ version: "0.2.0", why: "never-healthy", at: AT }] };

/** A desk on which 0.2.0 was put on trial, with what 0.1.0 backed up before. */
async function switched(takesLonger?: () => Promise<void>) {
  const desk = openTestStore();
  const versions = temporaryFolder();
  work(desk);
  const { folder: backup, lastSeq } = await desk.store.backup(path.join(versions, "backups"), "0.1.0", never);
  writeSwitch(versions, { from: "0.1.0", to: "0.2.0", backup, lastSeq });
  const log = new SilentLog();
  const around = {
    ...{ versions, store: desk.folder, desk: "desk-1", at: new Date(AT), log },
    ...(takesLonger && { takesLonger }),
  };
  return {
    ...{ ...desk, versions, backup, log },
    /** The start of that version's daemon, before it opens the store. */
    settle: (running = "0.1.0") => settleSwitch({ ...around, running }, never),
  };
}

const work = ({ store, clock }: Pick<TestStore, "store" | "clock">): void =>
  void store.events.append(opened(newCaseId(clock)));

/** What the newer version does to the store on its first start. */
function migrate(folder: string): void {
  using sql = new DatabaseSync(path.join(folder, "titian.sqlite"));
  sql.exec("CREATE TABLE of_tomorrow (x); PRAGMA user_version = 999");
}

function schemaOf(folder: string): number {
  using sql = new DatabaseSync(path.join(folder, "titian.sqlite"), { readOnly: true });
  return Number(sql.prepare("PRAGMA user_version").get()?.["user_version"]);
}

const eventsIn = (folder: string): readonly string[] => {
  const { store } = openTestStore(folder);
  try {
    return Array.from(store.events.readAll(), ({ type }) => type);
  } finally {
    store.close();
  }
};

describe("the version before, once a newer one was left behind", () => {
  it("goes on with the store as it is where the newer one has not changed its shape", async () => {
    const { store, clock, versions, folder, settle } = await switched();
    work({ store, clock });
    store.close();
    writePointer(versions, FAILED);
    expect(await settle()).toEqual({ version: "0.2.0", why: "never-healthy", restored: false });
    expect(eventsIn(folder)).toEqual(["case.opened", "case.opened"]);
    // Until it has been told: a power cut before that tells it again.
    expect(readSwitch(versions)).toBeDefined();
    expect(await settle()).toEqual({ version: "0.2.0", why: "never-healthy", restored: false });
  });

  it("gets the store of before where the newer one has changed its shape and nobody has worked in it", async () => {
    const schemas: number[] = [];
    const desk = await switched(async () => void schemas.push(schemaOf(desk.folder)));
    const { store, versions, folder, settle } = desk;
    store.events.append({ stream: "desk/desk-1", type: "desk.started", data: { version: "0.2.0" } });
    store.close();
    migrate(folder);
    writePointer(versions, FAILED);
    expect(await settle()).toEqual({ version: "0.2.0", why: "never-healthy", restored: true });
    // Whoever waits for this start was told before it began to take long, and once.
    expect(schemas).toEqual([999]);
    // The power fails before the store was opened.
    expect(await settle()).toEqual({ version: "0.2.0", why: "never-healthy", restored: true });
    expect(eventsIn(folder).filter((type) => type.startsWith("case."))).toEqual(["case.opened"]);
  });

  it("finishes first what a power cut has left of putting it back", async () => {
    const { store, versions, folder, backup, settle } = await switched();
    store.close();
    migrate(folder);
    writePointer(versions, FAILED);
    cpSync(backup, path.join(folder, STAGED), { recursive: true });
    const aside = "replaced-20261127-010000";
    decide(folder, { aside, parts: ["titian.sqlite", "site-key"], backupAt: AT, lastSeq: 1 });
    // The newer store is out of the way, and the other not in its place.
    settling(folder).next();
    expect(await settle()).toEqual({ version: "0.2.0", why: "never-healthy", restored: true });
    expect(eventsIn(folder)).toEqual(["case.opened", "desk.restored"]);
  });

  it("makes room for the newer one again where somebody has worked in it: no record is given up", async () => {
    const { store, clock, versions, folder, settle, log } = await switched();
    work({ store, clock });
    store.close();
    migrate(folder);
    writePointer(versions, FAILED);
    expect(await settle()).toBe("forward");
    const pointer = readPointer(versions) ?? pointerOf("?");
    expect(pointer).toEqual({ current: "0.2.0", previous: "0.1.0", failed: [] });
    expect(nextStart(pointer, "0.1.0", AT)).toMatchObject({ version: "0.2.0", onTrial: false });
    expect(schemaOf(folder)).toBe(999);
    expect(log.lines).toContainEqual(
      expect.objectContaining({ level: "error", fields: { version: "0.2.0" } }),
    );
    // And that one settles nothing any more.
    expect(await settle("0.2.0")).toBeUndefined();
  });

  it("does so too where the backup of before is gone or damaged", async () => {
    const { store, versions, folder, backup, settle } = await switched();
    store.close();
    migrate(folder);
    writePointer(versions, FAILED);
    rmSync(path.join(backup, "titian.sqlite"));
    expect(await settle()).toBe("forward");
    expect(readPointer(versions)).toMatchObject({ current: "0.2.0", previous: "0.1.0" });
    expect(schemaOf(folder)).toBe(999);
  });

  it("touches nothing while a trial runs, nor when a newer package came in between", async () => {
    const { store, versions, folder, settle } = await switched();
    store.close();
    migrate(folder);
    writePointer(versions, onTrial(pointerOf("0.1.0"), "0.2.0"));
    expect(await settle()).toBeUndefined();
    expect(readSwitch(versions)).toBeDefined();
    writePointer(versions, pointerOf("0.3.0"));
    expect(await settle("0.3.0")).toBeUndefined();
    expect(readSwitch(versions)).toBeUndefined();
    expect(schemaOf(folder)).toBe(999);
  });
});
