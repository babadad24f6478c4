import { TitianError } from "../../../kernel/errors.ts";
import type { LocalDate } from "../../../kernel/types.ts";
import { type Calendar, calendarOf, missingHolidayYear } from "../../../sla/calendar.ts";
import { calendarProblems } from "../../../sla/calendar-problems.ts";
import { HOLIDAYS_2026 } from "../../../sla/holidays-2026.ts";
import { OFFICE_HOURS } from "../../../sla/office-hours.ts";
import type { Judging } from "../../../sla/promise-verdict.ts";
import type { Standard } from "../../../sla/standard.ts";
import type {
  CalendarStore,
  OverruledCalendar,
  StoredCalendar,
  StoredJudging,
} from "../../../store/calendar-store.ts";
import type { StandardShelf } from "./standard-shelf.ts";

/** Whose hours these are. `assumed`: nobody has said any, and nothing is judged by them. */
export type HoursBasis = "library" | "standard" | "assumed";

interface Dependencies {
  readonly records: CalendarStore;
  readonly standards: Pick<StandardShelf, "find">;
  readonly library: { readonly timeZone: string; readonly standard: string };
  readonly today: () => LocalDate;
}

/** Gross is door to door, as the public reads a promise. */
const FIRST_JUDGING: StoredJudging = { figure: "gross", countsOpenHoursOnly: false, businessDayRule: null };

/** When this library is open, and by what its cases are judged: as it has said, else as its standard was published. */
export class SiteCalendar {
  readonly #deps: Dependencies;
  /** As the log says; read anew after a change. Every view of a case asks. */
  #stored: { readonly calendar: StoredCalendar | undefined; readonly judging: StoredJudging } | undefined;

  constructor(deps: Dependencies) {
    this.#deps = deps;
  }

  get basis(): HoursBasis {
    if (this.#now().calendar) return "library";
    return this.#published() ? "standard" : "assumed";
  }

  /** The page's document; version 0 until somebody has saved one. */
  document(): StoredCalendar {
    const own = this.#now().calendar;
    if (own) return own;
    return {
      ...{ version: 0, weekly: mutable(this.#published()?.weekly ?? OFFICE_HOURS), special: [] },
      closures: HOLIDAYS_2026.map(({ date, kind, name = "" }) => ({ date, kind, name })),
      ...{ observesCollectiveLeave: true, countsSaturday: true },
    };
  }

  calendar(): Calendar {
    const { version, ...document } = this.document();
    const { timeZone } = this.#deps.library;
    // The schema has checked the days; their brand is asserted here, once.
    return { ...(document as unknown as Calendar), version: `site@${version}`, timeZone };
  }

  settings(): StoredJudging {
    return this.#now().judging;
  }

  /** For a case under the desk's own standard. */
  judging(): Judging {
    return { ...this.#rules(), ...(this.basis === "assumed" ? {} : { calendar: this.calendar() }) };
  }

  /** Until the library has said its hours, those that the case's own standard publishes; where there are none, no calendar. */
  judgingOf(standard: Standard): Judging {
    // Asked for every case that is judged: whose hours they are otherwise does not matter here.
    if (this.#now().calendar) return this.judging();
    const calendar = calendarOf(standard, HOLIDAYS_2026);
    return { ...this.#rules(), ...(calendar ? { calendar } : {}) };
  }

  /** What this desk has saved, where another desk's calendar holds that has not seen it. */
  overruled(): OverruledCalendar | undefined {
    return this.#deps.records.overruled();
  }

  missingYear(): number | undefined {
    return missingHolidayYear(this.calendar(), this.#deps.today());
  }

  /** `expects`: the version that its maker knew. Throws `CALENDAR_CHANGED` or `CALENDAR_HOURS_WRONG`, which names the place in `at`. */
  save(document: Omit<StoredCalendar, "version">, expects: number): void {
    const { version } = this.document();
    if (version !== expects) throw new TitianError("CALENDAR_CHANGED", { details: { newest: version } });
    const [problem] = calendarProblems(document as unknown as Calendar);
    if (problem)
      throw new TitianError("CALENDAR_HOURS_WRONG", { details: { problem: problem.code, at: problem.at } });
    const closures = [...new Map(document.closures.map((one) => [one.date, one])).values()];
    closures.sort((a, b) => a.date.localeCompare(b.date));
    this.#deps.records.changed({ ...document, closures, version: version + 1 });
    this.#stored = undefined;
  }

  setJudging(settings: StoredJudging): void {
    this.#deps.records.judgingChanged(settings);
    this.#stored = undefined;
  }

  /** The log says something else now. */
  changed(): void {
    this.#stored = undefined;
  }

  #rules(): Judging {
    const { figure, countsOpenHoursOnly, businessDayRule } = this.settings();
    return { figure, countsOpenHoursOnly, ...(businessDayRule ? { businessDayRule } : {}) };
  }

  #published() {
    const { standards, library } = this.#deps;
    return standards.find(library.standard)?.hours ?? undefined;
  }

  #now() {
    const { records } = this.#deps;
    this.#stored ??= { calendar: records.calendar(), judging: records.judging() ?? FIRST_JUDGING };
    return this.#stored;
  }
}

/** The store's lists are its own to change. */
const mutable = (weekly: typeof OFFICE_HOURS): StoredCalendar["weekly"] =>
  structuredClone(weekly) as StoredCalendar["weekly"];
