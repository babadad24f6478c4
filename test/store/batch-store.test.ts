import { describe, expect, it } from "vitest";
import { itemKey } from "../../src/cards/batch/item-key.ts";
import type { BatchSetup } from "../../src/cards/batch/print-batch.ts";
import type { MemberKey } from "../../src/kernel/types.ts";
import { codeOf, openTestStore } from "./test-store.ts";

const keyOf = (index: number): MemberKey => index.toString(16).padStart(64, "0") as MemberKey;
const members = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ memberId: `${index + 1}`, memberKey: keyOf(index) }));
const SHEETS: BatchSetup = {
  ...{ design: "lengkung", device: undefined, reprintReason: undefined, frontOnly: false },
  sheets: { layout: "a4-10", backs: "none", startCell: 0 },
};
const KEY = "00000000-0000-4000-8000-000000000001";

describe("a batch in the store", () => {
  it("is opened once for its key, with every member in the order of the list", () => {
    const test = openTestStore();
    const { batches } = test.store;
    const opened = batches.open(KEY, SHEETS, members(450));
    expect(batches.open(KEY, SHEETS, members(3))).toEqual(opened);
    expect(opened).toMatchObject({
      ...SHEETS,
      state: "open",
      count: 450,
      items: { waiting: 450, printed: 0 },
    });
    expect(batches.items(opened.batch, 199, 3).map(({ memberKey }) => memberKey)).toEqual(
      [199, 200, 201].map(keyOf),
    );
    expect(batches.isAwaited(keyOf(449))).toBe(true);
  });

  it("of another desk is not begun here, and its members are awaited all the same", () => {
    const { store: theirs, folder, clock } = openTestStore(undefined, undefined, "desk-2");
    const { batch } = theirs.batches.open(KEY, SHEETS, members(1));
    theirs.close();
    const { batches } = openTestStore(folder, clock).store;
    expect([batches.unfinished(), batches.list(9)]).toEqual([[], []]);
    expect(batches.get(batch)?.state).toBe("open");
    expect(batches.isAwaited(keyOf(0))).toBe(true);
  });

  it("gives what comes next: cards that are made anew first", () => {
    const test = openTestStore();
    const { batches } = test.store;
    const { batch } = batches.open(KEY, SHEETS, members(5));
    const placed = [0, 1, 2].map((item) => ({ cell: item, item, design: "lengkung", version: 2 }));
    batches.write(batch, { to: "started" }, { to: "sheet-sent", sheet: 1, placed });
    expect(batches.waiting(batch, 9).map(({ item }) => item)).toEqual([3, 4]);
    expect(batches.item(batch, 1)).toMatchObject({ design: "lengkung", designVersion: 2 });
    batches.write(batch, { to: "sheet-settled", sheet: 1, spoiled: [{ item: 1, reason: "unreadable" }] });
    expect(batches.waiting(batch, 9)).toMatchObject([
      { item: 1, attempt: 1, reason: "unreadable" },
      { item: 3, attempt: 0 },
      { item: 4, attempt: 0 },
    ]);
    expect(batches.get(batch)?.items).toEqual({ waiting: 3, placed: 0, printed: 2, skipped: 0 });
    expect(batches.isAwaited(keyOf(0))).toBe(false);
  });

  it("takes back the cards of a sheet that used no ink, as the same attempt", () => {
    const test = openTestStore();
    const { batches } = test.store;
    const { batch } = batches.open(KEY, SHEETS, members(2));
    const placed = [{ cell: 4, item: 0, design: "lengkung", version: 2 }];
    batches.write(batch, { to: "sheet-sent", sheet: 1, placed });
    batches.write(batch, { to: "sheet-withdrawn", sheet: 1, code: "PRINTER_REFUSED" });
    expect(batches.item(batch, 0)).toMatchObject({ state: "waiting", attempt: 0, sheet: undefined });
    expect(batches.sheets(batch)).toEqual([{ sheet: 1, state: "withdrawn" }]);
  });

  it("does not change once it is over, and awaits nobody", () => {
    const test = openTestStore();
    const { batches } = test.store;
    const { batch } = batches.open(KEY, SHEETS, members(1));
    batches.write(batch, { to: "closed", how: "cancelled" });
    expect(codeOf(() => batches.write(batch, { to: "started" }))).toBe("BATCH_STATE");
    expect(codeOf(() => batches.write("00000000-0000-4000-8000-000000000009", { to: "started" }))).toBe(
      "BATCH_NOT_FOUND",
    );
    expect(batches.unfinished()).toEqual([]);
    expect(batches.isAwaited(keyOf(0))).toBe(false);
  });

  it("names every attempt at a card the same way for ever, and no two alike", () => {
    const batch = "0194a1b2-0000-7000-8000-000000000000";
    expect(itemKey(batch, 12, 0)).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u,
    );
    expect(itemKey(batch, 12, 0)).toBe(itemKey(batch, 12, 0));
    const keys = Array.from({ length: 500 }, (_, item) =>
      [0, 1].map((attempt) => itemKey(batch, item, attempt)),
    ).flat();
    expect(new Set(keys).size).toBe(1_000);
  });
});
