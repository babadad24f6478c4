import { describe, expect, it } from "vitest";
import type { CaseId, LocalDate } from "../../src/kernel/types.ts";
import { rebuildStore } from "../../src/store/store.ts";
import { dumpOf } from "./projection-dump.ts";
import { newCaseId, opened, openTestStore, type TestStore } from "./test-store.ts";

const DAY = "2026-02-05" as LocalDate;

const queue = ({ store, clock }: TestStore, day = DAY): CaseId => {
  const id = newCaseId(clock);
  const ticket = store.cases.nextTicket(day);
  store.events.append({ stream: `case/${id}`, type: "case.queued", data: { ticket, day, from: "desk" } });
  return id;
};
const call = ({ store }: TestStore, id: CaseId, counter = "Loket 1"): void =>
  void store.events.append({ stream: `case/${id}`, type: "case.called", data: { counter } });
const serve = ({ store }: TestStore, id: CaseId): void => {
  const { number, day } = store.tickets.get(id) ?? { number: "", day: DAY };
  store.events.append(opened(id, { ticket: number, day }));
};

describe("numbers of the queue in the store", () => {
  it("are one row of numbers with those of cases that were opened straight at the desk", () => {
    const desk = openTestStore();
    const { store, clock } = desk;
    queue(desk);
    store.events.append(opened(newCaseId(clock), { ticket: store.cases.nextTicket(DAY), day: DAY }));
    const third = queue(desk);
    expect(store.tickets.get(third)?.number).toBe("A-003");
    expect(store.cases.nextTicket(DAY)).toBe("A-004");
    expect(store.cases.nextTicket("2026-02-06" as LocalDate)).toBe("A-001");
  });

  it("stay taken over a restart, and when the clock was set back meanwhile", () => {
    const desk = openTestStore();
    queue(desk);
    queue(desk);
    desk.clock.jumpWall(-5 * 3_600_000);
    desk.store.close();
    const again = openTestStore(desk.folder, desk.clock);
    expect(again.store.cases.nextTicket(DAY)).toBe("A-003");
    expect(again.store.tickets.inQueue().map(({ number }) => number)).toEqual(["A-001", "A-002"]);
  });

  it("are served in the order of their tickets and not of the clock on the wall", () => {
    const desk = openTestStore();
    const first = queue(desk);
    desk.clock.jumpWall(-3_600_000);
    const second = queue(desk);
    expect(desk.store.tickets.inQueue().map((ticket) => ticket.case)).toEqual([first, second]);
    call(desk, first);
    call(desk, second);
    expect(desk.store.tickets.lastCalled(DAY, 5).map((ticket) => ticket.case)).toEqual([second, first]);
  });

  it("go through call, absence and service, and are counted by what became of them", () => {
    const desk = openTestStore();
    const { store } = desk;
    const [a, b, c, d] = [queue(desk), queue(desk), queue(desk), queue(desk)];
    for (const id of [a, b]) call(desk, id);
    call(desk, a, "Loket 2");
    store.events.append({ stream: `case/${b}`, type: "case.missed", data: {} });
    serve(desk, a);
    for (const id of [b, c])
      store.events.append({ stream: `case/${id}`, type: "case.queueLeft", data: { why: "past-closing" } });
    store.events.append({ stream: `case/${d}`, type: "case.queueLeft", data: { why: "withdrawn" } });
    expect(store.tickets.get(a)).toMatchObject({
      state: "served",
      calls: 2,
      counter: "Loket 2",
      calledBy: "desk-1",
    });
    expect([...store.tickets.outcomes({ from: DAY, to: DAY })].sort()).toEqual([
      ["absent", 1],
      ["forgotten", 1],
      ["served", 1],
      ["withdrawn", 1],
    ]);
    expect(store.tickets.inQueue()).toEqual([]);
    expect(store.cases.get(a)).toMatchObject({ ticket: "A-001", day: DAY, status: "open" });
    expect(store.cases.get(b)).toBeUndefined();
  });

  it("that are over are brought back by no late call", () => {
    const desk = openTestStore();
    const id = queue(desk);
    call(desk, id);
    serve(desk, id);
    call(desk, id);
    desk.store.events.append({ stream: `case/${id}`, type: "case.missed", data: {} });
    expect(desk.store.tickets.get(id)).toMatchObject({ state: "served", calls: 1 });
  });

  it("are the same after a rebuild", () => {
    const desk = openTestStore();
    const ids = [queue(desk), queue(desk), queue(desk)];
    for (const id of ids) call(desk, id);
    serve(desk, ids[1]!);
    const live = dumpOf(desk.folder);
    expect(live["tickets"]).toHaveLength(3);
    desk.store.close();
    rebuildStore(desk.folder);
    expect(dumpOf(desk.folder)).toEqual(live);
  });
});
