import { TitianError } from "../../../kernel/errors.ts";
import type { LocalDate } from "../../../kernel/types.ts";

/** Throws `BAD_REQUEST` for what is no day, and for an end before its beginning. */
export function assertDays({ from, to }: { readonly from: LocalDate; readonly to: LocalDate }): void {
  if (![from, to].every(isReal) || from > to)
    throw new TitianError("BAD_REQUEST", { details: { at: "/from" } });
}

/** `2026-02-30` can be read, as 2 March. */
function isReal(day: LocalDate): boolean {
  const ms = Date.parse(day);
  return !Number.isNaN(ms) && new Date(ms).toISOString().startsWith(day);
}
