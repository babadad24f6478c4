import type { MemberNo } from "../../kernel/types.ts";
import {
  MEMBER_FIELDS,
  type MemberChange,
  type MemberChangeKind,
  type MemberField,
} from "./member-change.ts";
import type { Applied, MirroredMember } from "./mirror.ts";

/** As INLISLite compares numbers: case and trailing spaces do not count. */
export function sameNumberKey(memberNo: MemberNo): string {
  return memberNo.trimEnd().toUpperCase();
}

/** Fields that are told of and differ. */
export function fieldsThatDiffer(before: MirroredMember, after: MirroredMember): readonly MemberField[] {
  return MEMBER_FIELDS.filter((field) => before[field] !== after[field]);
}

/**
 * A row id that has passed to another person: after a restored backup INLISLite hands the same ids out again. One of number and
 * name may change on its own (3.3's edit form overwrites numbers, people marry); both at once is somebody else.
 */
export function isSomebodyElse(before: MirroredMember, after: MirroredMember): boolean {
  return (
    sameNumberKey(before.memberNo) !== sameNumberKey(after.memberNo) && before.fullName !== after.fullName
  );
}

/** A membership that had begun and now ends later. What an applicant gets at activation is no renewal. */
export function isRenewal(before: MirroredMember, after: MirroredMember): boolean {
  const hadBegun = before.status !== "new" && before.status !== "waiting";
  return (
    hadBegun &&
    before.validUntil !== undefined &&
    after.validUntil !== undefined &&
    after.validUntil > before.validUntil
  );
}

function kindOf(
  before: MirroredMember,
  after: MirroredMember,
  fields: readonly MemberField[],
): MemberChangeKind {
  if (before.memberId !== after.memberId) return "renumbered";
  if (after.status === "active" && before.status !== "active") return "activated";
  if (isRenewal(before, after)) return "renewed";
  return fields.includes("photoName") ? "photo-changed" : "changed";
}

/** What happened, from the rows that were written and those that are gone, found at one time. Empty where nothing is told. */
export function changesOf(
  applied: readonly Applied[],
  removed: readonly MirroredMember[],
): readonly MemberChange[] {
  const changes: MemberChange[] = [];
  const gone: MirroredMember[] = [...removed];
  const come: MirroredMember[] = [];
  for (const { before, after } of applied) {
    if (before === undefined) come.push(after);
    else if (isSomebodyElse(before, after)) {
      gone.push(before);
      come.push(after);
    } else {
      const fields = fieldsThatDiffer(before, after);
      if (fields.length > 0)
        changes.push({ kind: kindOf(before, after, fields), member: after, before, fields });
    }
  }
  const moved = movesBetween(gone, come);
  for (const after of come) {
    const before = moved.get(after);
    if (before === undefined)
      changes.push({ kind: "appeared", member: after, before: undefined, fields: [] });
    else changes.push({ kind: "renumbered", member: after, before, fields: fieldsThatDiffer(before, after) });
  }
  const kept = new Set(moved.values());
  for (const member of gone) {
    if (!kept.has(member)) changes.push({ kind: "vanished", member, before: member, fields: [] });
  }
  return changes;
}

/**
 * Who came for whom: same number under another id. Of several with one number, the name decides; where it cannot, nobody is
 * taken for another.
 */
function movesBetween(
  gone: readonly MirroredMember[],
  come: readonly MirroredMember[],
): ReadonlyMap<MirroredMember, MirroredMember> {
  const moves = new Map<MirroredMember, MirroredMember>();
  const left = byNumber(gone);
  for (const [key, arrivals] of byNumber(come)) {
    const leavers = key === "" ? [] : (left.get(key) ?? []);
    const [only, ...others] = leavers;
    if (only && others.length === 0 && arrivals.length === 1 && arrivals[0]) moves.set(arrivals[0], only);
    else pairByName(leavers, arrivals, moves);
  }
  return moves;
}

function pairByName(
  leavers: readonly MirroredMember[],
  arrivals: readonly MirroredMember[],
  moves: Map<MirroredMember, MirroredMember>,
): void {
  for (const arrival of arrivals) {
    const namesakes = leavers.filter(({ fullName }) => fullName === arrival.fullName);
    const rivals = arrivals.filter(({ fullName }) => fullName === arrival.fullName);
    if (namesakes.length === 1 && rivals.length === 1 && namesakes[0]) moves.set(arrival, namesakes[0]);
  }
}

function byNumber(members: readonly MirroredMember[]): ReadonlyMap<string, readonly MirroredMember[]> {
  const groups = new Map<string, MirroredMember[]>();
  for (const member of members) {
    const key = sameNumberKey(member.memberNo);
    const group = groups.get(key);
    if (group) group.push(member);
    else groups.set(key, [member]);
  }
  return groups;
}
