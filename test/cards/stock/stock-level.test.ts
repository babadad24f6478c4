import { describe, expect, it } from "vitest";
import { changeOf, levelOf } from "../../../src/cards/stock/stock-level.ts";

const book = { item: "pouch-60x90", balance: 86, full: 120, isBookWrong: false } as const;
const use = { used: 60, days: 30, cardsPerSheet: 10 };

describe("the stock", () => {
  it("lasts for so many cards; a sheet of paper for as many as are on it", () => {
    expect(levelOf(book, use)).toMatchObject({ cards: 86, percent: 72, isLow: false });
    expect(levelOf({ ...book, item: "card-paper", balance: 14 }, use)).toMatchObject({ cards: 140 });
  });

  it("is low below twenty cards, not at twenty", () => {
    expect(levelOf({ ...book, balance: 20 }, use).isLow).toBe(false);
    expect(levelOf({ ...book, balance: 19 }, use).isLow).toBe(true);
    expect(levelOf({ ...book, item: "card-paper", balance: 2 }, use).isLow).toBe(false);
  });

  it("draws the reorder line from the mean use, and none from no use", () => {
    expect(levelOf(book, use)).toMatchObject({ perDay: 2, reorderAt: 28 });
    expect(levelOf(book, { ...use, used: 0 })).toMatchObject({ perDay: 0, reorderAt: 0 });
  });

  it("does not make a week's use of the first hour", () => {
    expect(levelOf(book, { ...use, used: 6, days: 0.04 }).perDay).toBe(6);
  });

  it("shows an empty bar for what was never there", () => {
    expect(levelOf({ ...book, balance: 0, full: 0 }, use).percent).toBe(0);
  });

  it("takes away what is used or spoiled, and adds what came or was counted", () => {
    expect(["receive", "adjust", "consume", "spoil"].map((kind) => changeOf(kind as "spoil", 3))).toEqual([
      ...[3, 3, -3, -3],
    ]);
  });
});
