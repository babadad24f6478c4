import { cpSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pullMissing } from "../../../src/bridge/exchange/exchanged-files.ts";
import { SharedConnection } from "../../../src/bridge/exchange/shared-connection.ts";
import { compared } from "../../../src/bridge/exchange/verify.ts";
import { SystemClock } from "../../../src/bridge/system-clock.ts";
import type { LocalDate } from "../../../src/kernel/types.ts";
import type { NewEvent } from "../../../src/store/event-catalog.ts";
import { ManualClock } from "../../harness/manual-clock.ts";
import { type MariaDb, startMariaDb } from "../../harness/mariadb.ts";
import { openLibrary } from "../../store/library.ts";
import { newCaseId, opened, openTestStore, type TestStore, temporaryFolder } from "../../store/test-store.ts";
import { codeOf, log, never, openCases, SharedLibrary, twoDesks } from "./shared-library.ts";

let server: MariaDb;
beforeAll(async () => {
  server = await startMariaDb();
}, 60_000);
afterAll(() => server.stop());

describe("the shared database", () => {
  it("holds exactly a desk's log, in however many portions it went", async () => {
    const library = await SharedLibrary.prepared(server);
    const [one] = twoDesks();
    const id = newCaseId(one.clock);
    await one.clock.advance(1_234.567_891_234);
    one.store.events.append([
      opened(id),
      { stream: `case/${id}`, type: "case.cardCut", data: {}, operator: "Bu Ratna 🌿 o'clock \\ \"" },
    ]);
    openCases(one, 450);
    expect(await library.push(one, "desk-1")).toBe(452);
    const shared = await library.open();
    expect(await shared.after("desk-1", 0, 1_000)).toEqual(one.store.outbox.after(0, 1_000));
    expect(one.store.outbox.waiting).toBe(0);
    expect(await library.push(one, "desk-1")).toBe(0);
    openCases(one, 2);
    expect(await compared(shared, one.store, "desk-1")).toEqual({
      same: 452,
      waiting: 2,
      differsAt: undefined,
    });
    await library.run("UPDATE events SET operator = 'x' WHERE seq = 300");
    expect(await compared(shared, one.store, "desk-1")).toMatchObject({ same: 299, differsAt: 300 });
  });

  it("takes an event once, although its answer never came", async () => {
    const library = await SharedLibrary.prepared(server);
    const [one] = twoDesks();
    openCases(one, 3);
    await (await library.open()).add(one.store.outbox.after(0, 10));
    expect(one.store.outbox.pushedSeq).toBe(0);
    openCases(one, 2);
    expect(await library.push(one, "desk-1")).toBe(2);
    expect(one.store.outbox.pushedSeq).toBe(5);
    expect(await (await library.open()).after("desk-1", 0, 10)).toHaveLength(5);
  });

  it("gets again what a restored server has lost", async () => {
    const library = await SharedLibrary.prepared(server);
    const [one, two] = twoDesks();
    openCases(one, 5);
    await library.push(one, "desk-1");
    await library.pull(two, "desk-2");
    await library.run("DELETE FROM events WHERE seq > 2");
    expect(await library.push(one, "desk-1")).toBe(3);
    expect(await library.pull(two, "desk-2")).toMatchObject({ events: 0, damaged: [] });
  });

  it("refuses the second of two PCs with one id, and keeps the first one's log whole", async () => {
    const library = await SharedLibrary.prepared(server);
    const [one, two] = twoDesks();
    openCases(one, 2);
    await library.push(one, "desk-1");
    one.store.close();
    const copy = temporaryFolder();
    cpSync(one.folder, copy, { recursive: true });
    const first = openTestStore(one.folder, new ManualClock(), "desk-1");
    const clone = openTestStore(copy, new ManualClock(), "desk-1");
    // One PC alone has written something of its own meanwhile: the two logs differ in length too.
    clone.store.pairings.grant("http://inlis.example.test", "a".repeat(64));
    for (const desk of [first, clone]) openCases(desk, 1);
    expect(await library.push(first, "desk-1")).toBe(1);
    expect(await codeOf(library.push(clone, "desk-1"))).toBe("EXCHANGE_DESK_TWICE");
    expect(await library.pull(two, "desk-2")).toMatchObject({ events: 3, damaged: [] });
    openCases(first, 1);
    expect(await library.push(first, "desk-1")).toBe(1);
  });

  it("refuses a new PC that was given an id of before", async () => {
    const library = await SharedLibrary.prepared(server);
    const [one] = twoDesks();
    openCases(one, 2);
    await library.push(one, "desk-1");
    const folder = temporaryFolder();
    cpSync(path.join(one.folder, "site-key"), path.join(folder, "site-key"));
    const again = openTestStore(folder, new ManualClock(), "desk-1");
    openCases(again, 4);
    expect(await codeOf(library.push(again, "desk-1"))).toBe("EXCHANGE_DESK_TWICE");
  });

  it("belongs to one library, and a letter of the queue to one desk", async () => {
    const library = await SharedLibrary.prepared(server);
    const [one, two] = twoDesks();
    const stranger = openLibrary(["desk-3"])[0] as TestStore;
    const shared = await library.open();
    await shared.join(one.store.exchangeSeal.keyCheck);
    await shared.join(two.store.exchangeSeal.keyCheck);
    expect(await codeOf(shared.join(stranger.store.exchangeSeal.keyCheck))).toBe("EXCHANGE_KEY_DIFFERS");
    expect(await shared.claim("A", "desk-1")).toBe("desk-1");
    expect(await shared.claim("A", "desk-1")).toBe("desk-1");
    expect(await shared.claim("A", "desk-2")).toBe("desk-1");
    expect(await shared.claim("B", "desk-2")).toBe("desk-2");
    await library.run("UPDATE library SET schema_version = 2");
    expect(await codeOf(shared.join(one.store.exchangeSeal.keyCheck))).toBe("EXCHANGE_NEWER");
  });

  it("says what is wrong when it is not there, not prepared, or refuses the user", async () => {
    const library = await SharedLibrary.prepared(server);
    const open = (change: object) =>
      SharedConnection.open({ ...library.options, ...change }, new SystemClock(), never);
    expect(await codeOf(open({ password: "wrong" }))).toBe("EXCHANGE_REFUSED");
    expect(await codeOf(open({ port: 1 }))).toBe("EXCHANGE_UNREACHABLE");
    await library.run("DROP TABLE letters");
    await library.run("DROP TABLE library");
    expect(await codeOf((await library.open()).join("0".repeat(64)))).toBe("EXCHANGE_NOT_PREPARED");
  });

  it("cuts the line to a server that does not answer within the budget", async () => {
    const library = await SharedLibrary.prepared(server);
    const options = { ...library.options, budgetMs: 2_000 };
    await using connection = await SharedConnection.open(options, new SystemClock(), never);
    expect(await codeOf(connection.rows("SELECT SLEEP(30)", [], never))).toBe("EXCHANGE_UNREACHABLE");
  });

  it("carries the documents that events name, in parts, and a desk's drafts to nobody", async () => {
    const library = await SharedLibrary.prepared(server);
    const [one, two] = twoDesks();
    const large = Buffer.alloc(1_300_000, "desain ");
    const design = one.store.designFiles.put(large);
    const standard = one.store.standardFiles.put(Buffer.from('{"standar":"terbit"}'));
    const draft = one.store.standardFiles.put(Buffer.from('{"standar":"draf"}'));
    one.store.designs.saved("pelajar", { version: 1, sha256: design, title: "Pelajar" });
    const dates = { effectiveFrom: "2026-02-01" as LocalDate, effectiveTo: null };
    one.store.standards.published("id.rekaan.kta", { version: 1, sha256: standard, title: "KTA", ...dates });
    one.store.standards.saved("id.rekaan.kta", { version: 2, sha256: draft, title: "KTA" });
    await library.push(one, "desk-1");
    await library.pull(two, "desk-2");
    expect(Buffer.compare(two.store.designFiles.get(design), large)).toBe(0);
    expect(Buffer.from(two.store.standardFiles.get(standard)).toString()).toBe('{"standar":"terbit"}');
    expect(two.store.designs.all()).toMatchObject([{ name: "pelajar", versions: [{ version: 1 }] }]);
    expect(two.store.standards.all()).toMatchObject([{ versions: [{ version: 1, sha256: standard }] }]);
    expect(one.store.standards.all()[0]?.versions).toHaveLength(2);
  });

  it("fetches later what had not come, and never what is not what its name says", async () => {
    const library = await SharedLibrary.prepared(server);
    const [one, two] = twoDesks();
    const design = one.store.designFiles.put(Buffer.from('{"desain":"asli"}'));
    one.store.designs.saved("pelajar", { version: 1, sha256: design, title: "Pelajar" });
    await library.push(one, "desk-1");
    const missing = () => codeOf(Promise.resolve().then(() => two.store.designFiles.get(design)));
    await library.run(`UPDATE files SET content = 'palsu'`);
    await library.pull(two, "desk-2");
    expect(await missing()).toBe("DESIGN_FILE_MISSING");
    await library.run("DELETE FROM files");
    const shared = await library.open();
    await shared.putFile(design, one.store.designFiles.get(design));
    await pullMissing(shared, two.store, log);
    expect(await missing()).toBeUndefined();
  });
});

