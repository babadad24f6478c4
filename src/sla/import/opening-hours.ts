import { type OpenInterval, WEEKDAYS, type Weekday, type WeeklyHours } from "../standard.ts";

const DAYS: Readonly<Record<string, Weekday>> = {
  ...{ senin: "mon", selasa: "tue", rabu: "wed", kamis: "thu", jumat: "fri", sabtu: "sat", minggu: "sun" },
  ...{ "jum'at": "fri", "jum’at": "fri", ahad: "sun" },
};
const DAY = Object.keys(DAYS).join("|");
const LINE = new RegExp(
  String.raw`(${DAY})(?:\s*(?:-|–|s\.?\/?d\.?|sampai(?: dengan)?)\s*(${DAY}))?\D*(\d{1,2})[.:](\d{2})\s*(?:-|–|s\.?\s?\/?d\.?|sampai(?: dengan)?)\s*(?:pukul\s*)?(\d{1,2})[.:](\d{2})`,
  "i",
);

export interface ReadHours {
  readonly days: readonly Weekday[];
  readonly interval: OpenInterval;
  /** Closes before it opens. */
  readonly isBackwards: boolean;
}

/** `Senin – Kamis pukul 07.00 s.d 15.30 WIB`, or undefined. */
export function openingHoursIn(text: string): ReadHours | undefined {
  const [, first, last, openHour, openMinute, closeHour, closeMinute] = LINE.exec(text) ?? [];
  const from = DAYS[first?.toLowerCase() ?? ""];
  if (!from) return undefined;
  const to = DAYS[last?.toLowerCase() ?? ""] ?? from;
  const opens = clock(openHour, openMinute);
  const closes = clock(closeHour, closeMinute);
  return { days: daysFrom(from, to), interval: [opens, closes], isBackwards: closes <= opens };
}

/** Days that no line names are closed. A day named twice keeps both intervals, in order. */
export function weekOf(lines: readonly ReadHours[]): WeeklyHours {
  const on = (day: Weekday): readonly OpenInterval[] =>
    lines
      .filter(({ days }) => days.includes(day))
      .map(({ interval }) => interval)
      .sort(([a], [b]) => a.localeCompare(b));
  return {
    ...{ mon: on("mon"), tue: on("tue"), wed: on("wed"), thu: on("thu") },
    ...{ fri: on("fri"), sat: on("sat"), sun: on("sun") },
  };
}

/** `Sabtu – Senin` goes over the end of the week. */
function daysFrom(from: Weekday, to: Weekday): readonly Weekday[] {
  const start = WEEKDAYS.indexOf(from);
  const length = ((WEEKDAYS.indexOf(to) - start + 7) % 7) + 1;
  return Array.from({ length }, (_, offset) => WEEKDAYS[(start + offset) % 7] ?? from);
}

const clock = (hour = "", minute = ""): string => `${hour.padStart(2, "0")}:${minute}`;
