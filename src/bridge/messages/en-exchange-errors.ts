import type { EXCHANGE_ERRORS as Codes } from "../../kernel/error-table/exchange-errors.ts";

/** The database that the desks of one library share. */
export const EXCHANGE_ERRORS: Readonly<Record<keyof typeof Codes, string>> = {
  EXCHANGE_UNREACHABLE:
    "The shared database cannot be reached. This desk works on; its records follow once it is connected.",
  EXCHANGE_REFUSED:
    "The shared database refuses Titian's user or grants. Ask the technician to run titian exchange sql.",
  EXCHANGE_NOT_PREPARED:
    "The shared database has no Titian tables yet. Ask the technician to run titian exchange sql.",
  EXCHANGE_NEWER: "Another desk runs a newer Titian. Update Titian on this PC.",
  EXCHANGE_KEY_DIFFERS:
    "This desk's library code is not that of the other desks. Ask the technician to join it with titian exchange join.",
  EXCHANGE_DESK_TWICE:
    "Two PCs use this desk.id. Technician: give one of them a new desk.id and desk.letter.",
  EXCHANGE_FORGED:
    "The shared database holds forged records, and Titian does not use them. Its administrator: change the password, then delete them.",
  EXCHANGE_LETTER_TAKEN:
    "Another desk uses the same queue letter. Choose another in desk.letter, then restart Titian.",
  EXCHANGE_DAMAGED:
    "Another desk's records in the shared database are incomplete or were changed. They are not used; call the technician.",
  EXCHANGE_CODE_WRONG: "The library code is incomplete or mistyped. Type it again exactly as it is shown.",
  EXCHANGE_KEY_IN_USE:
    "This desk has already kept data under a code of its own. Start it with a new folder and a new desk.id, then join.",
  JOB_ELSEWHERE: "Another desk prints this card. Go on with it, or cancel it, at that desk.",
  FILE_ELSEWHERE: "It is kept encrypted at another desk. Open or erase it at that desk.",
  PHOTO_ELSEWHERE:
    "This photo lies at the desk that took it and is not in INLISLite yet. Store it from that desk, or take a new one here.",
};
