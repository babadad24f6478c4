import type { LocalDate } from "../kernel/types.ts";
import type { Closure } from "./calendar.ts";
import type { ClosureKind } from "./calendar-kinds.ts";
import { linesOf } from "./import/source-text.ts";

const MONTHS: readonly RegExp[] = [
  ...[/^jan/i, /^feb|^peb/i, /^mar/i, /^apr/i, /^(?:mei|may)/i, /^jun/i, /^jul/i, /^ag|^aug/i],
  ...[/^sep/i, /^okt|^oct/i, /^nov|^nop/i, /^des|^dec/i],
];
const MONTH =
  "jan\\p{L}*|[fp]eb\\p{L}*|mar\\p{L}*|apr\\p{L}*|mei|may|jun\\p{L}*|jul\\p{L}*|a[gu]\\p{L}*|sep\\p{L}*|o[kc]t\\p{L}*|no[vp]\\p{L}*|d[ei][sc]\\p{L}*";
/** `21-22 Maret 2026`, `20, 23, dan 24 Maret`, `1 Januari`. */
const WORDED = new RegExp(
  String.raw`((?:\d{1,2}\s*(?:,|-|–|dan|&|s\.?\/?d\.?|sampai|\s)*\s*)+)(${MONTH})\b\.?\s*(\d{4})?`,
  "iu",
);
const NUMBERED = /\b(\d{4})-(\d{2})-(\d{2})\b|\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b/;

export interface ReadHolidays {
  readonly closures: readonly Closure[];
  /** Lines that hold no day that there is; headings are none. */
  readonly unread: readonly { readonly line: number; readonly text: string }[];
}

/**
 * A list of days as ministries and offices paste it: one line for each, by words or numbers, days of collective leave named so
 * or under a heading that says so. `year` stands in where a line names none.
 */
export function readHolidays(source: string, year: number): ReadHolidays {
  const found = new Map<string, Closure>();
  const unread: { line: number; text: string }[] = [];
  let heading: ClosureKind = "holiday";
  for (const { number, text } of linesOf(source)) {
    const days = daysIn(text, year);
    const isLeave = /cuti bersama|collective leave/i.test(text);
    if (!days) {
      if (isLeave) heading = "collective-leave";
      else if (/libur nasional|national holiday/i.test(text)) heading = "holiday";
      else if (/\d/.test(text)) unread.push({ line: number, text });
      continue;
    }
    const kind = isLeave ? "collective-leave" : heading;
    const name = nameIn(text, days.written);
    for (const date of days.dates) found.set(date, name === "" ? { date, kind } : { date, kind, name });
  }
  return { closures: [...found.values()].sort((a, b) => a.date.localeCompare(b.date)), unread };
}

interface Days {
  readonly dates: readonly LocalDate[];
  readonly written: string;
}

/** Undefined where no day is named, or one that there is not, such as 30 February. */
function daysIn(text: string, year: number): Days | undefined {
  const numbered = NUMBERED.exec(text);
  if (numbered) {
    const [written, y1, m1, d1, d2, m2, y2] = numbered;
    const date = dateOf(Number(y1 ?? y2), Number(m1 ?? m2), Number(d1 ?? d2));
    return date && { dates: [date], written };
  }
  const worded = WORDED.exec(text);
  if (!worded) return undefined;
  const [written, days = "", month = "", named] = worded;
  const monthNumber = MONTHS.findIndex((pattern) => pattern.test(month)) + 1;
  const dates = dayNumbers(days).map((day) => dateOf(Number(named ?? year), monthNumber, day));
  return dates.every((date) => date !== undefined) && dates.length > 0 ? { dates, written } : undefined;
}

/** `18, 20-22 dan 24`: a hyphen between two is every day from the one to the other. */
function dayNumbers(written: string): readonly number[] {
  const parts = written.match(/\d{1,2}(?:\s*(?:-|–|s\.?\/?d\.?|sampai)\s*\d{1,2})?/gi) ?? [];
  return parts.flatMap((part) => {
    const [from = 0, to = from] = (part.match(/\d{1,2}/g) ?? []).map(Number);
    return Array.from({ length: Math.max(0, to - from) + 1 }, (_, index) => from + index);
  });
}

function dateOf(year: number, month: number, day: number): LocalDate | undefined {
  const instant = new Date(Date.UTC(year, month - 1, day));
  const isThere =
    instant.getUTCMonth() === month - 1 && instant.getUTCDate() === day && year >= 2000 && year < 2100;
  return isThere ? (instant.toISOString().slice(0, 10) as LocalDate) : undefined;
}

const WEEKDAY = /\b(?:senin|selasa|rabu|kamis|jum['’]?at|sabtu|minggu|ahad)\b(?:\s*(?:,|-|–|dan)\s*)?/gi;

const nameIn = (text: string, written: string): string =>
  text
    .replace(written, " ")
    .replaceAll(WEEKDAY, " ")
    .replaceAll(/[\t;|]+/g, " ")
    .replaceAll(/\s+/g, " ")
    .replaceAll(/^[\s,:.()–-]+|[\s,:.(–-]+$/g, "")
    .slice(0, 80);
