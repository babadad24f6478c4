import { type LocalDate, localDate } from "../../../kernel/types.ts";
import { addDays } from "../../../sla/zone.ts";
import type { ReportWords } from "../../messages/report-words.ts";
import type { Reading, Report, Signatures } from "../report.ts";
import { dayText, Written } from "../written.ts";

/** Who reports, and in whose words. */
export interface ReportFrame {
  readonly institution: Report["institution"];
  /** As staff call the desk whose log this is. */
  readonly desk: string;
  readonly words: ReportWords;
  readonly reading: Reading;
  readonly now: Date;
}

/** Days of the library's own, both included. */
export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** `Oktober 2026` for a whole month, `2026` for a year, else `3 Oktober 2026` or `1 Okt 2026 – 3 Okt 2026`. */
export function periodText({ from, to }: Period, { language }: Reading): string {
  const write = (date: LocalDate, options: Intl.DateTimeFormatOptions): string =>
    dayText(date, language, options);
  if (from === to) return write(from, { dateStyle: "long" });
  if (from.endsWith("-01-01") && to.endsWith("-12-31") && from.slice(0, 4) === to.slice(0, 4))
    return from.slice(0, 4);
  if (from === `${to.slice(0, 7)}-01` && to === lastOfMonth(from))
    return write(from, { month: "long", year: "numeric" });
  const short = { day: "numeric", month: "short", year: "numeric" } as const;
  return `${write(from, short)} – ${write(to, short)}`;
}

/** `2026-02-28` for any day of February 2026. */
export function lastOfMonth(date: LocalDate): LocalDate {
  const [year = 0, month = 0] = date.split("-").map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) as LocalDate;
}

/** `2026-10`, `2026-11`: every month that the days touch. */
export function monthsOf({ from, to }: Period): readonly string[] {
  const months: string[] = [];
  for (let day = from; day <= to; day = addDays(lastOfMonth(day), 1)) months.push(day.slice(0, 7));
  return months;
}

/** What every report has around its blocks. */
export function framed(
  { institution, desk, words, reading, now }: ReportFrame,
  report: Pick<Report, "name" | "title" | "subtitle" | "blocks">,
): Report {
  const when = new Written(reading).time("moment", now);
  return { ...report, institution, madeFrom: words.madeFrom(desk, when), madeAt: now };
}

export function signaturesOf({ words, reading, now }: ReportFrame): Signatures {
  const day = dayText(localDate(now, reading.timeZone), reading.language, { dateStyle: "long" });
  return {
    kind: "signatures",
    left: { lines: words.signatures.madeBy, name: null },
    right: { lines: words.signatures.seenBy(day), name: null },
  };
}
