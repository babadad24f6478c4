import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CaseId, JobId, LocalDate, MemberKey } from "../../src/kernel/types.ts";
import type { NewEvent } from "../../src/store/event-catalog.ts";
import { rebuildStore } from "../../src/store/store.ts";
import { uuidV7 } from "../../src/store/uuid-v7.ts";
import { openLibrary, pass, passAll } from "./library.ts";
import { dumpOf } from "./projection-dump.ts";
import { acts, StorePlayer } from "./store-player.ts";
import { newCaseId, opened, type TestStore } from "./test-store.ts";

const DESKS = ["desk-1", "desk-2", "desk-3"];

/** Tables of which each desk has its own rows alone. */
const OF_ONE_DESK = [
  ...["pairings", "device_health", "device_settings", "desk_routes", "paused_printers"],
  ...["laminations", "machines", "stock", "stock_moves", "printer_calibrations", "unread_events"],
  ...["operators", "operator_secrets"],
];

/** What every desk of a library must agree on; the order of arrival is each desk's own. */
function libraryOf(folder: string): Record<string, readonly string[]> {
  const tables = Object.entries(dumpOf(folder)).filter(([name]) => !OF_ONE_DESK.includes(name));
  return Object.fromEntries(
    tables.map(([name, rows]) => [
      name,
      rows.map((row) => JSON.stringify({ ...(row as object), rowid: 0 })).toSorted(),
    ]),
  );
}

/** Something about a case, a card or a number that any desk may have begun. */
function actTogether({ store, clock }: TestStore, which: number, how: number): void {
  const cases = store.cases.open();
  const numbers = store.tickets.inQueue();
  const id = cases[which % Math.max(1, cases.length)]?.case;
  const number = numbers[which % Math.max(1, numbers.length)]?.case;
  const onCase = (type: string, data: object): NewEvent | undefined =>
    id && ({ stream: `case/${id}`, type, data } as NewEvent);
  const onNumber = (type: string, data: object): NewEvent | undefined =>
    number && ({ stream: `case/${number}`, type, data } as NewEvent);
  const job = (id && store.jobs.byCase(id).at(-1)?.job) ?? (uuidV7(clock) as JobId);
  const key = `${which % 5}`.repeat(64) as MemberKey;
  const onCard = (type: string, data: object) => ({ stream: `card/${job}`, type, data }) as NewEvent;
  const news: readonly (NewEvent | undefined)[] = [
    opened(newCaseId(clock), { memberKey: key }),
    { stream: `case/${newCaseId(clock)}`, ...queued(store.cases.nextTicket(DAY)) } as NewEvent,
    ...[onNumber("case.called", { counter: "Loket" }), onNumber("case.missed", {})],
    onNumber("case.queueLeft", { why: "withdrawn" }),
    ...[onCase("case.paused", { reason: "other" }), onCase("case.resumed", {}), onCase("case.madeReady", {})],
    ...[onCase("case.stepUndone", { step: "cut" }), onCase("case.cancelled", { reason: "gave up" })],
    onCase("case.photoTaken", { photo: uuidV7(clock), source: "camera" }),
    onCase("case.photoDelivered", { how: "page", confirmed: how % 2 === 0 }),
    onCase("case.handedOver", { phoneConfirmed: true, signature: "paper", file: null }),
    onCase("case.memberLinked", { memberId: String(how), memberKey: key }),
    onCard("card.entered", {
      to: "to-cut",
      case: id ?? null,
      memberId: null,
      memberKey: key,
      route: ["cut"],
    }),
    ...[
      onCard("card.moved", { to: "ready", from: "to-cut" }),
      onCard("card.moved", { to: "void", from: "ready" }),
    ],
    store.voided.voiding({
      memberKey: key,
      memberId: "9",
      case: (id ?? newCaseId(clock)) as CaseId,
      reason: "lost",
    }),
    ...[store.voided.of(key)].map((card) => card && store.voided.lifting(card, "found")),
    store.jobs.get(job) &&
      ({
        stream: `print/${job}`,
        type: "print.advanced",
        data: { to: how % 2 ? "confirmed" : "spoiled" },
      } as NewEvent),
  ];
  const event = news[how % news.length];
  if (event) store.events.append(event);
}

const DAY = "2026-02-06" as LocalDate;
const queued = (ticket: string) => ({ type: "case.queued", data: { ticket, day: DAY, from: "desk" } });

const life = fc.array(
  fc.record({
    desk: fc.nat(2),
    /** 0 to 1: both may be at work; else the desk hears of another. */
    kind: fc.nat(3),
    from: fc.nat(2),
    some: fc.integer({ min: 1, max: 5 }),
    which: fc.nat(40),
    how: fc.nat(200),
    waitMs: fc.nat(100_000),
    jumpMs: fc.integer({ min: -90_000_000, max: 90_000_000 }),
  }),
  { minLength: 1, maxLength: 90 },
);

describe("desks that work apart and hear of each other now and then", () => {
  it("end in one state, whoever heard of what first, and every store is as its log says", async () => {
    await fc.assert(
      fc.asyncProperty(life, acts, async (lived, own) => {
        const library = openLibrary(DESKS);
        const players = library.map(({ store, clock }) => new StorePlayer(store, clock));
        const alone = [...own];
        for (const { desk, kind, from, some, which, how, waitMs, jumpMs } of lived) {
          const here = library[desk]!;
          const act = alone.pop();
          if (kind === 0 && act) players[desk]!.play(act);
          else if (kind < 2) actTogether(here, which, how);
          else if (from !== desk) pass(library[from]!, here, DESKS[from]!, some);
          await here.clock.advance(waitMs);
          if (how % 9 === 0) here.clock.jumpWall(jumpMs);
        }
        passAll(library, DESKS);
        const states = library.map(({ folder }) => libraryOf(folder));
        expect(states[1]).toEqual(states[0]);
        expect(states[2]).toEqual(states[0]);
        for (const { store, folder } of library) {
          const live = dumpOf(folder);
          store.close();
          rebuildStore(folder);
          expect(dumpOf(folder)).toEqual(live);
        }
      }),
      { numRuns: 12 },
    );
  });
});
