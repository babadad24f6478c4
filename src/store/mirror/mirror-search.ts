import type { MemberSearch } from "../../inlislite/member.ts";
import { boundedLimit, searchTerms } from "../../inlislite/search-words.ts";
import type { MirrorFile } from "./mirror-file.ts";
import type { MirrorRow } from "./mirrored-row.ts";

/** Up to so many matches are fetched and sorted; beyond, names are walked in their order instead. */
const FEW = 2_000;
/** Of a million names so many are walked in 4 ms. What matches more than `FEW` of them is found long before. */
const WALK = 20_000;
/** Behind every text that begins with what it is put after. */
const LAST = "\u{10ffff}";

interface Condition {
  readonly sql: string;
  readonly values: readonly (string | number)[];
}

/** By the start of a number, or by the starts of all words in any order; sorted by name, never more than asked for. */
export function searchMirror(file: MirrorFile, { text, limit }: MemberSearch): readonly MirrorRow[] {
  const terms = searchTerms(text);
  if (!terms) return [];
  const most = boundedLimit(limit);
  const dense: Condition[] = [];
  const ids = new Set<number>();
  const take = (found: readonly number[] | undefined, condition: Condition | undefined): void => {
    if (found) for (const id of found) ids.add(id);
    else if (condition) dense.push(condition);
  };

  const number = numberIs(terms.numberPrefix);
  take(few(file, "SELECT id FROM members WHERE", number), number);
  const words = terms.words.filter((word) => !HAS_CONTROL.test(word));
  if (words.length === terms.words.length && words.length > 0) take(byWords(file, words), hasWords(words));

  if (dense.length > 0) for (const id of walk(file, dense, words, most)) ids.add(id);
  return file
    .statement(
      "SELECT * FROM members WHERE id IN (SELECT value FROM json_each(?)) ORDER BY words, fullName, id LIMIT ?",
    )
    .all(JSON.stringify([...ids]), most);
}

/** No name has them, and the index does not know them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const HAS_CONTROL = /[\x00-\x1f\x7f]/u;

/** Undefined for more than a few. */
function few(file: MirrorFile, select: string, { sql, values }: Condition): readonly number[] | undefined {
  const rows = file.statement(`${select} ${sql} LIMIT ${FEW + 1}`).all(...values);
  return rows.length > FEW ? undefined : rows.map((row) => Number(row["id"]));
}

/** One letter alone is the start of almost anything: it is checked on what the longer words find. */
function byWords(file: MirrorFile, words: readonly string[]): readonly number[] | undefined {
  const asked = words.filter((word) => word.length > 1);
  if (asked.length === 0) return undefined;
  const query = asked.map((word) => `"${word.replaceAll('"', '""')}"*`).join(" ");
  const found = few(file, "SELECT rowid AS id FROM names WHERE", { sql: "names MATCH ?", values: [query] });
  if (!found || asked.length === words.length) return found;
  const { sql, values } = hasWords(words);
  return file
    .statement(`SELECT id FROM members WHERE id IN (SELECT value FROM json_each(?)) AND ${sql}`)
    .all(JSON.stringify(found), ...values)
    .map((row) => Number(row["id"]));
}

/** First names of the alphabet that match; and where they are not among the first, those that begin with a word asked for. */
function walk(
  file: MirrorFile,
  dense: readonly Condition[],
  words: readonly string[],
  most: number,
): readonly number[] {
  const matches = {
    sql: dense.map(({ sql }) => `(${sql})`).join(" OR "),
    values: dense.flatMap(({ values }) => values),
  };
  const along = (range: Condition): readonly number[] =>
    file
      .statement(
        `SELECT id FROM (SELECT id, words, memberNo FROM members INDEXED BY members_words WHERE ${range.sql} ` +
          `ORDER BY words LIMIT ${WALK}) WHERE ${matches.sql} LIMIT ?`,
      )
      .all(...range.values, ...matches.values, most)
      .map((row) => Number(row["id"]));

  const first = along({ sql: "TRUE", values: [] });
  if (first.length >= most) return first;
  const beginning = words.map((word) =>
    along({ sql: "words >= ? AND words < ?", values: [` ${word}`, ` ${word}${LAST}`] }),
  );
  return [...first, ...beginning.flat()];
}

function numberIs(prefix: string): Condition {
  const start = prefix.replace(/[a-z]/gu, (letter) => letter.toUpperCase());
  return { sql: "upper(memberNo) >= ? AND upper(memberNo) < ?", values: [start, `${start}${LAST}`] };
}

function hasWords(words: readonly string[]): Condition {
  return {
    sql: words.map(() => "instr(words, ?) > 0").join(" AND "),
    values: words.map((word) => ` ${word}`),
  };
}
