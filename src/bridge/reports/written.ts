import type { Cell, CellKind, Reading } from "./report.ts";

const LOCALES = { id: "id-ID", en: "en-GB" } as const;

/** A day of the calendar, `2026-11-24`, in words; it has no time and so no zone. */
export function dayText(
  day: string,
  language: Reading["language"],
  style: Intl.DateTimeFormatOptions,
): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], { timeZone: "UTC", ...style });
  return format.format(new Date(`${day}T12:00:00Z`));
}

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const SPAN_WORDS = {
  id: { days: "hari", hours: "j", minutes: "mnt" },
  en: { days: "days", hours: "h", minutes: "min" },
} as const;

/** Time that passed as every page of the desk shows it: whole seconds, or of a span whole minutes, cut and not rounded. */
export function shownMs(kind: "duration" | "span", ms: number): number {
  const grain = kind === "duration" ? 1_000 : MINUTE_MS;
  return Math.trunc(ms / grain) * grain;
}

/** `21:48`, beyond an hour `1:21:48`: minutes and seconds, as the standards print them. */
export function durationText(ms: number): string {
  const seconds = Math.abs(shownMs("duration", ms)) / 1_000;
  const [minutes, rest] = [Math.floor(seconds / 60), String(seconds % 60).padStart(2, "0")];
  const sign = ms < 0 ? "−" : "";
  if (seconds * 1_000 < HOUR_MS) return `${sign}${minutes}:${rest}`;
  return `${sign}${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}:${rest}`;
}

/** Numbers and days as the people of a language write them: `90,4 %`, `1.200`, `2 Nov 2026`. */
export class Written {
  readonly #language: Reading["language"];
  readonly #count: Intl.NumberFormat;
  readonly #decimal: Intl.NumberFormat;
  readonly #tenths: Intl.NumberFormat;
  readonly #times: Readonly<Record<"date" | "time" | "moment", Intl.DateTimeFormat>>;

  constructor({ language, timeZone }: Pick<Reading, "language" | "timeZone">) {
    const locale = LOCALES[language];
    this.#language = language;
    const day = { day: "numeric", month: "short", year: "numeric" } as const;
    const clock = { hour: "2-digit", minute: "2-digit" } as const;
    this.#count = new Intl.NumberFormat(locale);
    this.#decimal = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    this.#tenths = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    this.#times = {
      date: new Intl.DateTimeFormat(locale, { timeZone, ...day }),
      time: new Intl.DateTimeFormat(locale, { timeZone, ...clock }),
      moment: new Intl.DateTimeFormat(locale, { timeZone, ...day, ...clock }),
    };
  }

  count(value: number): string {
    return this.#count.format(value);
  }

  /** `3,07`. */
  decimal(value: number): string {
    return this.#decimal.format(value);
  }

  /** Of 0 to 100. */
  percent(value: number): string {
    return `${this.#tenths.format(value)} %`;
  }

  time(kind: "date" | "time" | "moment", instant: Date): string {
    return this.#times[kind].format(instant);
  }

  /** `12 mnt`, `3 j 20 mnt`, from a day on `2,4 hari`. */
  span(ms: number): string {
    const words = SPAN_WORDS[this.#language];
    if (ms >= DAY_MS) return `${this.#tenths.format(ms / DAY_MS)} ${words.days}`;
    const minutes = Math.floor(ms / MINUTE_MS);
    const rest = `${minutes % 60} ${words.minutes}`;
    return minutes < 60 ? rest : `${Math.floor(minutes / 60)} ${words.hours} ${rest}`;
  }

  /** Empty for null, and for a place where somebody signs. */
  cell(kind: CellKind, cell: Cell): string {
    if (cell === null) return "";
    if (cell instanceof Date) return this.time(kind === "date" || kind === "time" ? kind : "moment", cell);
    if (typeof cell === "string") return cell;
    if (kind === "decimal") return this.decimal(cell);
    if (kind === "percent") return this.percent(cell);
    if (kind === "span") return this.span(cell);
    return kind === "duration" ? durationText(cell) : this.count(cell);
  }
}
