import type { OneOf } from "../../kernel/types.ts";
import type { Pouch } from "../finishing/places.ts";

/** What a library buys to make cards. Paper is counted in sheets, ribbon in cards, everything else in pieces. */
export const STOCK_ITEMS = [
  "blank-card",
  "card-paper",
  "ribbon",
  "pouch-60x90",
  "pouch-65x95",
  "pouch-54x86",
  "overlay",
] as const;
export type StockItem = OneOf<typeof STOCK_ITEMS>;

export const STOCK_KINDS = ["receive", "consume", "spoil", "adjust"] as const;
export type StockKind = OneOf<typeof STOCK_KINDS>;

/** Why something was spoiled or the book put right. `book-was-wrong`: something was used of which the book had none left. */
export const STOCK_REASONS = ["counted", "book-was-wrong", "damaged", "test", "other"] as const;
export type StockReason = OneOf<typeof STOCK_REASONS>;

export const pouchItem = (pouch: Pouch): StockItem => `pouch-${pouch}`;
