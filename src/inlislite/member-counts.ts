import type { LocalDate, OneOf } from "../kernel/types.ts";

/** By what members are counted. A birth date, a name or a number never leaves INLISLite's database for it. */
export const MEMBER_PARTS = ["sex", "age", "type"] as const;
export type MemberPart = OneOf<typeof MEMBER_PARTS>;

/** First full year of each band; the last one ends before `NO_AGE`. */
export const AGES_FROM = [0, 13, 18, 25, 45, 60] as const;
/** So old is nobody: it was typed wrongly, and counts as not filled in. */
export const NO_AGE = 121;
export const AGE_BANDS = ["0-12", "13-17", "18-24", "25-44", "45-59", "60+"] as const;
export type AgeBand = OneOf<typeof AGE_BANDS>;

/** Registered before the period, or without a date that can be one. */
export const BEFORE = "before";
export const UNDATED = "undated";

export interface MemberCount {
  /** `2026-11` within the period, else `BEFORE` or `UNDATED`. */
  readonly month: string;
  /** `male`, `female`, an age band, or a type's own name; undefined: not filled in. */
  readonly value: string | undefined;
  readonly n: number;
}

export interface CountedPeriod {
  readonly from: LocalDate;
  /** Members who registered later are left out. */
  readonly to: LocalDate;
  /** The day on which everybody's age is taken. */
  readonly ageOn: LocalDate;
}

/** What cannot be counted without a column that Titian may not read is undefined (`titian inlislite grants --statistics`). */
export type MemberCounts = Readonly<Record<MemberPart, readonly MemberCount[] | undefined>>;

export interface MemberCountRepository {
  count(period: CountedPeriod, signal: AbortSignal): Promise<MemberCounts>;
}
