import { describe, expect, it } from "vitest";
import type { NewEvent } from "../../src/store/event-catalog.ts";
import { codeOf, openTestStore } from "./test-store.ts";

const started: NewEvent = { stream: "desk/desk-1", type: "desk.started", data: { version: "0.1.0" } };

describe("the outbox", () => {
  it("offers what the target has not acknowledged, oldest first, and remembers it over a restart", () => {
    const { store, folder } = openTestStore();
    store.events.append(Array.from({ length: 5 }, () => started));
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
