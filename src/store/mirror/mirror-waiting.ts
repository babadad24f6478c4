import { MEMBER_STATUSES, type MemberStatus } from "../../inlislite/member.ts";
import type { WaitingMember } from "../../inlislite/sync/mirror.ts";
import type { LocalDate } from "../../kernel/types.ts";
import type { MirrorFile } from "./mirror-file.ts";
import { type MirrorRow, toMirroredMember } from "./mirrored-row.ts";

/** A member whose membership the staff have stopped waits for no card. */
const WAITING_STATUSES: readonly MemberStatus[] = ["new", "waiting", "active", "unknown"];
const STATUSES = WAITING_STATUSES.map((status) => MEMBER_STATUSES.indexOf(status)).join(", ");
const WAITS = `status IN (${STATUSES}) AND flags & 2 = 0`;
const DAY_MS = 86_400_000;

/** INLISLite lives in Jakarta, and its dates are days there. */
export const startOfDayMs = (day: string): number => Date.parse(`${day}T00:00:00+07:00`);

/** The day in Jakarta. */
export const dayOf = (at: Date): string => new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);

/** `now`: dates of registration beyond tomorrow are typing errors, and would wait for ever. */
export function waitingIn(
  file: MirrorFile,
  { from, now, limit }: { readonly from: LocalDate; readonly now: Date; readonly limit: number },
): readonly WaitingMember[] {
  const registered = file
    .statement(
      `SELECT * FROM members WHERE waitsFrom >= ? AND waitsFrom <= ? AND ${WAITS} ORDER BY waitsFrom DESC, seenAt DESC LIMIT ?`,
    )
    .all(from, dayOf(new Date(now.getTime() + DAY_MS)), limit)
    .map(asRegistered);
  const renewed = file
    .statement(`SELECT * FROM members WHERE renewedAt >= ? AND ${WAITS} ORDER BY renewedAt DESC LIMIT ?`)
    .all(startOfDayMs(from), limit)
    .map((row) => waiting(row, "renewed", Number(row["renewedAt"])));
  const renewedIds = new Set(renewed.map(({ member }) => member.memberId));
  return [...renewed, ...registered.filter(({ member }) => !renewedIds.has(member.memberId))]
    .sort((a, b) => b.since.getTime() - a.since.getTime())
    .slice(0, limit);
}

function asRegistered(row: MirrorRow): WaitingMember {
  const { seenAt, waitsFrom } = row;
  const sinceMs = typeof seenAt === "number" ? seenAt : startOfDayMs(String(waitsFrom));
  const { isOnline } = toMirroredMember(row);
  return waiting(row, isOnline ? "online" : "new", sinceMs);
}

function waiting(row: MirrorRow, reason: WaitingMember["reason"], sinceMs: number): WaitingMember {
  return { member: toMirroredMember(row), reason, since: new Date(sinceMs) };
}
