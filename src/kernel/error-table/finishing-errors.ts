import type { ErrorTable } from "./error-table.ts";

/** Where printed cards lie, the laminator and the stock. */
export const FINISHING_ERRORS = {
  CARD_NOT_ON_BOARD: { remedy: "fix-request", summary: "No card of this print job is on the board." },
  CARD_PLACE: {
    remedy: "fix-request",
    summary: "A card that lies there cannot be moved to where it was to go.",
  },
  CARD_WITH_CASE: {
    remedy: "fix-request",
    summary: "The card belongs to a case; it is handed over there, with a signature.",
  },
  CARD_UNDO_TOO_LATE: { remedy: "fix-request", summary: "The card's last move can no longer be taken back." },
  LAMINATOR_UNKNOWN: { remedy: "fix-request", summary: "No laminator with this id is configured." },
  LAMINATOR_FULL: { remedy: "fix-request", summary: "The laminator holds no more cards in this run." },
  LAMINATION_STATE: {
    remedy: "fix-request",
    summary: "The run of the laminator is not in a state that allows this.",
  },
  STOCK_BELOW_ZERO: {
    remedy: "fix-request",
    summary: "The book has fewer of this item than were to be taken from it.",
  },
} as const satisfies ErrorTable;
