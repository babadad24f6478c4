import type { ErrorTable } from "./error-table.ts";

/** The database that the desks of one library share. */
export const EXCHANGE_ERRORS = {
  EXCHANGE_UNREACHABLE: {
    remedy: "retry-later",
    summary: "The shared database did not answer within its budget; this desk works on and catches up.",
  },
  EXCHANGE_REFUSED: {
    remedy: "fix-device",
    summary: "The shared database refused the user, password or grant.",
  },
  EXCHANGE_NOT_PREPARED: {
    remedy: "fix-device",
    summary: "The shared database has not Titian's tables; `titian exchange sql` prints how to make them.",
  },
  EXCHANGE_NEWER: {
    remedy: "fix-device",
    summary: "The shared database was prepared by a newer Titian; this desk is to be updated.",
  },
  EXCHANGE_KEY_DIFFERS: {
    remedy: "fix-device",
    summary: "The shared database belongs to desks with another library key; this desk has not joined them.",
  },
  EXCHANGE_DESK_TWICE: {
    remedy: "fix-device",
    summary: "The shared database holds other events under this desk's id: a second PC uses it.",
  },
  EXCHANGE_FORGED: {
    remedy: "fix-device",
    summary:
      "The shared database holds rows that no desk of this library has sealed; none is believed, and only where one lies in the place of this desk's next event does nothing of this desk go out.",
  },
  EXCHANGE_LETTER_TAKEN: {
    remedy: "fix-device",
    summary: "Another desk gives queue numbers with this desk's letter.",
  },
  EXCHANGE_DAMAGED: {
    remedy: "fix-device",
    summary: "Events of another desk are missing or were not written by a desk of this library.",
  },
  EXCHANGE_CODE_WRONG: {
    remedy: "fix-request",
    summary: "The library code is not whole; every group has to be typed as it is shown.",
  },
  EXCHANGE_KEY_IN_USE: {
    remedy: "fix-request",
    summary: "This desk has already kept members or files under a key of its own, and cannot take another.",
  },
  JOB_ELSEWHERE: {
    remedy: "fix-request",
    summary: "Another desk prints this card; only a card in the hand may be proved or called spoiled here.",
  },
  FILE_ELSEWHERE: {
    remedy: "fix-request",
    summary: "What was written down lies encrypted at another desk, and is read and erased only there.",
  },
  PHOTO_ELSEWHERE: {
    remedy: "fix-request",
    summary: "The photo lies at the desk that took it, and INLISLite has not got it.",
  },
} as const satisfies ErrorTable;
