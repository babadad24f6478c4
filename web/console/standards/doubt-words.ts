import type { Messages } from "../../messages/id.ts";

/** What a doubt or an issue means, and what to decide. A code from a newer standard is said as it is. */
export function doubtWords(
  { doubts }: Messages,
  code: string,
): { readonly what: string; readonly decide: string } {
  const known: Readonly<Record<string, readonly [string, string]>> = doubts;
  const [what, decide] = known[code] ?? [code, ""];
  return { what, decide };
}
