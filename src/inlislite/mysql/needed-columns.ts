import type { InlisliteVersion } from "../member.ts";

/** A column that Titian reads. Everything that is not listed here is none of its business. */
export interface NeededColumn {
  readonly table: string;
  readonly column: string;
  /** Columns that a site may lack (3.2 adds some when staff run its own update page): read when they are there. */
  readonly isOptional?: true;
  /** Read in one version only: what the probe tells them apart by. */
  readonly only?: InlisliteVersion;
}

/** Never here: identity number, address, mother's name, birth date, e-mail, emergency contact. */
const NEEDED: readonly NeededColumn[] = [
  { table: "members", column: "ID" },
  { table: "members", column: "MemberNo" },
  { table: "members", column: "Fullname" },
  { table: "members", column: "JenisAnggota_id" },
  { table: "members", column: "StatusAnggota_id" },
  { table: "members", column: "RegisterDate" },
  { table: "members", column: "EndDate" },
  { table: "members", column: "PhotoUrl", isOptional: true },
  { table: "members", column: "Phone", isOptional: true },
  { table: "members", column: "NoHp", isOptional: true },
  { table: "members", column: "UpdateDate", isOptional: true },
  { table: "members", column: "CreateBy", isOptional: true },
  { table: "members", column: "IsKeranjang", only: "3.3" },
  { table: "modelhistory", column: "id", only: "3.2" },
  { table: "jenis_anggota", column: "id" },
  { table: "jenis_anggota", column: "jenisanggota" },
  { table: "settingparameters", column: "ID" },
  { table: "settingparameters", column: "Name" },
  { table: "settingparameters", column: "Value" },
];

/** Lower case, as the facts spell them; the real spelling is the server's. */
export const PROBED_TABLES = [...new Set(NEEDED.map(({ table }) => table))];

export function neededColumns(version: InlisliteVersion): readonly NeededColumn[] {
  return NEEDED.filter(({ only }) => only === undefined || only === version);
}

/** One spelling to compare by: `members.memberno`. Column names ignore case on every server, table names on most. */
export function columnKey(table: string, column: string): string {
  return `${table}.${column}`.toLowerCase();
}
