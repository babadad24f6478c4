import { Type } from "typebox";
import type { OneOf } from "../../kernel/types.ts";

export const REPORT_KINDS = [
  ...(["punctuality", "register", "materials", "complaints", "year", "survey", "members"] as const),
] as const;
export type ReportKind = OneOf<typeof REPORT_KINDS>;
export const REPORT_FORMATS = ["pdf", "xlsx", "csv", "json"] as const;
export type ReportFormat = OneOf<typeof REPORT_FORMATS>;

export const ReportKindShape = Type.Enum(REPORT_KINDS, {
  description:
    "`punctuality`: of the period. `register`: of its first day, with names. `materials`, `complaints`: of the period. `year`: of the year of its first day. `survey`, `members`: of the period; `members` are counted in INLISLite, and left out while it is away.",
});
export const ReportFormatShape = Type.Enum(REPORT_FORMATS);
