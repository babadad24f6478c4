import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { Exchange } from "../../../src/bridge/exchange/exchange.ts";
import { NEWCOMERS, Pull } from "../../../src/bridge/exchange/pull.ts";
import { SharedConnection } from "../../../src/bridge/exchange/shared-connection.ts";
import { SystemClock } from "../../../src/bridge/system-clock.ts";
import { type MariaDb, startMariaDb } from "../../harness/mariadb.ts";
import { SilentLog } from "../../harness/silent-log.ts";
import { joined } from "../../store/library.ts";
import type { TestStore } from "../../store/test-store.ts";
import { codeOf, log, openCases, SharedLibrary, twoDesks } from "./shared-library.ts";

let server: MariaDb;
beforeAll(async () => {
  server = await startMariaDb();
}, 60_000);
afterAll(() => server.stop());

/** As somebody writes them who has the password, and not the library's key. */
const row = (desk: string, seq: number, afterSeq: number): string =>
  `('${desk}', ${seq}, ${afterSeq}, UUID(), 'case/x', 'case.opened', 1, 1, 'boot', NULL, '{}', 1, REPEAT('0', 64))`;
const forge = (library: SharedLibrary, rows: readonly string[]) =>
  library.run(`INSERT INTO events VALUES ${rows.join(", ")}`);
const times = <T>(count: number, make: (nth: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, nth) => make(nth));

/** The exchange of one desk, running. What it says of itself is waited for, word by word. */
async function running(library: SharedLibrary, { store }: TestStore, id: string, letter: string) {
  const said: string[] = [];
  let heard = (): void => undefined;
  const clock = new SystemClock();
  const exchange = new Exchange({
    ...{ store, desk: { id, title: `Loket ${id}`, letter }, everyMs: 50, random: () => 1, clock },
    open: (signal) => SharedConnection.open(library.options, clock, signal),
    report: (health, code) => {
      said.push(code === undefined ? health : `${health} ${code}`);
      heard();
    },
    log: new SilentLog(),
  });
  onTestFinished(() => exchange.stop());
  await exchange.start();
  return {
    exchange,
    says: async (word: string): Promise<void> => {
      while (!said.includes(word)) await new Promise<void>((resolve) => (heard = resolve));
    },
  };
}

describe("whoever has the shared database's password, and not the library's key", () => {
  it("stops no desk by rows laid behind its line and between its events, however many", async () => {
    const library = await SharedLibrary.prepared(server);
    const [one, two] = twoDesks();
    openCases(one, 1);
    await library.push(one, "desk-1");
    await library.pull(two, "desk-2");
    // What a desk does for itself alone leaves numbers free in its line.
    for (const nth of times(130, (n) => n))
      one.store.pairings.grant(`http://page-${nth}.example.test`, "a".repeat(64));
    await forge(library, [
      ...times(130, (nth) => row("desk-1", 2 + nth, 500_000 + nth)),
      ...times(150, (nth) => row("desk-1", 10_000 + nth, 600_000 + nth)),
    ]);
    openCases(one, 3);
    expect(await library.push(one, "desk-1")).toBe(3);
    expect(await library.pull(two, "desk-2")).toEqual({
      ...{ events: 3, damaged: [], forged: ["desk-1"], desks: ["desk-1"] },
    });
    expect(two.store.cases.open()).toHaveLength(4);
    expect(await library.push(one, "desk-1")).toBe(0);
  });

  it("hides no desk behind invented ones: those that are known come at once, a new one within a few looks", async () => {
    const library = await SharedLibrary.prepared(server);
    const [one, two] = twoDesks();
    const three = joined(one, "desk-3");
    openCases(one, 1);
    await library.push(one, "desk-1");
    await library.pull(two, "desk-2");
    await forge(
      library,
      times(4 * NEWCOMERS, (nth) => row(`a-desk-${nth}`, 1, 0)),
    );
    openCases(one, 1);
    openCases(three, 2);
    await library.push(one, "desk-1");
    await library.push(three, "desk-3");

    const pull = new Pull(await library.open(), {
      ...{ store: two.store, desk: "desk-2", log, rest: async () => undefined },
    });
    const first = await pull.all();
    expect(first).toMatchObject({ events: 1, damaged: [], desks: ["desk-1"] });
    expect(first.forged).toHaveLength(NEWCOMERS);
    for (let looks = 0; looks < 4; looks++) await pull.all();
    expect(two.store.inbox.desks).toEqual(["desk-1", "desk-3"]);
    expect(two.store.cases.open()).toHaveLength(4);
  });

  it("takes no letter from a desk by writing other names into the table of letters, which is said", async () => {
    const library = await SharedLibrary.prepared(server);
    const [one, two] = twoDesks();
    const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"].map((letter) => `('${letter}', 'desk-9')`);
    await library.run(`INSERT INTO letters VALUES ${letters.join(", ")}`);
    const first = await running(library, one, "desk-1", "A");
    await first.says("degraded EXCHANGE_FORGED");
    expect(await (await library.open()).headsOf(["desk-1"])).toHaveLength(1);

    // Two desks of the library with one letter are told apart all the same.
    const second = await running(library, two, "desk-2", "A");
    await second.says("down EXCHANGE_LETTER_TAKEN");
    expect(await (await library.open()).headsOf(["desk-2"])).toEqual([]);
  });

  it("does not give a desk's letter away in the name of another desk of the library", async () => {
    const library = await SharedLibrary.prepared(server);
    const [one, two] = twoDesks();
    const first = await running(library, one, "desk-1", "A");
    await first.says("ok");
    await library.run("INSERT INTO letters VALUES ('B', 'desk-1')");
    const second = await running(library, two, "desk-2", "B");
    await second.says("degraded EXCHANGE_FORGED");
    expect(await (await library.open()).headsOf(["desk-2"])).toHaveLength(1);
    const third = await running(library, joined(one, "desk-3"), "desk-3", "A");
    await third.says("down EXCHANGE_LETTER_TAKEN");
  });

  it("keeps the others' events from nobody by taking the place of a desk's own next one, which is said", async () => {
    const library = await SharedLibrary.prepared(server);
    const [one, two] = twoDesks();
    openCases(one, 2);
    await library.push(one, "desk-1");
    await forge(library, [row("desk-2", 900, 0)]);
    const second = await running(library, two, "desk-2", "B");
    await second.says("down EXCHANGE_FORGED");
    expect(two.store.cases.open()).toHaveLength(2);
    expect(second.exchange.status).toMatchObject({ exchangedAt: undefined, pushed: 0, pulled: 2 });

    // The administrator takes it away.
    await library.run("DELETE FROM events WHERE desk = 'desk-2'");
    await second.says("ok");
    expect(await (await library.open()).headsOf(["desk-2"])).toHaveLength(1);
  });

  it("does not say whose database it is by a row of their own in the library's table", async () => {
    const library = await SharedLibrary.prepared(server);
    const [one] = twoDesks();
    const shared = await library.open();
    await shared.join(one.store.exchangeSeal.keyCheck);
    await library.run("INSERT INTO library VALUES (0, 99, REPEAT('0', 64)), (-5, 99, REPEAT('1', 64))");
    expect(await codeOf(shared.join(one.store.exchangeSeal.keyCheck))).toBeUndefined();
    expect(await shared.peek("A")).toMatchObject({
      isNewer: false,
      keyCheck: one.store.exchangeSeal.keyCheck,
    });
  });
});

