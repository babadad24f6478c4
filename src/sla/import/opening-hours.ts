import { type OpenInterval, WEEKDAYS, type Weekday, type WeeklyHours } from "../standard.ts";
import type { SectionedLine } from "./sections.ts";

const DAYS: Readonly<Record<string, Weekday>> = {
  ...{ senin: "mon", selasa: "tue", rabu: "wed", kamis: "thu", jumat: "fri", sabtu: "sat", minggu: "sun" },
  ...{ "jum'at": "fri", "jum’at": "fri", ahad: "sun" },
  ...{ monday: "mon", tuesday: "tue", wednesday: "wed", thursday: "thu", friday: "fri", saturday: "sat" },
  sunday: "sun",
};
const DAY = Object.keys(DAYS).join("|");
const TO = String.raw`\s*(?:-|–|—|s\.?\s?\/?d\.?|sampai(?: dengan)?|to)\s*`;
const AND = String.raw`\s*(?:,\s*(?:dan|and)?|dan|&|\/|and)\s*`;
/** `Senin – Kamis`, `Senin, Rabu dan Jumat`, `Senin s.d. Kamis, Sabtu`. */
const DAY_GROUP = new RegExp(
  String.raw`(?<!\p{L})(?:setiap hari(?! kerja)|(?:${DAY})(?:(?:${TO}|${AND})(?:${DAY}))*)(?!\p{L})`,
  "giu",
);
/** `Senin - Jumat`, with or without its hours. */
const DAYS_TO = new RegExp(`(?:${DAY})${TO}(?:${DAY})`, "iu");
const DAY_RANGE = new RegExp(`(${DAY})(?:${TO}(${DAY}))?`, "giu");
const INTERVAL = new RegExp(
  String.raw`(?<![\p{L}\d.:])(\d{1,2})[.:](\d{2})(?!\d)(?:\s*(?:WIB|WITA|WIT))?${TO}(?:(?:pukul|jam)\s*)?(\d{1,2})[.:](\d{2})(?!\d)`,
  "giu",
);
/** A time of day, also where a scanner took a digit for a letter. */
const LIKE_A_CLOCK = /(?<![\p{L}\d.])[\dOolI|]{1,2}[.:][\dOolI|]{2}(?![\p{L}\d])/gu;

/** `istirahat 12.00-13.00`: an hour at which nobody is served. */
const NOT_OPEN = /(?:istirahat|rehat|ishoma|kecuali|tutup|break|except|closed)[^\d]*$/iu;

export interface ReadHours {
  readonly days: readonly Weekday[];
  readonly interval: OpenInterval;
  /** Closes before it opens. */
  readonly isBackwards: boolean;
}

/** A line and every interval that was read from it. */
export interface HoursLine {
  readonly line: SectionedLine;
  readonly reads: readonly ReadHours[];
}

/** `Senin – Kamis pukul 07.00 s.d 15.30 WIB`, several days and several intervals too; empty where none is written. */
export function openingHoursIn(text: string): readonly ReadHours[] {
  const groups = [...text.matchAll(DAY_GROUP)];
  return groups.flatMap((group, index) => {
    const after = text.slice(group.index + group[0].length, groups[index + 1]?.index);
    return [...after.matchAll(INTERVAL)].flatMap((match) => {
      if (NOT_OPEN.test(after.slice(0, match.index))) return [];
      const [, openHour, openMinute, closeHour, closeMinute] = match;
      const opens = clock(openHour, openMinute);
      const closes = clock(closeHour, closeMinute);
      const isBackwards = closes <= opens;
      return [{ days: daysNamed(group[0]), interval: [opens, closes] as const, isBackwards }];
    });
  });
}

/** Whether days are named whose hours were not read, or another number of times of day than was read. */
export const areHoursUnclear = (text: string): boolean =>
  clocksIn(text) !== openingHoursIn(text).length * 2 || (DAYS_TO.test(text) && clocksIn(text) === 0);

/** Whether days with times of day are named there. */
export const areHoursNamed = (text: string): boolean => clocksIn(text) > 1 && text.search(DAY_GROUP) !== -1;

const clocksIn = (text: string): number => text.match(LIKE_A_CLOCK)?.length ?? 0;

/** Days that no line names are closed. A day named twice keeps both intervals, in order. */
export function weekOf(lines: readonly HoursLine[]): WeeklyHours {
  const all = lines.flatMap(({ reads }) => reads);
  const on = (day: Weekday): readonly OpenInterval[] =>
    all
      .filter(({ days }) => days.includes(day))
      .map(({ interval }) => interval)
      .sort(([a], [b]) => a.localeCompare(b));
  return {
    ...{ mon: on("mon"), tue: on("tue"), wed: on("wed"), thu: on("thu") },
    ...{ fri: on("fri"), sat: on("sat"), sun: on("sun") },
  };
}

function daysNamed(words: string): readonly Weekday[] {
  const ranges = [...words.matchAll(DAY_RANGE)];
  if (ranges.length === 0) return WEEKDAYS;
  return ranges.flatMap(([, first = "", last]) => {
    const from = DAYS[first.toLowerCase()];
    const to = last === undefined ? from : DAYS[last.toLowerCase()];
    return from && to ? daysFrom(from, to) : [];
  });
}

/** `Sabtu – Senin` goes over the end of the week. */
function daysFrom(from: Weekday, to: Weekday): readonly Weekday[] {
  const start = WEEKDAYS.indexOf(from);
  const length = ((WEEKDAYS.indexOf(to) - start + 7) % 7) + 1;
  return Array.from({ length }, (_, offset) => WEEKDAYS[(start + offset) % 7] ?? from);
}

const clock = (hour = "", minute = ""): string => `${hour.padStart(2, "0")}:${minute}`;
