import type { InlisliteVersion } from "../member.ts";
import { columnKey } from "./needed-columns.ts";
import { type Need, needKey, readingNeeds } from "./needs.ts";
import type { Probe } from "./probe.ts";

export interface GrantRequest {
  readonly version: InlisliteVersion;
  readonly database: string;
  readonly user: string;
  /** The desk as the server sees it: an address, a name, or a pattern like `192.168.1.%`. */
  readonly host: string;
  /** What the user is for. Left out: reading. */
  readonly needs?: readonly Need[];
  /** What an administrator's probe saw: real spellings, and only columns that this site has. */
  readonly seen?: Pick<Probe, "tables" | "columns">;
}

/** The whole of what Titian's user needs: privileges on single columns. An administrator runs these once. */
export function grantStatements(request: GrantRequest): readonly string[] {
  const { version, database, user, host, seen, needs = readingNeeds(version) } = request;
  const wanted = onceEach(needs.filter((need) => isThere(need, seen)));
  return namesOf(wanted, "table").map((table) => {
    const here = wanted.filter((need) => need.table === table);
    const privileges = namesOf(here, "privilege").map((privilege) => {
      const columns = here
        .filter((need) => need.privilege === privilege)
        .map(({ column }) => identifier(column));
      return `${privilege} (${columns.join(", ")})`;
    });
    const target = `${identifier(database)}.${identifier(seen?.tables.get(table) ?? table)}`;
    return `GRANT ${privileges.join(", ")} ON ${target} TO ${literal(user)}@${literal(host)};`;
  });
}

const onceEach = (needs: readonly Need[]): readonly Need[] => [
  ...new Map(needs.map((need) => [needKey(need), need])).values(),
];

const namesOf = (needs: readonly Need[], name: "table" | "privilege"): readonly string[] => [
  ...new Set(needs.map((need) => need[name])),
];

function isThere({ table, column, isOptional }: Need, seen: GrantRequest["seen"]): boolean {
  return !isOptional || !seen || seen.columns.has(columnKey(table, column));
}

function identifier(name: string): string {
  return `\`${name.replaceAll("`", "``")}\``;
}

function literal(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
}