describe("a document whose place somebody has taken", () => {
  async function withDesign() {
    const library = await SharedLibrary.prepared(server);
    const [one, two] = twoDesks();
    const content = Buffer.alloc(1_300_000, "desain ");
    const design = one.store.designFiles.put(content);
    one.store.designs.saved("pelajar", { version: 1, sha256: design, title: "Pelajar" });
    const squat = (name: string, parts = 3) =>
      library.run(`INSERT INTO files VALUES ('${name}', 0, ${parts}, 'palsu')`);
    const arrived = () => codeOf(Promise.resolve().then(() => two.store.designFiles.get(design)));
    return { library, one, two, design, content, squat, arrived };
  }

  it("goes to another, whose name nobody knows without the library's key, and arrives as it is", async () => {
    const { library, one, two, design, content, squat } = await withDesign();
    const [plain, second] = one.store.exchangeSeal.fileNames(design) as [string, string];
    expect(plain).toBe(design);
    await squat(plain);
    // They have seen the name of the next place as well, and were quicker once.
    await squat(second, 1);
    await library.push(one, "desk-1");
    await library.pull(two, "desk-2");
    expect(Buffer.compare(two.store.designFiles.get(design), content)).toBe(0);
  });

  it("that a part of another number of parts lies in is not believed either", async () => {
    const { library, one, two, design, content } = await withDesign();
    await library.run(`INSERT INTO files VALUES ('${design}', 0, 1, REPEAT('x', ${512 * 1024}))`);
    await library.push(one, "desk-1");
    await library.pull(two, "desk-2");
    expect(Buffer.compare(two.store.designFiles.get(design), content)).toBe(0);
  });

  it("keeps the events from nobody even when every place is taken", async () => {
    const { library, one, two, design, squat, arrived } = await withDesign();
    for (const name of one.store.exchangeSeal.fileNames(design)) await squat(name);
    expect(await library.push(one, "desk-1")).toBe(1);
    expect(await library.pull(two, "desk-2")).toMatchObject({ events: 1, damaged: [] });
    expect(await arrived()).toBe("DESIGN_FILE_MISSING");
  });

  it("is one copy where two desks bring the same, whole, in part or at once", async () => {
    const { library, one, design, content } = await withDesign();
    await library.run(
      `INSERT INTO files VALUES ('${design}', 1, 3, REPEAT('desain ', 200000))`.replace(
        "REPEAT('desain ', 200000)",
        `SUBSTRING(REPEAT('desain ', 200000), ${512 * 1024 + 1}, ${512 * 1024})`,
      ),
    );
    const [left, right] = [await library.open(), await library.open()];
    expect(await Promise.all([left.putFile(design, content), right.putFile(design, content)])).toEqual([
      ...[true, true],
    ]);
    expect(await library.push(one, "desk-1")).toBe(1);
    const copies = await library.run("SELECT COUNT(*) AS parts FROM files");
    expect(copies).toEqual([{ parts: expect.toSatisfy((parts) => Number(parts) === 3) }]);
  });
});
