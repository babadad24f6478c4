import type { Clock } from "../../../kernel/clock.ts";
import { TitianError } from "../../../kernel/errors.ts";
import type { LocalDate } from "../../../kernel/types.ts";
import { COMPLAINT_CHANNELS, COMPLAINT_OUTCOMES, COMPLAINT_SUBJECTS } from "../../../sla/complaint.ts";
import type { Measured } from "../../../sla/summary.ts";
import { addDays, Zone } from "../../../sla/zone.ts";
import type { Store } from "../../../store/store.ts";
import type { ComplaintFigures } from "../../protocol/complaint-shapes.ts";
import { lastOfMonth, monthsOf, type Period } from "../../reports/pack/report-frame.ts";
import { assertDays } from "../sla/asked-days.ts";
import { groupedBy } from "../sla/punctuality-plots.ts";
import type { SiteCalendar } from "../sla/site-calendar.ts";
import { measuredAnswer, measuredSteps, summaryOfMeasured } from "./complaint-counting.ts";
import type { ComplaintTimings, TimedComplaint } from "./complaint-timings.ts";

/** A longer one is no period that anybody reports. */
const MOST_DAYS = 366;
/** The schema's own bounds. */
const MOST_STEPS = 400;
const MOST_CALENDARS = 20;

interface Dependencies {
  readonly store: Pick<Store, "complaints">;
  readonly timings: ComplaintTimings;
  readonly calendar: Pick<SiteCalendar, "judging">;
  readonly timeZone: string;
  readonly clock: Clock;
}

/** Complaints of any days, counted for the page and the report. Nothing of what they say is read. */
export class ComplaintStatistics {
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  /** Throws `BAD_REQUEST` for days that are none, or are more than a year. */
  figures(period: Period, signal: AbortSignal): ComplaintFigures {
    const { store, timings } = this.#deps;
    assertDays(period);
    if (addDays(period.from, MOST_DAYS) < period.to)
      throw new TitianError("BAD_REQUEST", { details: { at: "/to" } });
    const timed = store.complaints.between(period.from, period.to).map((record) => {
      signal.throwIfAborted();
      return timings.read(record);
    });
    return {
      ...{ from: period.from, to: period.to, received: timed.length },
      waiting: timed.filter(({ timeline: { status } }) => status === "open" || status === "paused").length,
      withdrawn: timed.filter(({ timeline }) => timeline.status === "withdrawn").length,
      reopened: timed.filter(({ timeline }) => timeline.rounds.length > 1).length,
      openAtEnd: this.#owedAfter(period.to),
      summary: summaryOfMeasured(answersOf(timed)),
      months: monthsOf(period).map((month) => this.#month(month, period, timed)),
      channels: COMPLAINT_CHANNELS.flatMap((channel) => {
        const own = timed.filter(({ record }) => record.channel === channel);
        return own.length === 0 ? [] : [{ channel, ...partOf(own) }];
      }),
      subjects: COMPLAINT_SUBJECTS.flatMap((subject) => {
        const own = timed.filter(({ record }) => record.subject === subject);
        return own.length === 0 ? [] : [{ subject, ...partOf(own) }];
      }),
      steps: stepsOf(timed),
      outcomes: COMPLAINT_OUTCOMES.flatMap((outcome) => {
        const count = timed.filter(({ timeline }) => timeline.outcome === outcome).length;
        return count === 0 ? [] : [{ outcome, count }];
      }),
      lateReasons: lateReasonsOf(timed),
      ...this.#rulesOf(timed),
    };
  }

  #month(
    month: string,
    { to }: Period,
    timed: readonly TimedComplaint[],
  ): ComplaintFigures["months"][number] {
    const last = lastOfMonth(`${month}-01` as LocalDate);
    const own = timed.filter(({ record }) => record.day.startsWith(month));
    return { month, ...partOf(own), openAtEnd: this.#owedAfter(last < to ? last : to) };
  }

  /** At the end of that day, or now where it is not over. */
  #owedAfter(day: LocalDate): number {
    const { store, timings, timeZone, clock } = this.#deps;
    const end = new Zone(timeZone).instantOf({ date: addDays(day, 1), minutes: 0 });
    const isOver = end <= clock.now();
    const candidates = isOver ? store.complaints.unsettledAt(day, end) : store.complaints.underWay();
    return candidates.filter((record) =>
      isOver ? timings.wasOwedAt(record, end) : record.status === "open" || record.status === "paused",
    ).length;
  }

  #rulesOf(timed: readonly TimedComplaint[]) {
    const judgings = timed.length > 0 ? timed.map(({ judging }) => judging) : [this.#deps.calendar.judging()];
    const limits = new Set(timed.flatMap(({ record }) => record.limitDays ?? []));
    const calendars = new Set(judgings.flatMap(({ calendar }) => calendar?.version ?? []));
    return {
      limits: [...limits].sort((a, b) => a - b),
      figure: judgings[0]?.figure ?? "gross",
      calendarVersions: [...calendars].slice(0, MOST_CALENDARS),
    };
  }
}

const answersOf = (timed: readonly TimedComplaint[]): readonly Measured[] =>
  timed.flatMap((one) => measuredAnswer(one) ?? []);

const partOf = (timed: readonly TimedComplaint[]) => ({
  received: timed.length,
  summary: summaryOfMeasured(answersOf(timed)),
});

function stepsOf(timed: readonly TimedComplaint[]): ComplaintFigures["steps"] {
  const all = timed.flatMap(measuredSteps);
  const groups = groupedBy(all, ({ standard, step }) => `${standard} ${String(step).padStart(2, "0")}`);
  return [...groups]
    .sort(([a], [b]) => a.localeCompare(b))
    .slice(0, MOST_STEPS)
    .flatMap(([, steps]) => {
      // The newest words: a later version of the standard may have others.
      const newest = steps.at(-1);
      if (!newest) return [];
      const { standard, step, text, targetSeconds } = newest;
      const summary = summaryOfMeasured(steps.map(({ measured }) => measured));
      return [{ standard, step, text, targetSeconds, summary }];
    });
}

function lateReasonsOf(timed: readonly TimedComplaint[]): ComplaintFigures["lateReasons"] {
  const late = timed.filter(({ verdict }) => verdict.overall === "late");
  const groups = groupedBy(late, ({ timeline }) => timeline.lateReason);
  return [...groups]
    .map(([reason, own]) => ({ reason, count: own.length }))
    .sort((a, b) => b.count - a.count);
}
