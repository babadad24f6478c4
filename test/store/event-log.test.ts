import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { subscribe } from "../../src/kernel/events.ts";
import type { NewEvent, StoredEvent } from "../../src/store/event-catalog.ts";
import { codeOf, newCaseId, opened, openTestStore } from "./test-store.ts";

const started: NewEvent = { stream: "desk/desk-1", type: "desk.started", data: { version: "0.1.0" } };

describe("the event log", () => {
  it("gives every event an id, the desk, the next number, both times and the boot", async () => {
    const { store, clock } = openTestStore();
    const [first] = store.events.append(started);
    await clock.advance(1_500);
    const [second] = store.events.append({ ...started, operator: "rina" });

    expect(first).toMatchObject({
      desk: "desk-1",
      seq: 1,
      bootId: "boot-1",
      monotonicMs: 1_000,
      data: { version: "0.1.0" },
    });
    expect(first?.at.toISOString()).toBe("2026-02-06T01:00:00.000Z");
    expect(second).toMatchObject({ seq: 2, monotonicMs: 2_500, operator: "rina" });
    expect(first?.operator).toBeUndefined();
    expect(first?.id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect((second?.id ?? "") > (first?.id ?? "")).toBe(true);
  });

  it("reads back exactly what append returned, after a restart too", () => {
    const { store, folder, clock } = openTestStore();
    const id = newCaseId(clock);
    const written = store.events.append([
      opened(id),
      { stream: `case/${id}`, type: "case.paused", data: { reason: "power-cut" } },
    ]);
    expect(store.events.read(`case/${id}`)).toEqual(written);
    store.close();

    const again = openTestStore(folder).store;
    expect(again.events.read(`case/${id}`)).toEqual(written);
    expect([...again.events.readAll()]).toEqual(written);
    expect(again.events.append(started)[0]?.seq).toBe(3);
  });

  it("reads on from a cursor, in pages, up to a limit", () => {
    const { store } = openTestStore();
    store.events.append(Array.from({ length: 1_203 }, () => started));
    const seqs = (after: number, limit?: number) =>
      Array.from(store.events.readAll(after, limit), ({ seq }) => seq);

    expect(seqs(0)).toEqual(Array.from({ length: 1_203 }, (_, index) => index + 1));
    expect(seqs(1_200)).toEqual([1_201, 1_202, 1_203]);
    expect(seqs(400, 501)).toHaveLength(501);
    expect(seqs(0, 0)).toEqual([]);
    expect(seqs(5_000)).toEqual([]);
  });

  it("writes nothing at all when one event of a batch is wrong", () => {
    const { store, clock } = openTestStore();
    const id = newCaseId(clock);
    const wrong = [
      { stream: `case/${id}`, type: "case.paused", data: { reason: "lunch" } },
      { stream: `case/${id}`, type: "case.paused", data: { reason: "other", name: "an extra field" } },
      { stream: `case/${id}`, type: "case.exploded", data: {} },
      { stream: `case/${id}`, type: "constructor", data: {} },
      { stream: "case/3201234567890001", type: "case.resumed", data: {} },
      { stream: `print/${id}`, type: "case.resumed", data: {} },
      { stream: "desk/desk 1", type: "desk.stopped", data: {} },
      { stream: "desk/desk-1", type: "desk.stopped", data: {}, operator: "line\nbreak" },
      { stream: "desk/desk-1", type: "desk.clockJumped", data: { wallMs: Number.NaN, monotonicMs: 1 } },
    ] as unknown as NewEvent[];

    for (const event of wrong) {
      expect(codeOf(() => store.events.append([started, event]))).toBe("STORE_EVENT_INVALID");
    }
    expect(store.events.lastSeq).toBe(0);
    expect(store.events.append([])).toEqual([]);
  });

  it("undoes the whole batch when a projection cannot take one of it, and numbers on without a gap", () => {
    const { store, clock } = openTestStore();
    const id = newCaseId(clock);
    store.events.append(opened(id));

    expect(codeOf(() => store.events.append([started, opened(id)]))).toBe("STORE_EVENT_INVALID");
    expect(store.events.lastSeq).toBe(1);
    expect(store.events.append(started)[0]?.seq).toBe(2);
  });

  it("cannot be changed or shortened, by anyone, by any kind of statement", () => {
    const { store, folder } = openTestStore();
    store.events.append(started);
    store.close();

    const sql = new DatabaseSync(path.join(folder, "titian.sqlite"));
    sql.exec("PRAGMA recursive_triggers = ON");
    const statements = [
      "UPDATE events SET operator = 'x'",
      "UPDATE OR REPLACE events SET seq = 9",
      "DELETE FROM events",
      "INSERT OR REPLACE INTO events SELECT position, id, desk, seq, 'desk/y', type, at, 0, '', NULL, '{}', '', NULL FROM events",
    ];
    for (const statement of statements) expect(() => sql.exec(statement)).toThrow(/append only/);
    sql.close();
  });

  it("does not keep the caller's object", () => {
    const { store } = openTestStore();
    const data = { wallMs: 1, monotonicMs: 2 };
    const [event] = store.events.append({ stream: "desk/desk-1", type: "desk.clockJumped", data });
    data.wallMs = 99;
    expect(event?.data).toEqual({ wallMs: 1, monotonicMs: 2 });
  });
});

describe("the news of the event log", () => {
  it("comes after the commit, with the stored events", () => {
    const { store } = openTestStore();
    const heard: { events: readonly StoredEvent[]; onDisk: number }[] = [];
    using _ = subscribe(store.events.events, "appended", ({ events }) => {
      heard.push({ events, onDisk: store.events.lastSeq });
    });
    const stored = store.events.append([started, started]);
    expect(heard).toEqual([{ events: stored, onDisk: 2 }]);
  });

  it("keeps the order of the log for every listener, although one of them appends", () => {
    const { store } = openTestStore();
    using _first = subscribe(store.events.events, "appended", ({ events }) => {
      if (events[0]?.seq === 1) store.events.append(started);
    });
    const heard: number[] = [];
    using _second = subscribe(store.events.events, "appended", ({ events }) => {
      heard.push(...events.map(({ seq }) => seq));
    });
    store.events.append(started);
    expect(heard).toEqual([1, 2]);
  });

  it("survives a listener that throws: the events are written, and the log says so", () => {
    const { store, log } = openTestStore();
    using _ = subscribe(store.events.events, "appended", () => {
      throw new Error("broken listener");
    });
    expect(store.events.append(started)).toHaveLength(1);
    expect(store.events.append(started)).toHaveLength(1);
    expect(log.lines.filter(({ level }) => level === "error")).toHaveLength(2);
  });
});
