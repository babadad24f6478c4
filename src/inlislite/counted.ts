import { AGE_BANDS, type MemberCount, type MemberPart } from "./member-counts.ts";

/** A row as either database has grouped it: an id, a band's number or a name, as text. */
export interface CountedInDatabase {
  readonly month: string;
  readonly value: string | undefined;
  readonly n: number;
}

/** `jenis_kelamin` of both versions. */
const SEXES: Readonly<Record<string, string>> = { 1: "male", 2: "female" };

/** What no list knows was not filled in. */
export function memberCount(part: MemberPart, { month, value, n }: CountedInDatabase): MemberCount {
  if (part === "sex") return { month, value: SEXES[value ?? ""], n };
  if (part === "age") return { month, value: AGE_BANDS[Number(value ?? 0) - 1], n };
  return { month, value: value?.trim() || undefined, n };
}

/** The same month and value once: orphaned ids, and names that differ in their edges and in upper and lower case. */
export function addCounts(a: readonly MemberCount[], b: readonly MemberCount[]): readonly MemberCount[] {
  const sums = new Map<string, MemberCount>();
  for (const count of [...a, ...b]) {
    const key = JSON.stringify([count.month, count.value?.toLowerCase() ?? null]);
    const known = sums.get(key);
    sums.set(key, known ? { ...known, n: known.n + count.n } : count);
  }
  return [...sums.values()];
}
