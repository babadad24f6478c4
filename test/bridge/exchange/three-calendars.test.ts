import { afterAll, beforeAll, expect, it } from "vitest";
import { type MariaDb, startMariaDb } from "../../harness/mariadb.ts";
import { openLibrary } from "../../store/library.ts";
import type { TestStore } from "../../store/test-store.ts";
import { SharedLibrary } from "./shared-library.ts";

let server: MariaDb;
beforeAll(async () => {
  server = await startMariaDb();
}, 60_000);
afterAll(() => server.stop());

const closed = [] as [string, string][];
const WEEK = { mon: closed, tue: closed, wed: closed, thu: closed, fri: closed, sat: closed, sun: closed };

/** As the page does it: what holds at the desk, and one more day on which the library is closed. */
function close({ store }: TestStore, date: string): void {
  const before = store.calendar.calendar();
  const closures = [...(before?.closures ?? []), { date, kind: "local-closure", name: "Tutup" } as const];
  store.calendar.changed({
    ...{ version: (before?.version ?? 0) + 1, weekly: WEEK, special: [], closures },
    ...{ observesCollectiveLeave: true, countsSaturday: true },
  });
}

const days = (calendar: { readonly closures: readonly { readonly date: string }[] } | undefined) =>
  calendar?.closures.map(({ date }) => date) ?? [];

it("three desks that save a calendar at once have one in the end, under a number that no desk has seen on another", async () => {
  const library = await SharedLibrary.prepared(server);
  const desks = openLibrary(["desk-1", "desk-2", "desk-3"]);
  const [one, two, three] = desks as [TestStore, TestStore, TestStore];
  const seen = desks.map(() => new Map<number, string>());
  /** Whatever holds at a desk under one number is the same calendar each time that it is looked at. */
  const look = (): void => {
    for (const [index, { store }] of desks.entries()) {
      const calendar = store.calendar.calendar();
      if (!calendar) continue;
      const held = seen[index]?.get(calendar.version);
      expect(days(calendar).join()).toBe(held ?? days(calendar).join());
      seen[index]?.set(calendar.version, days(calendar).join());
    }
  };
  const passes = async (): Promise<void> => {
    for (const { clock } of desks) await clock.advance(1_000);
    look();
  };
  const push = (desk: TestStore) => library.push(desk, `desk-${desks.indexOf(desk) + 1}`);
  const pull = async (desk: TestStore): Promise<void> => {
    await library.pull(desk, `desk-${desks.indexOf(desk) + 1}`);
    look();
  };

  close(one, "2026-09-01");
  await passes();
  close(two, "2026-09-02");
  await push(one);
  await pull(two);
  await passes();
  close(three, "2026-09-03");
  await push(two);
  await push(three);
  await pull(one);
  expect([days(one.store.calendar.calendar()), one.store.calendar.calendar()?.version]).toEqual([
    ["2026-09-03"],
    3,
  ]);

  // The second desk has heard of the first one's alone, and takes up what that one had closed.
  await passes();
  close(two, "2026-09-01");
  await push(two);
  for (const desk of desks) await pull(desk);
  for (const { store } of desks) {
    expect(store.calendar.calendar()).toMatchObject({ version: 4 });
    expect(days(store.calendar.calendar())).toEqual(["2026-09-02", "2026-09-01"]);
  }

  // Only the third one's was never before whoever saved the one that holds.
  expect(one.store.calendar.overruled()).toBeUndefined();
  expect(two.store.calendar.overruled()).toBeUndefined();
  expect(three.store.calendar.overruled()?.by).toBe("desk-2");
  expect(days(three.store.calendar.overruled()?.calendar)).toEqual(["2026-09-03"]);

  await passes();
  close(three, "2026-09-03");
  await push(three);
  for (const desk of desks) await pull(desk);
  for (const { store } of desks) {
    expect(store.calendar.calendar()?.version).toBe(5);
    expect(store.calendar.overruled()).toBeUndefined();
  }
});
