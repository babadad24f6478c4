import type { AgeBand, MemberPart } from "../../inlislite/member-counts.ts";

/** What the report on members says around its counts. */
export interface MembersReportWords {
  readonly title: string;
  readonly registered: string;
  readonly all: string;
  readonly served: string;
  /** In place of figures while INLISLite is away. */
  readonly away: string;
  readonly awayNote: string;
  readonly parts: Readonly<Record<MemberPart, { readonly title: string; readonly head: string }>>;
  readonly sexes: { readonly male: string; readonly female: string };
  readonly ages: Readonly<Record<AgeBand, string>>;
  readonly notFilledIn: string;
  readonly newOnes: string;
  readonly together: string;
  readonly byKind: string;
  readonly kindHead: readonly [kind: string, n: string];
  readonly empty: string;
  readonly how: (ageOn: string) => string;
  readonly undated: (n: string) => string;
  /** Of a column that may not be read. */
  readonly notGranted: string;
}
