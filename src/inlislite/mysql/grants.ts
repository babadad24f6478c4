import type { InlisliteVersion } from "../member.ts";
import { columnKey, type NeededColumn, neededColumns } from "./needed-columns.ts";
import type { Probe } from "./probe.ts";

export interface GrantRequest {
  readonly version: InlisliteVersion;
  readonly database: string;
  readonly user: string;
  /** The desk as the server sees it: an address, a name, or a pattern like `192.168.1.%`. */
  readonly host: string;
  /** What an administrator's probe saw: real spellings, and only columns that this site has. */
  readonly seen?: Pick<Probe, "tables" | "columns">;
}

/** The whole of what Titian's user needs: SELECT on single columns. An administrator runs these once. */
export function grantStatements({ version, database, user, host, seen }: GrantRequest): readonly string[] {
  const columns = neededColumns(version).filter((needed) => isThere(needed, seen));
  return [...new Set(columns.map(({ table }) => table))].map((table) => {
    const list = columns.filter((needed) => needed.table === table).map(({ column }) => identifier(column));
    const target = `${identifier(database)}.${identifier(seen?.tables.get(table) ?? table)}`;
    return `GRANT SELECT (${list.join(", ")}) ON ${target} TO ${literal(user)}@${literal(host)};`;
  });
}

function isThere({ table, column, isOptional }: NeededColumn, seen: GrantRequest["seen"]): boolean {
  return !isOptional || !seen || seen.columns.has(columnKey(table, column));
}

function identifier(name: string): string {
  return `\`${name.replaceAll("`", "``")}\``;
}

function literal(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
}
