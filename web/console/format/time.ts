export type Language = "id" | "en";

const LOCALE = { id: "id-ID", en: "en-GB" } as const;

/** A stopwatch as people read it: `1:12`, `11:23`, `1:04:30`. Whole seconds, cut and not rounded, never negative. */
export function stopwatch(ms: number): string {
  const seconds = Math.floor(Math.max(0, ms) / 1000);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const pad = (value: number): string => String(value).padStart(2, "0");
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(seconds % 60)}` : `${minutes}:${pad(seconds % 60)}`;
}

const DAY_MS = 86_400_000;
const SPAN_WORDS = {
  id: { days: "hari", hours: "j", minutes: "mnt" },
  en: { days: "days", hours: "h", minutes: "min" },
} as const;

/** Time that nobody stands beside: `12 mnt`, `3 j 20 mnt`, from a day on `2,4 hari`. */
export function span(ms: number, language: Language): string {
  const { days, hours, minutes } = SPAN_WORDS[language];
  if (ms >= DAY_MS) {
    const tenths = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
    return `${new Intl.NumberFormat(LOCALE[language], tenths).format(ms / DAY_MS)} ${days}`;
  }
  const whole = Math.floor(Math.max(0, ms) / 60_000);
  return whole < 60 ? `${whole} ${minutes}` : `${Math.floor(whole / 60)} ${hours} ${whole % 60} ${minutes}`;
}

/** A time of day in the site's zone: `09.41` in Indonesian, `09:41` in English; with seconds on request. */
export function clockTime(
  instant: Date,
  { language, timeZone, seconds = false }: { language: Language; timeZone: string; seconds?: boolean },
): string {
  const text = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    ...(seconds ? { second: "2-digit" as const } : {}),
  }).format(instant);
  return language === "id" ? text.replaceAll(":", ".") : text;
}

/** A calendar day as written, `22 November 2027`. It never travels through a time zone. */
export function longDate(day: string, language: Language): string {
  const instant = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(instant.getTime())) return day;
  return new Intl.DateTimeFormat(LOCALE[language], { timeZone: "UTC", dateStyle: "long" }).format(instant);
}

/** What stands in a datetime-local field, in words: browsers draw such fields as their own menus are written, `11/12/2026` for 12 November. */
export function fieldTime(field: string, language: Language): string {
  const [day = "", clock = ""] = field.split("T");
  return clock === ""
    ? ""
    : `${longDate(day, language)}, ${language === "id" ? clock.replaceAll(":", ".") : clock}`;
}

/** The zone's short name, `WIB`; empty where the browser knows none but an offset. */
export function zoneName(timeZone: string): string {
  const parts = new Intl.DateTimeFormat("id-ID", { timeZone, timeZoneName: "short" }).formatToParts(
    new Date(),
  );
  const name = parts.find((part) => part.type === "timeZoneName")?.value ?? "";
  return /^[A-Z]{3,4}$/.test(name) ? name : "";
}

interface Reading {
  readonly language: Language;
  readonly timeZone: string;
  readonly now: Date;
}

/** `09.41` on the day it is read, `24 Nov 09.41` on another; with the year where that differs too. */
export function moment(instant: Date, reading: Reading): string {
  const clock = clockTime(instant, reading);
  const day = shortDay(instant, reading);
  return day === shortDay(reading.now, reading) ? clock : `${day} ${clock}`;
}

/** `24 Nov`; with the year where that is not the one it is read in. */
export function shortDay(instant: Date, { language, timeZone, now }: Reading): string {
  const text = (at: Date, style: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat(LOCALE[language], { timeZone, ...style }).format(at);
  const isThisYear = text(instant, { year: "numeric" }) === text(now, { year: "numeric" });
  return text(instant, { day: "numeric", month: "short", ...(isThisYear ? {} : { year: "numeric" }) });
}
