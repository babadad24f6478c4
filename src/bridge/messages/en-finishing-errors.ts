import type { FINISHING_ERRORS as Codes } from "../../kernel/error-table/finishing-errors.ts";

/** Where printed cards lie, the laminator and the stock. */
export const FINISHING_ERRORS: Readonly<Record<keyof typeof Codes, string>> = {
  CARD_NOT_ON_BOARD: "This card is not on the board. Print it and prove it by a scan first.",
  CARD_PLACE: "This card cannot go there directly. See where it lies on the board and go on from there.",
  CARD_WITH_CASE: "This card is handed over at the desk, with a signature. Scan it to open its case.",
  CARD_UNDO_TOO_LATE: "This move can no longer be undone. Move the card from its details.",
  LAMINATOR_UNKNOWN: "This laminator is not in the settings. Choose another one or ask a technician.",
  LAMINATOR_FULL: "The laminator is full. Wait until this batch is out, then start the next.",
  LAMINATION_STATE: "This batch has changed. See the board and go on from there.",
  STOCK_BELOW_ZERO: "The book does not have that many. Count what is there and record it with Recount.",
};
