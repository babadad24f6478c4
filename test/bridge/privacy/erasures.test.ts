import { cpSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { eraseFile } from "../../../src/bridge/flows/erase-file.ts";
import type { MemberNo } from "../../../src/kernel/types.ts";
import { SqliteMirrorStore } from "../../../src/store/mirror/mirror-store.ts";
import { restoreStore } from "../../../src/store/restore.ts";
import { verifyBackup } from "../../../src/store/verify-backup.ts";
import { openLibrary, passAll } from "../../store/library.ts";
import { dumpOf } from "../../store/projection-dump.ts";
import { codeOf, openTestStore, type TestStore } from "../../store/test-store.ts";
import {
  allBytes,
  begin,
  complain,
  forgetting,
  handOver,
  LASTRI,
  mirrorOf,
  serve,
  WARIH,
  wordsOf,
} from "./planted.ts";

const never = new AbortController().signal;
const DESKS = ["desk-1", "desk-2", "desk-3"];
const HOUR_MS = 60 * 60_000;

/** Nothing of the one, everything of the other. */
function expectOnlyLastri(desk: Pick<TestStore, "folder" | "clock">): void {
  const bytes = allBytes(desk);
  for (const word of wordsOf(WARIH)) expect(bytes, word).not.toContain(word);
  expect(bytes).toContain("photo of lastri");
}

/** Everything that screens and reports count by, wherever its rows lie. */
function figuresOf({ folder }: TestStore): object {
  const { erased_files: _erased, ...counted } = dumpOf(folder);
  const rows = Object.entries(counted).map(([table, found]) => [
    table,
    (found as readonly object[]).map((row) => JSON.stringify({ ...row, rowid: 0 })).toSorted(),
  ]);
  return Object.fromEntries(rows);
}

describe("a member who asks to be forgotten", () => {
  it("is in no file of the desk any more, backups, stores put aside and the copy's journal included; figures stay", async () => {
    const desk = openTestStore();
    const { store, folder } = desk;
    const mirror = mirrorOf(desk, WARIH, LASTRI);
    const versions = path.join(folder, "versions");
    const { config, erasures } = forgetting(desk, "desk-1", mirror, versions);
    const { id } = serve(desk, WARIH);
    complain(desk, id, WARIH)();
    serve(desk, LASTRI);
    const { folder: backup } = await store.backup(config.backup.folder, "0.1.0", never);
    const { folder: ofUpdate } = await store.backup(path.join(versions, "backups"), "0.1.0", never);
    cpSync(path.join(folder, "vault"), path.join(folder, "replaced-20260206-010000", "vault"), {
      recursive: true,
    });
    const before = figuresOf(desk);
    for (const word of wordsOf(WARIH)) expect(allBytes(desk), word).toContain(word);

    expect(erasures.ask(` ${WARIH.memberNo.toLowerCase()} ` as MemberNo)).toEqual({
      ...{ files: 5, copies: 15, mirrored: 1, kept: 1, desks: [] },
    });

    expectOnlyLastri(desk);
    expect(figuresOf(desk)).toEqual(before);
    for (const kept of [backup, ofUpdate]) expect((await verifyBackup(kept, never)).lastSeq).toBe(8);
    mirror.close();
    const left = new SqliteMirrorStore({ file: path.join(folder, "mirror.sqlite"), clock: desk.clock });
    expect([left.size, left.byNo(LASTRI.memberNo).length]).toEqual([1, 1]);
    left.close();
  });

  it("leaves nothing of what its own rule had erased before, where a backup still has it", async () => {
    const desk = openTestStore();
    const { store } = desk;
    const { config, erasures } = forgetting(desk);
    const { original } = serve(desk, WARIH);
    serve(desk, LASTRI);
    await store.backup(config.backup.folder, "0.1.0", never);
    eraseFile(store, original, "original kept as long as the rule says");
    expect(erasures.ask(WARIH.memberNo)).toMatchObject({ files: 3, copies: 4 });
    expectOnlyLastri(desk);
  });

  it("is written down by pseudonym, and may ask again", () => {
    const desk = openTestStore();
    const { erasures } = forgetting(desk);
    serve(desk, WARIH);
    erasures.ask(WARIH.memberNo);
    expect(erasures.ask(WARIH.memberNo)).toMatchObject({ files: 0, copies: 0, kept: 1 });
    const { store } = desk;
    const key = store.memberKeyOf(WARIH.memberNo);
    const events = [...store.events.readAll()];
    expect(events.filter(({ type }) => type === "vault.erased")).toHaveLength(4);
    expect(store.events.read(`erasure/${key}`).map(({ type }) => type)).toEqual([
      ...["erasure.asked", "erasure.done", "erasure.asked", "erasure.done"],
    ]);
    expect(JSON.stringify(events)).not.toContain(WARIH.memberNo);
  });

  it("waits for a service of theirs that is under way, and for a complaint that is not answered", () => {
    const desk = openTestStore();
    const { store } = desk;
    const { erasures } = forgetting(desk);
    const { id } = begin(desk, WARIH);
    expect(codeOf(() => erasures.ask(WARIH.memberNo))).toBe("ERASE_SERVICE_OPEN");
    expect(store.erasures.all()).toEqual([]);

    const close = complain(desk, id, WARIH);
    handOver(desk, id, WARIH);
    expect(erasures.ask(WARIH.memberNo)).toMatchObject({ files: 4 });
    expect(allBytes(desk)).toContain("warih panjalu says");
    close();
    erasures.obey();
    expect(allBytes(desk)).not.toContain("warih");
  });

  it("is not brought back by a backup, made before they asked or while it was done", async () => {
    const desk = openTestStore();
    const { store, folder } = desk;
    const { config, erasures } = forgetting(desk);
    serve(desk, WARIH);
    serve(desk, LASTRI);
    const { folder: backup } = await store.backup(config.backup.folder, "0.1.0", never);
    const elsewhere = path.join(folder, "backups", path.basename(backup).replace("2026", "2025"));
    cpSync(backup, path.join(folder, "kept-away"), { recursive: true });
    erasures.ask(WARIH.memberNo);
    cpSync(path.join(folder, "kept-away"), elsewhere, { recursive: true });
    erasures.obey();
    expect((await verifyBackup(elsewhere, never)).files.length).toBe(
      (await verifyBackup(backup, never)).files.length,
    );

    store.close();
    const wanted = { folder, backup: path.join(folder, "kept-away"), desk: "desk-1", at: desk.clock.now() };
    await restoreStore(wanted, never);
    const again = openTestStore(folder, desk.clock);
    expect(again.store.memberFiles.of(again.store.memberKeyOf(WARIH.memberNo))).toEqual([]);
    expect(again.store.memberFiles.of(again.store.memberKeyOf(LASTRI.memberNo))).toHaveLength(4);
  });

  it("loses nothing to a disk that is away: the vault at once, its copies as soon as they can be reached", async () => {
    const desk = openTestStore();
    const { store } = desk;
    const { config, erasures } = forgetting(desk);
    serve(desk, WARIH);
    serve(desk, LASTRI);
    await store.backup(config.backup.folder, "0.1.0", never);
    const away = `${config.backup.folder}-away`;
    renameSync(config.backup.folder, away);
    writeFileSync(config.backup.folder, "");
    expect(() => erasures.ask(WARIH.memberNo)).toThrow("BACKUP_");
    expect(store.memberFiles.of(store.memberKeyOf(WARIH.memberNo))).toEqual([]);
    expect(store.erasures.all()[0]?.doneBy.size).toBe(0);
    expect(() => erasures.obey()).toThrow("BACKUP_");

    rmSync(config.backup.folder);
    renameSync(away, config.backup.folder);
    erasures.obey();
    expect(store.erasures.all()[0]?.doneBy.size).toBe(1);
    expectOnlyLastri(desk);
  });

  it("is taken out of a backup that is damaged too", async () => {
    const desk = openTestStore();
    const { config, erasures } = forgetting(desk);
    serve(desk, WARIH);
    serve(desk, LASTRI);
    const { folder: backup } = await desk.store.backup(config.backup.folder, "0.1.0", never);
    writeFileSync(path.join(backup, "manifest.json"), "{}");
    expect(erasures.ask(WARIH.memberNo)).toMatchObject({ files: 4, copies: 4 });
    expectOnlyLastri(desk);
  });
});

describe("a member who asks at one desk of several", () => {
  function library() {
    const desks = openLibrary(DESKS) as [TestStore, TestStore, TestStore];
    const everybody = desks.map((desk, index) => forgetting(desk, DESKS[index]).erasures);
    const exchange = (...which: readonly number[]) =>
      passAll(
        which.map((one) => desks[one] as TestStore),
        which.map((one) => DESKS[one] as string),
      );
    return { desks, everybody, exchange };
  }

  it("is forgotten by all of them, also by one that comes back after weeks with a service nobody had heard of", async () => {
    const { desks, everybody, exchange } = library();
    const [one, two, three] = desks;
    for (const desk of desks) serve(desk, LASTRI);
    for (const desk of desks) serve(desk, WARIH);
    // The third is away from here on, and has a service under way.
    const late = begin(three, WARIH);
    exchange(0, 1);
    await one.clock.advance(HOUR_MS);
    everybody[0]?.ask(WARIH.memberNo);
    exchange(0, 1);
    everybody[1]?.obey();
    expectOnlyLastri(one);
    expectOnlyLastri(two);
    expect(allBytes(three)).toContain("warih");

    for (const { clock } of desks) await clock.advance(21 * 24 * HOUR_MS);
    exchange(0, 1, 2);
    everybody[2]?.obey();
    expect(three.store.vault.has(late.photo)).toBe(true);
    handOver(three, late.id, WARIH);
    everybody[2]?.obey();
    exchange(0, 1, 2);
    for (const erasures of everybody) erasures.obey();

    for (const desk of desks) expectOnlyLastri(desk);
    const [wish] = one.store.erasures.all();
    expect([...(wish?.doneBy.keys() ?? [])].toSorted()).toEqual(DESKS);
    expect(figuresOf(two)).toEqual(figuresOf(one));
    expect(one.store.memberFiles.namedBy(one.store.memberKeyOf(WARIH.memberNo))).toBe(4);
  });

  it("is taken out of a backup that was away when a service of theirs was over at last", async () => {
    const { desks, everybody, exchange } = library();
    const [one, two] = desks;
    const { config, erasures } = forgetting(two, "desk-2");
    serve(two, LASTRI);
    const late = begin(two, WARIH);
    await two.store.backup(config.backup.folder, "0.1.0", never);
    await one.clock.advance(HOUR_MS);
    everybody[0]?.ask(WARIH.memberNo);
    exchange(0, 1);
    erasures.obey();
    expect(allBytes(two)).toContain("photo of warih");

    renameSync(config.backup.folder, path.join(one.folder, "away"));
    handOver(two, late.id, WARIH);
    erasures.obey();
    expectOnlyLastri(two);
    renameSync(path.join(one.folder, "away"), config.backup.folder);
    erasures.obey();
    expectOnlyLastri(two);
  });

  it("keeps what they began after they had asked", async () => {
    const { desks, everybody, exchange } = library();
    const [one, two] = desks;
    serve(two, WARIH);
    exchange(0, 1);
    everybody[0]?.ask(WARIH.memberNo);
    exchange(0, 1);
    await two.clock.advance(HOUR_MS);
    const anew = serve(two, WARIH);
    everybody[1]?.obey();
    expect(two.store.memberFiles.of(two.store.memberKeyOf(WARIH.memberNo))).toHaveLength(4);
    expect(two.store.vault.has(anew.photo)).toBe(true);
    expect(one.store.memberFiles.of(one.store.memberKeyOf(WARIH.memberNo))).toEqual([]);
  });

  it("leaves a row of the copy alone that is somebody else's by now", () => {
    const { desks, exchange } = library();
    const [one, two] = desks;
    serve(one, WARIH);
    const ofOne = mirrorOf(one, WARIH, LASTRI);
    const ofTwo = mirrorOf(two, LASTRI);
    forgetting(one, "desk-1", ofOne).erasures.ask(WARIH.memberNo);
    exchange(0, 1);
    forgetting(two, "desk-2", ofTwo).erasures.obey();
    expect([ofOne.size, ofTwo.size]).toEqual([1, 1]);
    for (const mirror of [ofOne, ofTwo]) mirror.close();
  });

  it("is obeyed once, however often a desk looks", () => {
    const { desks, everybody, exchange } = library();
    const [one, two] = desks;
    serve(two, WARIH);
    everybody[0]?.ask(WARIH.memberNo);
    exchange(0, 1);
    for (let times = 0; times < 3; times++) everybody[1]?.obey();
    const [wish] = two.store.erasures.all();
    const done = one.store.events.read(`erasure/${wish?.memberKey}`);
    expect(done).toHaveLength(2);
    expect(two.store.events.read(`erasure/${wish?.memberKey}`)).toHaveLength(3);
    expect([...(wish?.doneBy.keys() ?? [])]).toEqual(["desk-1", "desk-2"]);
  });
});
