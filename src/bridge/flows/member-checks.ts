import { isValidOn } from "../../inlislite/expiry.ts";
import type { InlisliteVersion, Member } from "../../inlislite/member.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { LocalDate } from "../../kernel/types.ts";

/**
 * Safety before ink: a card is made only for one active member whose membership has not ended. `twins` are all rows that
 * carry the number: INLISLite hands one number to two members when two desks save at once.
 */
export function assertMayHaveCard(
  member: Member,
  twins: readonly Member[],
  today: LocalDate,
  version: InlisliteVersion,
): void {
  const refusal = cardRefusal(member, twins.length, today, version);
  if (refusal) throw refusal;
}

/** Why no card is made for this member; undefined where nothing stands in the way. */
export function cardRefusal(
  member: Member,
  sameNumber: number,
  today: LocalDate,
  version: InlisliteVersion,
): TitianError | undefined {
  if (sameNumber > 1) return new TitianError("MEMBER_NO_AMBIGUOUS", { details: { members: sameNumber } });
  if (member.status !== "active")
    return new TitianError("MEMBER_NOT_ACTIVE", { details: { status: member.status } });
  return isValidOn(member, today, version) ? undefined : new TitianError("MEMBER_EXPIRED");
}
