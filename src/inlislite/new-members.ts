import type { Member } from "./member.ts";

/** A row that came after the form was opened and carries its name, with the numbers that its phone is compared with. */
export interface NewRow {
  readonly member: Member;
  readonly phones: readonly (string | undefined)[];
}

/** Every character that a latin1 column can hold; MySQL's latin1 is Windows' 1252. */
const LATIN1 = new Set(new TextDecoder("windows-1252").decode(Uint8Array.from({ length: 256 }, (_, i) => i)));

/** A name as typed, and as a latin1 column keeps it: what it cannot spell has become a question mark. */
export function storedSpellings(fullName: string): readonly [string, string] {
  const typed = fullName.trim();
  return [typed, Array.from(typed, (character) => (LATIN1.has(character) ? character : "?")).join("")];
}

/**
 * Two desks may save one name in the same second. The phone tells them apart where it can; where it cannot, all are returned
 * and a person chooses: a photo given to a namesake is worse than a question.
 */
export function toldApart(rows: readonly NewRow[], phone: string): readonly Member[] {
  const wanted = digitsOf(phone);
  const same = rows.filter(({ phones }) => phones.some((one) => digitsOf(one) === wanted));
  return (wanted !== "" && same.length > 0 ? same : rows).map(({ member }) => member);
}

/** Spaces, hyphens and brackets differ from one typing to the next. */
function digitsOf(phone: string | undefined): string {
  return (phone ?? "").replace(/\D/gu, "");
}
