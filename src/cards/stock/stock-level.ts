import type { StockItem, StockKind } from "./stock-items.ts";

/** Amber from here on, cards. */
export const LOW_CARDS = 20;
/** A new order takes about so long to arrive, days; what is used meanwhile is the reorder line. */
const DELIVERY_DAYS = 14;

/** How much the balance changes; an adjustment carries its own sign. */
export const changeOf = (kind: StockKind, count: number): number =>
  kind === "consume" || kind === "spoil" ? -count : count;

export interface StockBook {
  readonly item: StockItem;
  /** Never below zero. */
  readonly balance: number;
  /** What there was after the last delivery or count: a full bar. */
  readonly full: number;
  /** The last movement was the book put right by itself, because something was used that it did not have. */
  readonly isBookWrong: boolean;
}

export interface StockLevel {
  readonly cards: number;
  /** Whole per cent of `full`. */
  readonly percent: number;
  readonly isLow: boolean;
  /** Mean use a day, in the item's own unit, one decimal. */
  readonly perDay: number;
  /** Order again at this balance; 0 while nothing is known of the use. */
  readonly reorderAt: number;
}

/** For how many cards it lasts. `used` in so many `days`, in the item's own unit. */
export function levelOf(
  { item, balance, full }: StockBook,
  { used, days, cardsPerSheet }: { used: number; days: number; cardsPerSheet: number },
): StockLevel {
  const cards = item === "card-paper" ? balance * cardsPerSheet : balance;
  const perDay = Math.round((used / Math.max(1, days)) * 10) / 10;
  return {
    cards,
    percent: full === 0 ? 0 : Math.min(100, Math.round((balance / full) * 100)),
    isLow: cards < LOW_CARDS,
    perDay,
    reorderAt: Math.ceil(perDay * DELIVERY_DAYS),
  };
}
