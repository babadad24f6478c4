import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CheckSurroundings } from "../../../src/bridge/cli/checks/check.ts";
import { exchange } from "../../../src/bridge/cli/checks/exchange.ts";
import { demoConfig } from "../../../src/bridge/config/demo.ts";
import { SystemClock } from "../../../src/bridge/system-clock.ts";
import { type MariaDb, startMariaDb } from "../../harness/mariadb.ts";
import { SilentLog } from "../../harness/silent-log.ts";
import { openLibrary } from "../../store/library.ts";
import { newCaseId, opened, openTestStore, type TestStore, temporaryFolder } from "../../store/test-store.ts";
import { never, SharedLibrary } from "./shared-library.ts";

let server: MariaDb;
let folder: string;
beforeAll(async () => {
  server = await startMariaDb();
  folder = mkdtempSync(path.join(os.tmpdir(), "titian-exchange-"));
}, 60_000);
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** What a technician sees of the exchange at the desk with this store. */
async function findingsAt(library: SharedLibrary, { folder: store }: TestStore, desk: object = {}) {
  const { budgetMs, password, ...place } = library.options;
  const passwordFile = path.join(folder, "password");
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  const demo = demoConfig({ folder: store, port: 0 });
  const surroundings: CheckSurroundings = {
    config: {
      ...{ ...demo, desk: { ...demo.desk, ...desk } },
      exchange: { ...demo.exchange, ...place, passwordFile, budgetMs },
    },
    ...{ drivers: [], clock: new SystemClock(), log: new SilentLog(), language: "en" },
  };
  return exchange.run(surroundings, never);
}

const IN_STEP = { check: "exchange-lag", outcome: "ok" };

describe("titian doctor on the other desks", () => {
  it("says what has not gone, what has not come and what somebody has touched, each with what to do", async () => {
    const library = await SharedLibrary.prepared(server);
    const [one, two] = openLibrary(["desk-1", "desk-2"]) as [TestStore, TestStore];
    await (await library.open()).join(one.store.exchangeSeal.keyCheck);
    one.store.events.append(opened(newCaseId(one.clock)));
    two.store.events.append(opened(newCaseId(two.clock)));
    await library.push(two, "desk-2");
    const late = await findingsAt(library, one);
    expect(late).toMatchObject([
      { check: "exchange", outcome: "ok" },
      { check: "exchange-lag", outcome: "warn", what: expect.stringMatching(/^1 events are not sent/u) },
      { check: "exchange-lag", outcome: "warn", what: expect.stringMatching(/^what desk-2 wrote/u) },
    ]);
    for (const { outcome, mend } of late) if (outcome !== "ok") expect(mend).toMatch(/Titian runs/u);

    await library.push(one, "desk-1");
    await library.pull(one, "desk-1");
    expect((await findingsAt(library, one))[1]).toMatchObject(IN_STEP);
    await library.run("UPDATE events SET data = REPLACE(data, 'new', 'renewal') WHERE desk = 'desk-2'");
    expect((await findingsAt(library, one))[1]).toMatchObject({
      ...{ outcome: "fail", what: "desk-2: EXCHANGE_DAMAGED", mend: expect.any(String) },
    });
  });

  it("names those that have written, and changes nothing by looking", async () => {
    const library = await SharedLibrary.prepared(server);
    const [one] = openLibrary(["desk-1"]) as [TestStore];
    expect(await findingsAt(library, one)).toMatchObject([
      { outcome: "ok", what: expect.stringMatching(/no desk has/u) },
      IN_STEP,
    ]);
    expect(await library.run("SELECT * FROM library")).toEqual([]);
    one.store.events.append(opened(newCaseId(one.clock)));
    await library.push(one, "desk-1");
    expect(await findingsAt(library, one)).toMatchObject([
      { outcome: "ok", what: expect.stringMatching(/desk-1 \(1\)/u) },
      IN_STEP,
    ]);
  });

  it("says what keeps a desk out, and what to do", async () => {
    const library = await SharedLibrary.prepared(server);
    const [one] = openLibrary(["desk-1"]) as [TestStore];
    const [stranger] = openLibrary(["desk-2"]) as [TestStore];
    const shared = await library.open();
    await shared.join(one.store.exchangeSeal.keyCheck);
    one.store.counters.name("Loket 1", "A");
    await shared.claim("A", "desk-1");
    expect(await findingsAt(library, stranger)).toMatchObject([
      { outcome: "fail", what: "EXCHANGE_KEY_DIFFERS" },
    ]);
    const another = { id: "desk-2" };
    expect(await findingsAt(library, one, another)).toMatchObject([
      { outcome: "fail", what: "EXCHANGE_LETTER_TAKEN" },
    ]);
    expect(await findingsAt(library, one, { ...another, letter: "B" })).toMatchObject([
      { outcome: "ok" },
      IN_STEP,
    ]);
    one.store.events.append(opened(newCaseId(one.clock)));
    await library.push(one, "desk-1");
    expect(await findingsAt(library, one)).toMatchObject([{ outcome: "ok" }, IN_STEP]);
    // A second PC with the same id and the library's key.
    const second = temporaryFolder();
    cpSync(path.join(one.folder, "site-key"), path.join(second, "site-key"));
    const { store: twin } = openTestStore(second, undefined, "desk-1");
    for (let more = 0; more < 5; more++) twin.events.append(opened(newCaseId(one.clock)));
    const { lastSeq } = one.store.events;
    await (await library.open()).add(twin.outbox.after(lastSeq, 10));
    expect(await findingsAt(library, one)).toMatchObject([{ outcome: "fail", what: "EXCHANGE_DESK_TWICE" }]);
    await library.run("UPDATE events SET at = at + 1");
    expect(await findingsAt(library, one)).toMatchObject([{ outcome: "fail", what: "EXCHANGE_FORGED" }]);
    await library.run("DROP TABLE events");
    const [finding] = await findingsAt(library, one);
    expect(finding).toMatchObject({
      outcome: "fail",
      what: expect.stringMatching(/EXCHANGE_NOT_PREPARED$/u),
    });
    expect(finding?.mend).toMatch(/titian exchange sql/u);
  });

  it("says what somebody has written who has the database's password alone, in one line, and does not believe it", async () => {
    const library = await SharedLibrary.prepared(server);
    const [one] = openLibrary(["desk-1"]) as [TestStore];
    await (await library.open()).join(one.store.exchangeSeal.keyCheck);
    one.store.counters.name("Loket 1", "A");
    await library.push(one, "desk-1");
    await library.run("INSERT INTO letters VALUES ('B', 'desk-1'), ('C', 'desk-9')");
    for (const letter of ["B", "C"])
      expect(await findingsAt(library, one, { id: "desk-2", letter })).toMatchObject([
        { outcome: "fail", what: expect.stringMatching(/EXCHANGE_FORGED$/u), mend: expect.any(String) },
        IN_STEP,
      ]);
    await library.run(
      `INSERT INTO events SELECT CONCAT('desk-', seq), 1, 0, UUID(), 'case/x', 'case.opened', 1, 1, 'boot', NULL, '{}', 1,
         REPEAT('0', 64) FROM seq_50_to_70`,
    );
    expect((await findingsAt(library, one)).slice(1)).toMatchObject([
      {
        outcome: "warn",
        what: "21 names of desks that nobody knows: EXCHANGE_FORGED",
        mend: expect.any(String),
      },
    ]);
  });
});
