import type { RowTrouble } from "../../../cards/batch/row-trouble.ts";
import type { Member } from "../../../inlislite/member.ts";
import type { MemberNo } from "../../../kernel/types.ts";

/** One row of a list, and what became of it: nothing is lost on the way. */
export interface PlannedRow {
  /** As a spreadsheet program counts them, from 1. */
  readonly row: number;
  /** As the list has it. */
  readonly text: string;
  readonly member: Member | undefined;
  readonly trouble: RowTrouble | undefined;
  /** With `zeros-lost`: a number that exists. Nobody but a person knows whether it is the one that was meant. */
  readonly suggestion: MemberNo | undefined;
  /** With `double`: the row that counts. */
  readonly firstRow: number | undefined;
  /** With `already-printed`: when. */
  readonly printedAt: Date | undefined;
}

export interface ListedNumber {
  readonly row: number;
  readonly text: string;
}

export const plainRow = ({ row, text }: ListedNumber): PlannedRow => ({
  ...{ row, text, member: undefined, trouble: undefined },
  ...{ suggestion: undefined, firstRow: undefined, printedAt: undefined },
});
