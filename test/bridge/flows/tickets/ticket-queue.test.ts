import { describe, expect, it } from "vitest";
import { ForgottenTickets } from "../../../../src/bridge/flows/tickets/forgotten-tickets.ts";
import { TicketQueue } from "../../../../src/bridge/flows/tickets/ticket-queue.ts";
import type { CaseId } from "../../../../src/kernel/types.ts";
import { ManualClock } from "../../../harness/manual-clock.ts";
import { SilentLog } from "../../../harness/silent-log.ts";
import { codeOf, openTestStore, temporaryFolder } from "../../../store/test-store.ts";

const HOUR = 3_600_000;

/** Thursday, nine in the morning in Jakarta. */
function queueAt(
  desk = "desk-1",
  folder = temporaryFolder(),
  clock = new ManualClock(new Date("2026-02-05T02:00:00Z")),
) {
  const { store } = openTestStore(folder, clock, desk);
  const timeZone = "Asia/Jakarta";
  const queue = new TicketQueue({
    store,
    desk: { id: desk, title: `Loket ${desk.at(-1)}` },
    clock,
    timeZone,
  });
  const forgotten = new ForgottenTickets({
    ...{ store, queue, clock, timeZone, calendar: () => undefined, log: new SilentLog() },
    desk: { id: desk },
  });
  const take = (): CaseId => queue.take(undefined, "desk").ticket.case;
  const numbers = (): string[] => store.tickets.inQueue().map(({ number, state }) => `${number} ${state}`);
  return { store, folder, clock, queue, forgotten, take, numbers };
}

describe("the queue in front of the desk", () => {
  it("gives numbers in order, and says how many are called first", () => {
    const { queue } = queueAt();
    expect(queue.take("renewal", "kiosk")).toMatchObject({
      ticket: { number: "A-001", kind: "renewal" },
      ahead: 0,
    });
    expect(queue.take(undefined, "desk")).toMatchObject({ ticket: { number: "A-002" }, ahead: 1 });
  });

  it("calls whoever has waited longest, and nobody where nobody waits", () => {
    const { queue, take } = queueAt();
    expect(codeOf(() => queue.callNext())).toBe("TICKET_NONE_WAITING");
    const first = take();
    take();
    expect(queue.callNext()).toMatchObject({ case: first, state: "called", counter: "Loket 1", calls: 1 });
  });

  it("calls one number at a time: it is served or missed before the next", () => {
    const { queue, take } = queueAt();
    const [first, second] = [take(), take()];
    queue.callNext();
    expect(codeOf(() => queue.callNext())).toBe("TICKET_STILL_CALLED");
    expect(codeOf(() => queue.call(first))).toBe("TICKET_STILL_CALLED");
    expect(codeOf(() => queue.call(second))).toBe("TICKET_STILL_CALLED");
    queue.missed(first);
    expect(queue.callNext().case).toBe(second);
  });

  it("calls a number out of its turn, again, and once more after it was missed", () => {
    const { queue, take, numbers } = queueAt();
    take();
    const second = take();
    queue.call(second);
    expect(queue.callAgain(second)).toMatchObject({ calls: 2 });
    queue.missed(second);
    expect(numbers()).toEqual(["A-001 waiting", "A-002 missed"]);
    expect(queue.call(second)).toMatchObject({ state: "called", calls: 3 });
  });

  it("calls again, misses and serves only who is called", () => {
    const { queue, take } = queueAt();
    const first = take();
    expect(codeOf(() => queue.callAgain(first))).toBe("TICKET_NOT_CALLED");
    expect(codeOf(() => queue.missed(first))).toBe("TICKET_NOT_CALLED");
    expect(codeOf(() => queue.servedBy(first, "in-person"))).toBe("TICKET_NOT_CALLED");
    expect(codeOf(() => queue.call("0190c0de-0000-7000-8000-000000000000" as CaseId))).toBe(
      "TICKET_NOT_FOUND",
    );
  });

  it("calls nobody who has given the number back", () => {
    const { queue, take } = queueAt();
    const first = take();
    queue.leave(first, "withdrawn");
    expect(codeOf(() => queue.call(first))).toBe("TICKET_CLOSED");
    expect(codeOf(() => queue.leave(first, "withdrawn"))).toBe("TICKET_CLOSED");
    expect(codeOf(() => queue.callNext())).toBe("TICKET_NONE_WAITING");
  });

  it("serves who stands at the desk, unless it is told otherwise or asked for online", () => {
    const { queue, take } = queueAt();
    expect(queue.servedBy(undefined, "in-person")).toBeUndefined();
    const first = take();
    queue.callNext();
    expect(queue.servedBy(undefined, "in-person")?.case).toBe(first);
    expect(queue.servedBy(undefined, "online")).toBeUndefined();
    expect(queue.servedBy(null, "in-person")).toBeUndefined();
  });

  it("leaves a number alone that another desk has called", () => {
    const one = queueAt();
    const first = one.take();
    one.queue.callNext();
    one.store.close();
    const two = queueAt("desk-2", one.folder, one.clock);
    expect(codeOf(() => two.queue.call(first))).toBe("TICKET_CALLED_ELSEWHERE");
    expect(two.queue.calledHere()).toBeUndefined();
    const second = two.take();
    expect(two.queue.callNext().case).toBe(second);
  });

  it("goes on after a restart where it was", () => {
    const before = queueAt();
    const first = before.take();
    before.take();
    before.queue.callNext();
    before.store.close();
    const { queue, numbers } = queueAt("desk-1", before.folder, before.clock);
    expect(queue.calledHere()?.case).toBe(first);
    expect(numbers()).toEqual(["A-001 called", "A-002 waiting"]);
    expect(queue.take(undefined, "desk").ticket.number).toBe("A-003");
  });
});

