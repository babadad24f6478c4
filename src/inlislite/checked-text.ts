import { TitianError } from "../kernel/errors.ts";

/** What reaches a driver's `?` is a string, whatever the caller's types promised: an object would be spelled out as SQL. */
export function checkedText(value: unknown, at: string): string {
  if (typeof value === "string") return value;
  throw new TitianError("BAD_REQUEST", { details: { at } });
}

/** Ids are digits; a DOUBLE with a fraction keeps it. Anything else names no row. */
export function checkedId(memberId: unknown): number | undefined {
  const id = checkedText(memberId, "memberId");
  return /^\d{1,20}(?:\.\d{1,10})?$/u.test(id) ? Number(id) : undefined;
}
