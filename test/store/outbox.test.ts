import { describe, expect, it } from "vitest";
import type { NewEvent } from "../../src/store/event-catalog.ts";
import { codeOf, newCaseId, opened, openTestStore, type TestStore } from "./test-store.ts";

const started: NewEvent = { stream: "desk/desk-1", type: "desk.started", data: { version: "0.1.0" } };
const five = ({ clock }: TestStore): NewEvent[] => Array.from({ length: 5 }, () => opened(newCaseId(clock)));

describe("the outbox", () => {
  it("offers what is not acknowledged, oldest first, and remembers it over a restart", () => {
    const desk = openTestStore();
    const { store, folder } = desk;
    store.events.append(five(desk));
    const pending = (limit: number) => store.outbox.pending(limit).map(({ seq }) => seq);
    expect(pending(2)).toEqual([1, 2]);
    store.outbox.acknowledge(2);
    expect(pending(10)).toEqual([3, 4, 5]);
    store.close();

    const again = openTestStore(folder).store;
    expect(again.outbox.pending(10).map(({ seq }) => seq)).toEqual([3, 4, 5]);
    again.outbox.acknowledge(5);
    expect(again.outbox.pending(10)).toEqual([]);
  });

  it("keeps to itself what concerns one PC alone, and says of each event which one came before", () => {
    const { store, clock } = openTestStore();
    store.events.append([started, opened(newCaseId(clock)), started, started, opened(newCaseId(clock))]);
    store.pairings.grant("http://inlis.example.test", "a".repeat(64));
    expect(store.outbox.pending(10).map(({ seq, afterSeq }) => [afterSeq, seq])).toEqual([
      [0, 2],
      [2, 5],
    ]);
    store.outbox.acknowledge(2);
    expect(store.outbox.pending(10).map(({ seq, afterSeq }) => [afterSeq, seq])).toEqual([[2, 5]]);
    expect(store.outbox.waiting).toBe(1);
  });

  it("never offers more than fits into one statement, and always something", () => {
    const { store, clock } = openTestStore();
    const documents = Array.from({ length: 20 }, () => "x".repeat(60));
    const id = newCaseId(clock);
    const long: NewEvent = { stream: `case/${id}`, type: "case.papersBrought", data: { documents } };
    store.events.append([opened(id), ...Array.from({ length: 600 }, () => long)]);
    const some = store.outbox.pending(1_000);
    expect(some.length).toBeGreaterThan(100);
    expect(some.length).toBeLessThan(400);
  });

  it("never moves back on a late answer, nor past what was ever written", () => {
    const { store } = openTestStore();
    store.events.append([started, started, started]);
    store.outbox.acknowledge(3);
    store.outbox.acknowledge(1);
    expect(store.outbox.pushedSeq).toBe(3);
    expect(codeOf(() => store.outbox.acknowledge(4))).toBe("INTERNAL");
    expect(store.outbox.pushedSeq).toBe(3);
  });
});