describe("numbers over midnight and under a wrong clock", () => {
  it("stay in the queue over midnight until their day is over, and the new day counts from one", async () => {
    const { clock, queue, forgotten, take, numbers } = queueAt();
    await clock.advance(14.9 * HOUR);
    const yesterday = take();
    await clock.advance(0.2 * HOUR);
    expect(queue.take(undefined, "desk").ticket.number).toBe("A-001");
    forgotten.look();
    expect(numbers()).toEqual(["A-001 waiting", "A-001 waiting"]);
    expect(queue.callNext()).toMatchObject({ case: yesterday, day: "2026-02-05" });
    await clock.advance(HOUR);
    forgotten.look();
    expect(numbers()).toEqual(["A-001 waiting"]);
  });

  it("are closed by the system when the day is over, and told apart by whether they were called in vain", async () => {
    const { store, clock, queue, forgotten, take } = queueAt();
    const [missed, waiting, called] = [take(), take(), take()];
    queue.missed(queue.call(missed).case);
    queue.call(called);
    await clock.advance(16.1 * HOUR);
    forgotten.look();
    expect([missed, waiting, called].map((id) => store.tickets.get(id)?.state)).toEqual([
      ...["absent", "forgotten", "forgotten"],
    ]);
    const last = store.events.read(`case/${waiting}`).at(-1);
    expect(last).toMatchObject({ type: "case.queueLeft", operator: "system", data: { why: "past-closing" } });
    expect(codeOf(() => queue.call(waiting))).toBe("TICKET_CLOSED");
  });

  it("wait on although somebody sets the clock forward a year, and keep their order when it goes back", async () => {
    const { clock, queue, forgotten, take, numbers } = queueAt();
    const first = take();
    clock.jumpWall(365 * 24 * HOUR);
    forgotten.look();
    clock.jumpWall(-366 * 24 * HOUR);
    forgotten.look();
    take();
    expect(numbers()).toEqual(["A-001 waiting", "A-001 waiting"]);
    expect(queue.callNext().case).toBe(first);
  });

  it("looks every minute while it runs, and stops when it is told to", async () => {
    const { clock, forgotten, take, numbers } = queueAt();
    take();
    await forgotten.service.start();
    await clock.advance(16.5 * HOUR);
    expect(numbers()).toEqual([]);
    await forgotten.service.stop();
    expect(clock.sleepers).toBe(0);
  });
});
