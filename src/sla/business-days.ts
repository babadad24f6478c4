import type { LocalDate } from "../kernel/types.ts";
import { type Calendar, hoursOn, isWorkingDay } from "./calendar.ts";
import type { BusinessDayRule } from "./standard.ts";
import { addDays, Zone } from "./zone.ts";

/** How far ahead an open day is looked for: a calendar that is closed for longer has no answer. */
const HORIZON_DAYS = 400;

interface Received {
  readonly at: Date;
  readonly date: LocalDate;
  readonly minutes: number;
}

/** Opening hours on the site's own clock. The closing minute is no longer open. */
export class BusinessHours {
  readonly #calendar: Calendar;
  readonly #zone: Zone;

  constructor(calendar: Calendar) {
    this.#calendar = calendar;
    this.#zone = new Zone(calendar.timeZone);
  }

  /** The instant itself while the library is open, else its next opening. */
  nextOpen(instant: Date): Date | undefined {
    return this.#receive(instant)?.at;
  }

  /** Until when `days` business days last for what comes in at `instant`. Undefined when the calendar never opens. */
  due(instant: Date, rule: BusinessDayRule, days = 1): Date | undefined {
    const received = this.#receive(instant);
    if (!received) return undefined;
    if (rule === "within-same-working-day") {
      const last = isWorkingDay(this.#calendar, received.date) ? days - 1 : days;
      return this.#closeOf(this.#workingDayAfter(received.date, last));
    }
    const dueDay = this.#workingDayAfter(received.date, days);
    return rule === "close-of-next-working-day" ? this.#closeOf(dueDay) : this.#sameTime(received, dueDay);
  }

  /** Milliseconds of opening hours between two instants. */
  openMs(from: Date, to: Date): number {
    let open = 0;
    for (const [opens, closes] of this.#intervals(from)) {
      if (opens >= to) break;
      open += Math.max(
        0,
        Math.min(closes.getTime(), to.getTime()) - Math.max(opens.getTime(), from.getTime()),
      );
    }
    return open;
  }

  /** The instant at which `ms` of opening hours have passed. */
  afterOpenMs(from: Date, ms: number): Date | undefined {
    let left = ms;
    for (const [opens, closes] of this.#intervals(from)) {
      const start = Math.max(opens.getTime(), from.getTime());
      if (closes.getTime() - start >= left) return new Date(start + left);
      left -= Math.max(0, closes.getTime() - start);
    }
    return undefined;
  }

  *#intervals(from: Date): Generator<readonly [opens: Date, closes: Date]> {
    const first = this.#zone.localOf(from).date;
    for (let day = 0; day < HORIZON_DAYS; day++) {
      const date = addDays(first, day);
      for (const [opens, closes] of hoursOn(this.#calendar, date))
        yield [
          this.#zone.instantOf({ date, minutes: minutesOf(opens) }),
          this.#zone.instantOf({ date, minutes: minutesOf(closes) }),
        ];
    }
  }

  #receive(instant: Date): Received | undefined {
    for (const [opens, closes] of this.#intervals(instant)) {
      if (closes <= instant) continue;
      const at = opens > instant ? opens : instant;
      return { at, ...this.#zone.localOf(at) };
    }
    return undefined;
  }

  /** The n-th working day after a date; with 0 the date itself. */
  #workingDayAfter(date: LocalDate, n: number): LocalDate | undefined {
    let left = n;
    for (let day = 0; day < HORIZON_DAYS; day++) {
      const candidate = addDays(date, day);
      if (day > 0 && isWorkingDay(this.#calendar, candidate)) left--;
      if (left === 0) return candidate;
    }
    return undefined;
  }

  #closeOf(date: LocalDate | undefined): Date | undefined {
    const closes = date && hoursOn(this.#calendar, date).at(-1)?.[1];
    return closes ? this.#zone.instantOf({ date, minutes: minutesOf(closes) }) : undefined;
  }

  /** Clamped into the hours of the due day: 15.50 does not exist on a Saturday that closes at 12.00. */
  #sameTime(received: Received, date: LocalDate | undefined): Date | undefined {
    const hours = date ? hoursOn(this.#calendar, date) : [];
    const [opens, closes] = [hours[0]?.[0], hours.at(-1)?.[1]];
    if (!date || !opens || !closes) return undefined;
    const minutes = Math.min(Math.max(received.minutes, minutesOf(opens)), minutesOf(closes));
    return this.#zone.instantOf({ date, minutes });
  }
}

/** When the day's service is over for work that began at `instant`: its last closing, or midnight where that has no hours. */
export function endOfServiceDay(instant: Date, timeZone: string, calendar: Calendar | undefined): Date {
  const zone = new Zone(timeZone);
  const { date, minutes } = zone.localOf(instant);
  const closes = calendar && hoursOn(calendar, date).at(-1)?.[1];
  return closes && minutesOf(closes) > minutes
    ? zone.instantOf({ date, minutes: minutesOf(closes) })
    : zone.instantOf({ date: addDays(date, 1), minutes: 0 });
}

/** `07:30` as minutes since midnight. */
function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}
