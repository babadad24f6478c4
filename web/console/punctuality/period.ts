import type { Language } from "../format/time.ts";

const DAY_MS = 86_400_000;
const LOCALE = { id: "id-ID", en: "en-GB" } as const;

export type PeriodKind = "day" | "month" | "year" | "custom";

/** Of the library's own calendar, `2026-11-24`; both are part of it. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

export interface Period extends Days {
  readonly kind: PeriodKind;
}

/** The day, month or year that holds this day. */
export function periodAround(kind: Exclude<PeriodKind, "custom">, day: string): Period {
  const [year = "", month = ""] = day.split("-");
  if (kind === "day") return { kind, from: day, to: day };
  if (kind === "year") return { kind, from: `${year}-01-01`, to: `${year}-12-31` };
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  return { kind, from: `${year}-${month}-01`, to: `${year}-${month}-${String(last).padStart(2, "0")}` };
}

/** The one before or after it; chosen dates move by their own length. */
export function neighbour({ kind, from, to }: Period, direction: -1 | 1): Period {
  if (kind === "custom") {
    const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
    return { kind, from: movedBy(from, direction * days), to: movedBy(to, direction * days) };
  }
  return periodAround(kind, direction < 0 ? movedBy(from, -1) : movedBy(to, 1));
}

/** `24 November 2026`, `November 2026`, `2026`, `1 Februari 2026 – 3 Maret 2026`. */
export function periodName({ kind, from, to }: Period, language: Language): string {
  if (kind === "year") return from.slice(0, 4);
  if (kind === "month") return format(from, { month: "long", year: "numeric" }, language);
  const day = { day: "numeric", month: "long", year: "numeric" } as const;
  return from === to
    ? format(from, day, language)
    : `${format(from, day, language)} – ${format(to, day, language)}`;
}

/** Under a bar: `24`, or `Nov`. */
export const pointName = (at: string, by: "day" | "month", language: Language): string =>
  by === "day" ? String(Number(at.slice(8))) : format(`${at}-01`, { month: "short" }, language);

/** In words: `24 Nov`, `November 2026`. */
export const pointWords = (at: string, by: "day" | "month", language: Language): string =>
  by === "day"
    ? format(at, { day: "numeric", month: "short" }, language)
    : format(`${at}-01`, { month: "long", year: "numeric" }, language);

function movedBy(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
}

/** A day has no time and so no zone. */
const format = (day: string, style: Intl.DateTimeFormatOptions, language: Language): string =>
  new Intl.DateTimeFormat(LOCALE[language], { timeZone: "UTC", ...style }).format(new Date(Date.parse(day)));
