import type { LocalDate } from "../kernel/types.ts";
import type { InlisliteVersion, Member } from "./member.ts";

/**
 * 3.2 counts the last day (`EndDate >= today`) and treats a missing date as ended; 3.3 is dead from 00:00 of EndDate and lends
 * to members without one.
 */
export function isValidOn(
  member: Pick<Member, "validUntil">,
  day: LocalDate,
  version: InlisliteVersion,
): boolean {
  if (member.validUntil === undefined) return version === "3.3";
  return version === "3.2" ? day <= member.validUntil : day < member.validUntil;
}
