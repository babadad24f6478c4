import type { OneOf } from "../../kernel/types.ts";

/** Why a row of a list gives no card. */
export const ROW_TROUBLES = [
  "empty",
  "digits-lost",
  "zeros-lost",
  "unknown",
  "double",
  "number-shared",
  "number-unprintable",
  "not-active",
  "expired",
  "in-print",
  "already-printed",
  "too-many",
] as const;
export type RowTrouble = OneOf<typeof ROW_TROUBLES>;
