import type { InlisliteVersion } from "../member.ts";
import { columnKey, neededColumns } from "./needed-columns.ts";

/** What a user must be allowed to do, one column at a time: nothing wider is ever asked for. */
export interface Need {
  readonly privilege: "SELECT" | "UPDATE" | "INSERT";
  readonly table: string;
  readonly column: string;
  /** Of a column that a site may lack. */
  readonly isOptional?: true;
}

/** Reading, which is all that Titian does unless a library wants more. */
export function readingNeeds(version: InlisliteVersion): readonly Need[] {
  return neededColumns(version).map(({ table, column, isOptional }) => ({
    ...{ privilege: "SELECT", table, column },
    ...(isOptional ? { isOptional } : {}),
  }));
}

/** For cards that differ for minors. On top of reading, and only where a library grants it: Titian asks for yes or no alone. */
export const AGE_NEED: Need = {
  privilege: "SELECT",
  table: "members",
  column: "DateOfBirth",
  isOptional: true,
};

/** For the report on members. On top of reading, and only where a library grants it: what comes back are counts alone. */
export const STATISTICS_NEEDS: readonly Need[] = [
  AGE_NEED,
  { privilege: "SELECT", table: "members", column: "Sex_id", isOptional: true },
];

/** What INLISLite itself counts days by. On top of reading, and only where a library wants to take it over. */
export const CALENDAR_NEEDS: readonly Need[] = [
  ...["Dates", "Names", "active"].map((column) => ({ table: "holidays", column })),
  ...["hari", "jam_buka", "jam_tutup"].map((column) => ({ table: "master_jam_buka", column })),
].map((place) => ({ privilege: "SELECT", ...place, isOptional: true }));

const OWNED = ["PhotoUrl", "UpdateBy", "UpdateDate", "UpdateTerminal"];
/** All but its key, which the server counts. */
const HISTORY = ["date", "table", "field_name", "field_id", "old_value", "new_value", "type", "user_id"];

/** Writing photos: the four columns of a photo, found by id and number and read back, and 3.2's own change log. */
export function photoNeeds(version: InlisliteVersion): readonly Need[] {
  const on = (privilege: Need["privilege"], table: string, columns: readonly string[]): readonly Need[] =>
    columns.map((column) => ({ privilege, table, column }));
  return [
    ...on("SELECT", "members", ["ID", "MemberNo", ...OWNED]),
    ...on("UPDATE", "members", OWNED),
    ...on("SELECT", "users", ["ID"]),
    ...(version === "3.2" ? on("INSERT", "modelhistory", HISTORY) : []),
  ];
}

/** `update members.photourl`: one spelling to compare by. */
export function needKey({
  privilege,
  table,
  column,
}: Pick<Need, "table" | "column"> & { readonly privilege: string }): string {
  return `${privilege.toLowerCase()} ${columnKey(table, column)}`;
}
