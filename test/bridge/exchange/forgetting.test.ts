import { afterAll, beforeAll, expect, it } from "vitest";
import { type MariaDb, startMariaDb } from "../../harness/mariadb.ts";
import { openLibrary } from "../../store/library.ts";
import type { TestStore } from "../../store/test-store.ts";
import { allBytes, begin, forgetting, handOver, LASTRI, serve, WARIH, wordsOf } from "../privacy/planted.ts";
import { SharedLibrary } from "./shared-library.ts";

let server: MariaDb;
beforeAll(async () => {
  server = await startMariaDb();
}, 60_000);
afterAll(() => server.stop());

const DESKS = ["desk-1", "desk-2", "desk-3"];

it("leaves nothing of a forgotten member at any desk nor in the shared database, also when one comes back after weeks", async () => {
  const library = await SharedLibrary.prepared(server);
  const desks = openLibrary(DESKS) as [TestStore, TestStore, TestStore];
  const [one, two, three] = desks;
  await (await library.open()).join(one.store.exchangeSeal.keyCheck);
  const everybody = desks.map((desk, index) => forgetting(desk, DESKS[index]).erasures);
  const exchange = async (...which: readonly number[]): Promise<void> => {
    for (const index of which) await library.push(desks[index] as TestStore, DESKS[index] ?? "");
    for (const index of which) await library.pull(desks[index] as TestStore, DESKS[index] ?? "");
  };
  for (const desk of desks) serve(desk, LASTRI);
  for (const desk of desks) serve(desk, WARIH);
  const late = begin(three, WARIH);
  await exchange(0, 1);

  everybody[0]?.ask(WARIH.memberNo);
  await exchange(0, 1);
  everybody[1]?.obey();
  for (const { clock } of desks) await clock.advance(21 * 24 * 60 * 60_000);
  await exchange(2, 0, 1);
  handOver(three, late.id, WARIH);
  everybody[2]?.obey();
  await exchange(2, 0, 1);
  for (const erasures of everybody) erasures.obey();

  for (const desk of [one, two, three]) {
    const bytes = allBytes(desk);
    for (const word of wordsOf(WARIH)) expect(bytes, word).not.toContain(word);
    expect(bytes).toContain("photo of lastri");
  }
  const tables = ["library", "letters", "events", "files"];
  const rows = await Promise.all(tables.map((table) => library.run(`SELECT * FROM ${table}`)));
  const shared = JSON.stringify(rows).toLowerCase();
  for (const word of [...wordsOf(WARIH), ...wordsOf(LASTRI)]) expect(shared, word).not.toContain(word);
  expect(shared).toContain("erasure.asked");
  const key = one.store.memberKeyOf(WARIH.memberNo);
  expect(desks.map(({ store }) => store.memberFiles.namedBy(key))).toEqual([4, 4, 4]);
}, 60_000);
