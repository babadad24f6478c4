import type { ErrorCode } from "../../../kernel/errors.ts";

/** What lies with one member's card: the others of the batch can go on without it. */
const OF_THE_CARD: readonly ErrorCode[] = [
  ...(["MEMBER_NOT_FOUND", "MEMBER_NOT_ACTIVE", "MEMBER_EXPIRED", "MEMBER_NO_AMBIGUOUS"] as const),
  ...(["MEMBER_NO_UNPRINTABLE", "MEMBER_NO_TOO_LONG"] as const),
  ...(["PHOTO_MISSING", "PHOTO_NOT_AN_IMAGE", "PHOTO_TOO_LARGE", "CARD_UNREADABLE"] as const),
  ...(["CARD_IN_PRINT", "CARD_ALREADY_PRINTED", "PRINTER_ONE_SIDED"] as const),
];

export const isOfTheCard = (code: ErrorCode): boolean => OF_THE_CARD.includes(code);
