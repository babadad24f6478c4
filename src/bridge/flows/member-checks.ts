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
  if (twins.length > 1) throw new TitianError("MEMBER_NO_AMBIGUOUS", { details: { members: twins.length } });
  if (member.status !== "active")
    throw new TitianError("MEMBER_NOT_ACTIVE", { details: { status: member.status } });
  if (!isValidOn(member, today, version)) throw new TitianError("MEMBER_EXPIRED");
}
