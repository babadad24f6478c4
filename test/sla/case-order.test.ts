import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DeskEvent, inOrder } from "../../src/sla/case-order.ts";

const NINE = Date.parse("2026-02-05T02:00:00Z");

/** `desk:seq type @minute`, with `after` as the event that a desk had seen. */
const told = (desk: string, seq: number, type: string, minute: number, after?: string): DeskEvent => ({
  id: `${desk}${seq}`,
  ...{ desk, seq, type },
  at: new Date(NINE + minute * 60_000),
  data: after === undefined ? {} : { after },
});

const ids = (events: readonly DeskEvent[]): string => events.map(({ id }) => id).join(" ");

describe("events of one case from two desks", () => {
  it("come by the wall clock where nothing else is known", () => {
    const events = [
      told("b", 1, "case.cardCut", 7),
      told("a", 1, "case.opened", 0),
      told("a", 2, "case.printConfirmed", 5),
    ];
    expect(ids(inOrder(events))).toBe("a1 a2 b1");
  });

  it("keep each desk's own order, also when its clock was set back in between", () => {
    const events = [
      told("a", 1, "case.opened", 0),
      told("a", 2, "case.photoTaken", -60),
      told("b", 1, "case.paused", -30),
    ];
    expect(ids(inOrder(events))).toBe("a1 a2 b1");
  });

  it("put what a desk did after taking the case over behind what it had seen, whatever its clock says", () => {
    const events = [
      told("a", 1, "case.opened", 0),
      told("a", 2, "case.passedOn", 10),
      // Ten minutes slow.
      told("b", 8, "case.takenOver", 1, "a2"),
      told("b", 9, "case.printConfirmed", 3),
    ];
    expect(ids(inOrder(events))).toBe("a1 a2 b8 b9");
  });

  it("begin with the opening, except for the wait in the queue", () => {
    const events = [
      told("a", 1, "case.opened", 5),
      told("b", 1, "case.paused", 2),
      told("kiosk", 1, "case.queued", 1),
    ];
    expect(ids(inOrder(events))).toBe("kiosk1 a1 b1");
  });

  it("do not wait for an event that has not arrived yet", () => {
    const events = [told("a", 1, "case.opened", 0), told("b", 1, "case.takenOver", 1, "a9")];
    expect(ids(inOrder(events))).toBe("a1 b1");
  });

  it("come to an end where two desks contradict each other", () => {
    const events = [
      told("a", 1, "case.opened", 0),
      told("a", 2, "case.takenOver", 2, "b1"),
      told("b", 1, "case.takenOver", 1, "a2"),
    ];
    expect(ids(inOrder(events))).toBe("a1 b1 a2");
  });
});

const desks = fc.constantFrom("a", "b", "c");
const story = fc
  .array(fc.record({ desk: desks, minute: fc.integer({ min: -600, max: 600 }), takes: fc.boolean() }), {
    minLength: 1,
    maxLength: 14,
  })
  .map((acts) => {
    const seqs = new Map<string, number>();
    const events: DeskEvent[] = [];
    for (const [index, { desk, minute, takes }] of acts.entries()) {
      const seq = (seqs.get(desk) ?? 0) + 1;
      seqs.set(desk, seq);
      const seen = events.at(-1)?.id;
      const type = index === 0 ? "case.opened" : takes && seen ? "case.takenOver" : "case.paused";
      events.push(told(desk, seq, type, minute, type === "case.takenOver" ? seen : undefined));
    }
    return events;
  });

describe("the order of any story that desks can tell together", () => {
  it("does not depend on how the events arrived", () => {
    fc.assert(
      fc.property(story, fc.infiniteStream(fc.nat()), (events, chances) => {
        const arrived = events
          .map((event) => ({ event, chance: chances.next().value as number }))
          .sort((one, other) => one.chance - other.chance)
          .map(({ event }) => event);
        expect(ids(inOrder(arrived))).toBe(ids(inOrder(events)));
      }),
    );
  });

  it("keeps every event once, each desk's own order, and what a desk had seen before it took over", () => {
    fc.assert(
      fc.property(story, (events) => {
        const ordered = inOrder(events);
        expect(new Set(ordered)).toEqual(new Set(events));
        const place = new Map(ordered.map(({ id }, index) => [id, index]));
        for (const { id, desk, seq, data } of events) {
          const before = place.get(`${desk}${seq - 1}`);
          expect(before ?? -1).toBeLessThan(place.get(id) ?? -1);
          if ("after" in data) expect(place.get(String(data.after))).toBeLessThan(place.get(id) ?? -1);
        }
      }),
    );
  });
});
