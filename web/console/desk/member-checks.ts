import type { MemberView } from "../../../src/bridge/protocol/shapes.ts";

/** Why a card would be refused, worst first. The daemon decides; this only says so before paper is used. */
const MEMBER_PROBLEMS = ["twins", "not-active", "no-end-date", "expired"] as const;
export type MemberProblem = (typeof MEMBER_PROBLEMS)[number];

/** `sameNumber`: how many members carry the number, as far as known. */
export function memberProblems(
  { status, isValidToday, validUntil }: Pick<MemberView, "status" | "isValidToday" | "validUntil">,
  sameNumber = 1,
): readonly MemberProblem[] {
  const problems: MemberProblem[] = [];
  if (sameNumber > 1) problems.push("twins");
  if (status !== "active") problems.push("not-active");
  if (!isValidToday) problems.push(validUntil === null ? "no-end-date" : "expired");
  return problems;
}
