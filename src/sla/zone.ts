import type { LocalDate } from "../kernel/types.ts";
import { WEEKDAYS, type Weekday } from "./standard.ts";

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** A wall clock on the site's own wall. */
export interface LocalTime {
  readonly date: LocalDate;
  /** Since midnight by the clock's face, with seconds and milliseconds as fractions. */
  readonly minutes: number;
}

/** One IANA zone. Indonesia has no summer time; the arithmetic holds where there is one. */
export class Zone {
  readonly #format: Intl.DateTimeFormat;

  constructor(timeZone: string) {
    this.#format = new Intl.DateTimeFormat("en-US", {
      ...{ timeZone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit" },
      ...{ hour: "2-digit", minute: "2-digit", second: "2-digit" },
    });
  }

  localOf(instant: Date): LocalTime {
    const face = new Date(instant.getTime() + this.#offsetMs(instant.getTime()));
    return { date: dateOf(face), minutes: (face.getTime() % DAY_MS) / MINUTE_MS };
  }

  /** A time that a change of clocks skips moves on by the gap; of a time that comes twice it is the first. */
  instantOf({ date, minutes }: LocalTime): Date {
    const face = Date.parse(date) + minutes * MINUTE_MS;
    const [early, late] = [this.#offsetMs(face - DAY_MS), this.#offsetMs(face + DAY_MS)];
    const fits = [face - early, face - late].filter((ms) => ms + this.#offsetMs(ms) === face);
    return new Date(fits[0] ?? face - early);
  }

  /** Zone time minus UTC. */
  #offsetMs(instantMs: number): number {
    const part = Object.fromEntries(
      this.#format.formatToParts(instantMs).map(({ type, value }) => [type, Number(value)]),
    );
    const face = Date.UTC(
      ...([
        part["year"] ?? 0,
        (part["month"] ?? 1) - 1,
        part["day"],
        part["hour"],
        part["minute"],
        part["second"],
      ] as const),
    );
    return face - Math.floor(instantMs / 1_000) * 1_000;
  }
}

export const addDays = (date: LocalDate, days: number): LocalDate =>
  dateOf(new Date(Date.parse(date) + days * DAY_MS));

export function weekdayOf(date: LocalDate): Weekday {
  const sundayFirst = new Date(Date.parse(date)).getUTCDay();
  return WEEKDAYS[(sundayFirst + 6) % 7] ?? "mon";
}

const dateOf = (face: Date): LocalDate => face.toISOString().slice(0, 10) as LocalDate;

export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