describe("what only a newer Titian knows", () => {
  it("is kept, and is there once this one is updated", async () => {
    const library = await SharedLibrary.prepared(server);
    const [one, two] = twoDesks();
    const id = newCaseId(one.clock);
    one.store.events.append([opened(id)]);
    // As if a newer Titian had written it: sealed by a desk of the library, with a field that nobody here knows.
    const [first] = one.store.outbox.after(0, 1);
    const newer = { ...first!, seq: 2, afterSeq: 1, id: newCaseId(one.clock) };
    const events: Partial<typeof newer>[] = [
      { type: "case.madeReady", data: '{"shelf":"B3"}' },
      {
        seq: 3,
        afterSeq: 2,
        id: newCaseId(one.clock),
        type: "loan.granted",
        stream: `loan/${id}`,
        data: "{}",
      },
      { seq: 4, afterSeq: 3, id: newCaseId(one.clock), type: "case.paused", data: '{"reason":"other"}' },
    ];
    const rows = events.map((change) => {
      const { seal: _, ...row } = { ...newer, ...change };
      return { ...row, seal: one.store.exchangeSeal.of(row) };
    });
    const shared = await library.open();
    await shared.add([first!, ...rows]);
    expect(await library.pull(two, "desk-2")).toMatchObject({ events: 4, damaged: [] });
    expect(two.store.inbox.unread).toBe(2);
    expect(two.store.cases.events(id).map(({ type }) => type)).toEqual(["case.opened", "case.paused"]);
    expect(two.store.cases.get(id)?.status).toBe("paused");
  });

  it("of one PC alone is not acted on, whoever sends it", async () => {
    const library = await SharedLibrary.prepared(server);
    const [one, two] = twoDesks();
    const granted: NewEvent = {
      stream: `pairing/${"a".repeat(64)}`,
      type: "pairing.granted",
      data: { origin: "http://evil.example.test", tokenHash: "b".repeat(64) },
    };
    const [event] = one.store.events.append(granted);
    const { operator = null, at, bootId, monotonicMs, logical, ...rest } = event!;
    const row = {
      ...{ ...rest, operator, logical, data: JSON.stringify(event!.data), afterSeq: 0 },
      ...{ at: at.getTime(), boot_id: bootId, monotonic_ms: monotonicMs },
    };
    await (await library.open()).add([{ ...row, seal: one.store.exchangeSeal.of(row) }]);
    expect(await library.pull(two, "desk-2")).toMatchObject({ events: 1 });
    expect(two.store.pairings.all()).toEqual([]);
    expect(two.store.inbox.unread).toBe(1);
  });
});
