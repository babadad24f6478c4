import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { BoardCardView, StockItem } from "../../../src/bridge/protocol/finishing-shapes.ts";
import { BatchDesk } from "./batch-desk.ts";

let at: BatchDesk;
beforeEach(async () => {
  at = await BatchDesk.start();
});
afterEach(() => at[Symbol.asyncDispose]());

const onBoard = async (): Promise<readonly BoardCardView[]> =>
  (await at.desk.client.call("board.get", {})).cards.toSorted((a, b) => a.since.localeCompare(b.since));
const counted = (item: StockItem, count: number) =>
  at.desk.client.call("stock.record", { item, kind: "adjust", count, reason: "counted" });
const left = async (item: StockItem) =>
  (await at.desk.client.call("stock.get", {})).lines.find((line) => line.item === item)?.balance;

/** Printed, and nobody has said how it came out. */
async function printed(numbers: readonly string[], layout = "a4-10"): Promise<string> {
  const { batch } = await at.open(numbers, { layout });
  await at.printSheet(batch);
  return batch;
}

describe("cards of a sheet", () => {
  it("come to the board once somebody has looked at it, and one press cuts them all; each is scanned from there", async () => {
    await counted("card-paper", 5);
    await counted("blank-card", 5);
    const numbers = await at.ordinary(4);
    const batch = await printed(numbers.slice(0, 3));
    expect(await onBoard()).toEqual([]);
    await at.settle(batch, 1, [1]);
    const place = { place: "to-cut", priority: "bulk", next: "to-laminate" };
    expect(await onBoard()).toMatchObject([
      { ...place, sheet: { batch, sheet: 1, cell: 1 } },
      { ...place, sheet: { batch, sheet: 1, cell: 3 } },
    ]);
    expect([await left("card-paper"), await left("blank-card")]).toEqual([4, 5]);

    await at.desk.client.call("batch.pause", { batch });
    const other = await printed(numbers.slice(3));
    await at.settle(other, 1, []);
    expect(await at.desk.client.call("sheet.cut", { batch, sheet: 1 })).toEqual({ moved: 2 });
    const cut = await onBoard();
    expect(cut.map(({ place, sheet }) => [place, sheet?.batch])).toEqual(
      expect.arrayContaining([
        ["to-cut", other],
        ["to-laminate", batch],
        ["to-laminate", batch],
      ]),
    );
    const ofFirst = cut.find(({ memberNo }) => memberNo === numbers[0]);
    const { job } = await at.clerk.scan(numbers[0]!);
    expect(job).toBe(ofFirst?.job);
    const { outcome, card } = await at.desk.client.call("card.move", { job: job!, at: "to-laminate" });
    expect([outcome, card.place]).toEqual(["moved", "in-machine"]);
  });

  it("take their sheet from the stock, and none that did not come out", async () => {
    await counted("card-paper", 5);
    const batch = await printed(await at.ordinary(2));
    await at.settle(batch, 1, [0, 1], "did-not-come-out");
    expect(await left("card-paper")).toBe(5);
    await at.until(batch, ({ sheets }) => sheets?.unproved[0]?.sheet === 2);
    await at.settle(batch, 2, [0]);
    expect(await left("card-paper")).toBe(4);
  });

  it("of a tray are blank cards: nothing is cut, and no paper is used", async () => {
    await counted("card-paper", 5);
    await counted("blank-card", 5);
    const batch = await printed(await at.ordinary(2), "tray-2");
    await at.settle(batch, 1, []);
    expect(await onBoard()).toMatchObject([
      { place: "to-laminate", sheet: null },
      { place: "to-laminate", sheet: null },
    ]);
    expect([await left("card-paper"), await left("blank-card")]).toEqual([5, 3]);
  });
});
