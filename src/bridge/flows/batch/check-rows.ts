import { setImmediate as nextTurn } from "node:timers/promises";
import type { RowTrouble } from "../../../cards/batch/row-trouble.ts";
import type { InlisliteVersion, Member } from "../../../inlislite/member.ts";
import { hintsFor } from "../../../inlislite/member-hints.ts";
import type { ErrorCode } from "../../../kernel/errors.ts";
import type { LocalDate, MemberKey, MemberNo } from "../../../kernel/types.ts";
import { cardRefusal } from "../member-checks.ts";
import { type ListedNumber, type PlannedRow, plainRow } from "./planned-row.ts";

/** What is known of members and of their cards while a list is looked through. */
export interface RowKnowledge {
  readonly find: (memberNo: MemberNo) => Promise<readonly Member[]>;
  readonly keyOf: (memberNo: MemberNo) => MemberKey;
  readonly isInPrint: (key: MemberKey) => boolean;
  readonly printedAt: (key: MemberKey) => Date | undefined;
  readonly today: LocalDate;
  readonly version: InlisliteVersion;
}

export interface RowOptions {
  /** Take the numbers that were suggested for those whose zeros are lost. */
  readonly acceptSuggestions: boolean;
  /** Rows that get a card at most. */
  readonly most: number;
}

const LONGEST_NO = 50;
/** `3.57801E+15` or `3,57801E+15`: what spreadsheet programs make of an identity number. */
const HAS_LOST_DIGITS = /^\d[.,]\d+e\+\d+$/iu;
/** Zeros that a number may have lost in front, and the length that INLISLite's own numbers end at. */
const LOST_ZEROS = { most: 4, longest: 16 } as const;
/** Rows between two turns of the event loop. */
const ROWS_A_TURN = 100;

const TROUBLE_OF: Partial<Record<ErrorCode, RowTrouble>> = {
  MEMBER_NO_AMBIGUOUS: "number-shared",
  MEMBER_NOT_ACTIVE: "not-active",
  MEMBER_EXPIRED: "expired",
};

/** Sets every number of a list beside what is known of its member. Rows stay in their order; none is left out. */
export async function checkRows(
  listed: readonly ListedNumber[],
  knowledge: RowKnowledge,
  { acceptSuggestions, most }: RowOptions,
  signal: AbortSignal,
): Promise<readonly PlannedRow[]> {
  const firstRows = new Map<MemberKey, number>();
  const rows: PlannedRow[] = [];
  let ready = 0;
  for (const one of listed) {
    if (rows.length % ROWS_A_TURN === 0) await nextTurn();
    signal.throwIfAborted();
    const found = await findMember(one, knowledge, acceptSuggestions);
    const checked = found.member ? checkMember(found, found.member, knowledge, firstRows) : found;
    const isReady = checked.trouble === undefined;
    if (isReady) ready += 1;
    rows.push(isReady && ready > most ? { ...checked, trouble: "too-many" } : checked);
  }
  return rows;
}

async function findMember(
  listed: ListedNumber,
  { find }: RowKnowledge,
  acceptSuggestions: boolean,
): Promise<PlannedRow> {
  const row = plainRow(listed);
  const { text } = listed;
  if (text === "") return { ...row, trouble: "empty" };
  if (HAS_LOST_DIGITS.test(text)) return { ...row, trouble: "digits-lost" };
  if (text.length > LONGEST_NO) return { ...row, trouble: "unknown" };
  const found = await find(text as MemberNo);
  if (found.length > 1) return { ...row, member: found[0], trouble: "number-shared" };
  if (found[0]) return { ...row, member: found[0] };

  const candidates = await withLostZeros(text, find);
  const [only, ...others] = candidates;
  if (!only || others.length > 0) return { ...row, trouble: "unknown" };
  return acceptSuggestions
    ? { ...row, member: only }
    : { ...row, trouble: "zeros-lost", suggestion: only.memberNo, member: only };
}

/** A spreadsheet program takes `00012345` for twelve thousand. */
async function withLostZeros(text: string, find: RowKnowledge["find"]): Promise<readonly Member[]> {
  if (!/^\d+$/u.test(text)) return [];
  const found: Member[] = [];
  for (let zeros = 1; zeros <= LOST_ZEROS.most && text.length + zeros <= LOST_ZEROS.longest; zeros++)
    found.push(...(await find(`${"0".repeat(zeros)}${text}` as MemberNo)));
  return found;
}

function checkMember(
  row: PlannedRow,
  member: Member,
  { keyOf, isInPrint, printedAt, today, version }: RowKnowledge,
  firstRows: Map<MemberKey, number>,
): PlannedRow {
  if (row.trouble) return row;
  const key = keyOf(member.memberNo);
  const firstRow = firstRows.get(key);
  if (firstRow !== undefined) return { ...row, trouble: "double", firstRow };
  firstRows.set(key, row.row);

  const refusal = cardRefusal(member, 1, today, version);
  if (refusal) return { ...row, trouble: TROUBLE_OF[refusal.code] ?? "not-active" };
  if (hintsFor(member, { version, today, sameNumber: 1 }).includes("number-unprintable"))
    return { ...row, trouble: "number-unprintable" };
  if (isInPrint(key)) return { ...row, trouble: "in-print" };
  const printed = printedAt(key);
  return printed ? { ...row, trouble: "already-printed", printedAt: printed } : row;
}
