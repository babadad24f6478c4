import { TitianError } from "../../../kernel/errors.ts";
import type { LocalDate } from "../../../kernel/types.ts";

/** Throws `BAD_REQUEST` for what is no day, and for an end before its beginning. */
export function assertDays({ from, to }: { readonly from: LocalDate; readonly to: LocalDate }): void {
  const isReal = [from, to].every((day) => !Number.isNaN(Date.parse(day)));
  if (!isReal || from > to) throw new TitianError("BAD_REQUEST", { details: { at: "/from" } });
}
