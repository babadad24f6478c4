import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { LocalDate, MemberNo } from "../../../src/kernel/types.ts";
import { eraseMirror } from "../../../src/store/mirror/erase.ts";
import { mirrorFacts } from "../../../src/store/mirror/mirror-facts.ts";
import { SqliteMirrorStore } from "../../../src/store/mirror/mirror-store.ts";
import { inventMember } from "../../harness/fake-member-feed.ts";
import { ManualClock } from "../../harness/manual-clock.ts";

const CHUNK = 250;
let folder: string;
let file: string;
let clock: ManualClock;
const open: SqliteMirrorStore[] = [];

function opened(): SqliteMirrorStore {
  const mirror = new SqliteMirrorStore({ file, clock });
  open.push(mirror);
  return mirror;
}

function loaded(members = 20): SqliteMirrorStore {
  const mirror = opened();
  const all = Array.from({ length: members }, (_, index) => inventMember(index + 1));
  for (let at = 0; at < members; at += CHUNK) mirror.load(all.slice(at, at + CHUNK));
  mirror.finishLoad(clock.now());
  return mirror;
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "titian-mirror-"));
  file = path.join(folder, "mirror.sqlite");
  clock = new ManualClock();
});
afterEach(() => {
  for (const mirror of open.splice(0)) mirror.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("the mirror of members", () => {
  it("is whole only after its load, and then also after a restart", () => {
    const mirror = opened();
    mirror.load([inventMember(1)]);
    expect(mirror.isComplete).toBe(false);
    mirror.close();
    expect(opened().size).toBe(0);
    loaded().close();
    const again = opened();
    expect(again).toMatchObject({ isComplete: true, size: 20 });
    expect(again.heardAt?.getTime()).toBe(clock.now().getTime());
    expect(again.byId("7")).toEqual(inventMember(7));
  });

  it("belongs to its owner alone", () => {
    loaded();
    for (const name of readdirSync(folder))
      expect(statSync(path.join(folder, name)).mode & 0o077, name).toBe(0);
  });

  it("gives back what differed, and leaves out what only looks newer", () => {
    const mirror = loaded();
    const renamed = inventMember(3, { fullName: "Nama Baru" });
    const stamped = inventMember(4, { updatedAt: "2026-02-02 02:02:02" });
    const applied = mirror.apply([inventMember(2), renamed, stamped, inventMember(21)], clock.now());
    expect(applied).toEqual([
      { before: inventMember(3), after: renamed },
      { before: undefined, after: inventMember(21) },
    ]);
    expect(mirror.byId("4")).toEqual(stamped);
    expect(mirror.size).toBe(21);
    expect(mirror.remove(["3", "999", "x"])).toEqual([renamed]);
    expect(mirror.size).toBe(20);
    expect(mirror.search({ text: "nama baru", limit: 5 })).toEqual([]);
  });

  it("finds by new names and no longer by old ones", () => {
    const mirror = loaded();
    mirror.apply([inventMember(3, { fullName: "Ratu Baru" })], clock.now());
    expect(mirror.search({ text: "ratu", limit: 5 }).map(({ memberId }) => memberId)).toEqual(["3"]);
    expect(mirror.search({ text: "rekaan 3", limit: 5 })).toEqual([]);
  });

  it("keeps ids beyond what a 32-bit number holds", () => {
    const mirror = loaded();
    for (const id of [10_000_000, 1_000_000_000_000_000, Number.MAX_SAFE_INTEGER]) {
      mirror.apply([inventMember(id)], clock.now());
      expect(mirror.byId(String(id))?.memberId).toBe(String(id));
      expect(mirror.lastId()).toBe(String(id));
    }
    for (const id of ["", "1.5", "1e3", "abc", "99999999999999999999"])
      expect(mirror.byId(id)).toBeUndefined();
  });

  it("cuts stretches that cover every id once, the last one open", () => {
    const mirror = loaded(23);
    const seen: string[] = [];
    let after: string | undefined;
    for (let turn = 0; turn < 4; turn++) {
      const stretch = mirror.stretch(after, 10);
      const rows = mirror.checksums(stretch);
      expect(stretch.rows).toBe(rows.size);
      expect(stretch.checksum).toBe([...rows.values()].reduce((all, one) => (all ^ one) >>> 0, 0));
      seen.push(...rows.keys());
      after = stretch.upToId;
      if (after === undefined) break;
    }
    expect(seen).toEqual(Array.from({ length: 23 }, (_, index) => String(index + 1)));
    expect(mirror.stretch("23", 10)).toEqual({ afterId: "23", upToId: undefined, rows: 0, checksum: 0 });
  });

  it("knows who waits: applicants, the newly registered, the renewed; nobody who was put away or stopped", () => {
    const mirror = loaded();
    const today = "2026-02-06" as LocalDate;
    const from = "2026-01-23" as LocalDate;
    expect(mirror.waiting(from, 50)).toEqual([]);
    mirror.apply(
      [
        inventMember(31, { registeredOn: today, isOnline: true, status: "new" }),
        inventMember(32, { registeredOn: today }),
        inventMember(33, { registeredOn: today, isInBasket: true }),
        inventMember(34, { registeredOn: today, status: "suspended" }),
        inventMember(35, { registeredOn: "2099-01-01" as LocalDate }),
        inventMember(36, { registeredOn: undefined }),
        inventMember(5, { validUntil: "2028-01-05" as LocalDate }),
      ],
      clock.now(),
    );
    const waiting = mirror.waiting(from, 50);
    expect(waiting.map(({ member, reason }) => `${member.memberId} ${reason}`).sort()).toEqual([
      "31 online",
      "32 new",
      "36 new",
      "5 renewed",
    ]);
    for (const { since } of waiting) expect(since).toEqual(clock.now());
    expect(mirror.waiting(from, 2)).toHaveLength(2);
  });

  it("counts the waiting of those the load found from their day of registration on", () => {
    const mirror = opened();
    mirror.load([inventMember(1, { registeredOn: "2026-02-05" as LocalDate }), inventMember(2)]);
    mirror.finishLoad(clock.now());
    expect(mirror.waiting("2026-01-23" as LocalDate, 50)).toMatchObject([
      { member: { memberId: "1" }, reason: "new", since: new Date("2026-02-05T00:00:00+07:00") },
    ]);
  });

  it("lets the waiting go on through a renumbering", async () => {
    const mirror = loaded();
    const today = "2026-02-06" as LocalDate;
    const since = clock.now();
    mirror.apply([inventMember(31, { registeredOn: today })], since);
    await clock.advance(60_000);
    mirror.apply([{ ...inventMember(31, { registeredOn: today }), memberId: "90" }], clock.now());
    mirror.remove(["31"]);
    expect(mirror.waiting("2026-01-23" as LocalDate, 50)).toMatchObject([
      { member: { memberId: "90" }, since },
    ]);
  });

  it("compares numbers as INLISLite does", () => {
    const mirror = loaded();
    mirror.apply(
      [inventMember(31, { memberNo: "a-01" as MemberNo }), inventMember(32, { memberNo: "" as MemberNo })],
      clock.now(),
    );
    expect(mirror.byNo("A-01  " as MemberNo)).toHaveLength(1);
    expect(mirror.byNo("" as MemberNo)).toEqual([]);
    expect(mirror.byNo(" a-01" as MemberNo)).toEqual([]);
  });
});

describe("a mirror's file", () => {
  it("is thrown away when it is damaged, of another schema, or no database at all", () => {
    const spoil: Record<string, () => void> = {
      garbage: () => writeFileSync(file, "not a database, but long enough to look like one".repeat(200)),
      "a hole in the middle": () => {
        const bytes = readFileSync(file);
        bytes.fill(0xff, 4_096, bytes.length - 4_096);
        writeFileSync(file, bytes);
      },
      "another schema": () => {
        const sql = new DatabaseSync(file);
        sql.exec("PRAGMA user_version = 99");
        sql.close();
      },
      "other tables": () => {
        eraseMirror(file);
        const sql = new DatabaseSync(file);
        sql.exec("CREATE TABLE notes (a); PRAGMA user_version = 1");
        sql.close();
      },
      "half of it": () => writeFileSync(file, readFileSync(file).subarray(0, 5_000)),
      "nothing in it": () => writeFileSync(file, ""),
    };
    for (const [name, how] of Object.entries(spoil)) {
      loaded(500).close();
      how();
      const mirror = opened();
      expect(mirror.search({ text: "rekaan", limit: 5 }).length === 0 || mirror.isComplete, name).toBe(true);
      mirror.byId("400");
      mirror.waiting("2026-01-01" as LocalDate, 5);
      mirror.wipe();
      mirror.load([inventMember(1)]);
      mirror.finishLoad(clock.now());
      expect(mirror.size, name).toBe(1);
      mirror.close();
      eraseMirror(file);
    }
  });

  it("begins anew when damage shows only while it is in use", () => {
    loaded(2_000).close();
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0x5a, 12 * 4_096));
    const mirror = opened();
    const { generation } = mirror;
    expect(mirror.isComplete).toBe(true);
    expect(mirror.search({ text: "rekaan 15", limit: 5 })).toEqual([]);
    expect(mirror.generation).toBeGreaterThan(generation);
    expect(mirror).toMatchObject({ isComplete: false, size: 0, heardAt: undefined });
  });

  it("leaves nobody's name or number on the disk when it is wiped, nor of one who vanished", async () => {
    const mirror = loaded(40);
    mirror.apply([inventMember(41, { fullName: "Zulkarnain Qomarullah" })], clock.now());
    mirror.remove(["41"]);
    mirror.close();
    expect(readFileSync(file).toString("latin1")).not.toMatch(/qomarullah/iu);
    const again = opened();
    expect(readFileSync(file).toString("latin1")).toMatch(/rekaan/u);
    again.wipe();
    again.setNote("a", "b");
    again.close();
    await expect.poll(() => readdirSync(folder)).toEqual(["mirror.sqlite"]);
    for (const name of readdirSync(folder))
      expect(readFileSync(path.join(folder, name)).toString("latin1")).not.toMatch(/rekaan|260100/iu);
  });

  it("erases what a process that was killed had put aside", async () => {
    loaded(40).close();
    renameSync(file, `${file}.1.erase`);
    opened();
    await expect.poll(() => readdirSync(folder)).toEqual(["mirror.sqlite"]);
  });

  it("tells the doctor what is in it, also while it is in use", () => {
    expect(mirrorFacts(file)).toBeUndefined();
    const mirror = loaded(40);
    expect(mirrorFacts(file)).toMatchObject({ members: 40, heardAt: clock.now(), comparedAt: undefined });
    mirror.apply([inventMember(50)], clock.now());
    expect(mirrorFacts(file)?.members).toBe(41);
    mirror.close();
    writeFileSync(file, "no database ".repeat(1_000));
    expect(() => mirrorFacts(file)).toThrow("STORE_CORRUPT");
  });
});
