import path from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import type { CaseId } from "../../src/kernel/types.ts";
import type { NewEvent } from "../../src/store/event-catalog.ts";
import { rebuildStore } from "../../src/store/store.ts";
import { joined, openLibrary, pass, passAll } from "./library.ts";
import { dumpOf } from "./projection-dump.ts";
import { codeOf, newCaseId, opened, openTestStore, type TestStore } from "./test-store.ts";

const MINUTE = 60_000;
const DESKS = ["desk-1", "desk-2"];

const on = (id: CaseId, type: NewEvent["type"], data: object = {}): NewEvent =>
  ({ stream: `case/${id}`, type, data }) as NewEvent;
const told = ({ store }: TestStore, id: CaseId): string =>
  store.cases
    .events(id)
    .map(({ type, desk }) => `${desk} ${type}`)
    .join("\n");

describe("an event that this version cannot read", () => {
  it("is kept, left out of every view and of a rebuild, and takes its place once it is understood", () => {
    const [one, two] = openLibrary(DESKS) as [TestStore, TestStore];
    const id = newCaseId(one.clock);
    one.store.events.append([opened(id), on(id, "case.paused", { reason: "other" })]);
    pass(one, two, "desk-1");
    two.store.close();
    // As an older Titian has left it: the second event lies there unread.
    const sql = new DatabaseSync(path.join(two.folder, "titian.sqlite"));
    sql.exec("INSERT INTO unread_events SELECT position FROM events WHERE type = 'case.paused'");
    sql.close();
    rebuildStore(two.folder);
    const before = dumpOf(two.folder)["cases"];
    expect(before).toMatchObject([{ status: "open" }]);

    const { store } = openTestStore(two.folder, two.clock, "desk-2");
    expect(store.inbox.unread).toBe(0);
    expect(store.cases.get(id)?.status).toBe("paused");
    expect(store.cases.events(id)).toHaveLength(2);
  });
});

describe("one case in the logs of two desks", () => {
  it("reads the same whichever desk's part arrived first", async () => {
    const [one, two] = openLibrary(DESKS) as [TestStore, TestStore];
    const third = joined(one, "desk-3");
    const id = newCaseId(one.clock);
    one.store.events.append(opened(id));
    pass(one, two, "desk-1");
    await two.clock.advance(3 * MINUTE);
    two.store.events.append(on(id, "case.paused", { reason: "power-cut" }));
    await one.clock.advance(5 * MINUTE);
    one.store.events.append(on(id, "case.cardCut"));

    pass(two, third, "desk-2");
    expect(third.store.cases.get(id)).toBeUndefined();
    pass(one, third, "desk-1");
    passAll([one, two], DESKS);
    for (const desk of [one, two, third]) {
      expect(told(desk, id)).toBe("desk-1 case.opened\ndesk-2 case.paused\ndesk-1 case.cardCut");
      expect(desk.store.cases.get(id)).toMatchObject({ status: "paused" });
    }
  });

  it("puts what a desk did behind what it had seen, although its clock is a day slow", () => {
    const [one, two] = openLibrary(DESKS) as [TestStore, TestStore];
    two.clock.jumpWall(-24 * 60 * MINUTE);
    const id = newCaseId(one.clock);
    one.store.events.append([opened(id), on(id, "case.paused", { reason: "other" })]);
    pass(one, two, "desk-1");
    two.store.events.append(on(id, "case.resumed"));
    passAll([one, two], DESKS);
    expect(told(one, id)).toBe("desk-1 case.opened\ndesk-1 case.paused\ndesk-2 case.resumed");
    for (const { store } of [one, two]) expect(store.cases.get(id)?.status).toBe("open");
  });

  it("is over by whatever ended it first, at both, when two desks end it while they are apart", async () => {
    const [one, two] = openLibrary(DESKS) as [TestStore, TestStore];
    const id = newCaseId(one.clock);
    one.store.events.append(opened(id));
    passAll([one, two], DESKS);
    await one.clock.advance(20 * MINUTE);
    await two.clock.advance(10 * MINUTE);
    one.store.events.append(
      on(id, "case.handedOver", { phoneConfirmed: true, signature: "paper", file: null }),
    );
    two.store.events.append(on(id, "case.cancelled", { reason: "gave up" }));
    passAll([one, two], DESKS);
    for (const { store } of [one, two]) expect(store.cases.get(id)?.status).toBe("cancelled");
  });

  it("is not taken in with an event missing, changed, or from a desk without the library's key", () => {
    const [one, two] = openLibrary(DESKS) as [TestStore, TestStore];
    const id = newCaseId(one.clock);
    one.store.events.append([opened(id), on(id, "case.cardCut"), on(id, "case.cardLaminated")]);
    const rows = one.store.outbox.pending(10);
    const [first, second] = rows;
    for (const wrong of [
      rows.slice(1),
      [first!, { ...second!, data: '{"x":1}' }],
      [first!, { ...second!, seal: "0".repeat(64) }],
      [{ ...first!, desk: "desk-9" }],
    ])
      expect(codeOf(() => two.store.inbox.receive("desk-1", wrong))).toBe("EXCHANGE_DAMAGED");
    expect(two.store.inbox.lastSeq("desk-1")).toBe(0);
    two.store.inbox.receive("desk-1", rows);
    expect(two.store.cases.get(id)).toBeDefined();

    const [stranger] = openLibrary(["desk-3"]) as [TestStore];
    stranger.store.events.append(opened(newCaseId(stranger.clock)));
    const strange = stranger.store.outbox.pending(10);
    expect(codeOf(() => two.store.inbox.receive("desk-3", strange))).toBe("EXCHANGE_DAMAGED");
  });
});
