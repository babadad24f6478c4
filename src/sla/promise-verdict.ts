import { BusinessHours } from "./business-days.ts";
import { type Calendar, calendarOf } from "./calendar.ts";
import type { Figure, PauseReason, StepKey } from "./case-event.ts";
import { CountedTime } from "./counted-time.ts";
import { CLOCK_TOLERANCE_MS, type Point } from "./elapsed.ts";
import type { PlannedStep } from "./plan.ts";
import { stepSumSeconds } from "./service.ts";
import type { BusinessDayRule, PromiseEnd, Standard } from "./standard.ts";
import { clip } from "./stretch.ts";
import { pausesByReason, type Timeline } from "./timeline.ts";
import { against, type Verdict } from "./verdict.ts";
import type { Run } from "./work-item.ts";

export interface Judging {
  readonly figure: Figure;
  /** For business days, and for `countsOpenHoursOnly`. Without it the standard's own hours, if it states any. */
  readonly calendar?: Calendar;
  /** Time while the library is closed does not count towards a promise in minutes. */
  readonly countsOpenHoursOnly?: boolean;
  /** The library's own reading of a promise in days; left out, the standard's. */
  readonly businessDayRule?: BusinessDayRule;
}

export const promiseEndOf = ({ promise }: Standard): PromiseEnd =>
  typeof promise.covers === "string" || promise.published.unit === "business-day" ? promise.stop : "steps";

/** By which a promise in working days is read; null for one in minutes. */
export function dueRuleOf({ promise }: Standard, judging: Judging | undefined): BusinessDayRule | null {
  return promise.businessDayRule && (judging?.businessDayRule ?? promise.businessDayRule);
}

export interface PromiseVerdict {
  readonly verdict: Verdict;
  readonly limitSeconds: number | null;
  readonly elapsedMs: number | null;
  readonly dueAt: Date | null;
  /** Below zero once late; null where the promise has no seconds or its clock has not started. */
  readonly leftMs: number | null;
}

export function judgePromise(
  standard: Standard,
  plan: readonly PlannedStep[],
  timeline: Timeline,
  judging: Judging,
  isJudged: boolean,
): { readonly published: PromiseVerdict; readonly stepSum: PromiseVerdict; readonly spent: Spent } {
  const clock = new PromiseClock(standard, timeline, judging);
  const { covers, published } = standard.promise;
  const stepSum = clock.against(expectedSumSeconds(standard, plan, timeline));
  const judged =
    published.unit === "business-day"
      ? clock.againstDays(published.value)
      : typeof covers === "string"
        ? clock.against(published.seconds)
        : speaksOf(covers, plan)
          ? clock.againstSteps(covers, published.seconds)
          : clock.against(null);
  return {
    spent: clock.spent(plan, typeof covers === "string" ? undefined : covers),
    published: isJudged ? judged : { ...judged, verdict: "not-judged" },
    stepSum: isJudged && covers === "unresolved" ? stepSum : { ...stepSum, verdict: "not-judged" },
  };
}

/** Time that the promise counts, by whose it is. What is neither's belongs to no step, or was paused. */
export interface Spent {
  /** Net step time of the library's officers. Time that two steps share counts for the first of them. */
  readonly libraryMs: number;
  readonly applicantMs: number;
  readonly pauses: Timeline["pauses"];
}

const ALL = (): boolean => true;
const RUNNING = (pause: PauseReason | null): boolean => pause === null;

/** From the promise's own start to its own stop, counted as the library has set. */
class PromiseClock {
  readonly #standard: Standard;
  readonly #timeline: Timeline;
  readonly #judging: Judging;
  readonly #hours: BusinessHours | undefined;
  readonly #counted: CountedTime;
  readonly #start: Point | null;
  readonly #stop: Point | null;

  constructor(standard: Standard, timeline: Timeline, judging: Judging) {
    const isCalendarNeeded =
      standard.promise.businessDayRule !== null || judging.countsOpenHoursOnly === true;
    const calendar = isCalendarNeeded ? (judging.calendar ?? calendarOf(standard)) : undefined;
    this.#standard = standard;
    this.#timeline = timeline;
    this.#judging = judging;
    this.#hours = calendar && new BusinessHours(calendar);
    this.#counted = new CountedTime(
      timeline.stretches,
      judging.countsOpenHoursOnly ? this.#hours : undefined,
    );
    this.#start = startOf(standard, timeline);
    this.#stop = standard.promise.stop === "ready" ? timeline.marks.ready : timeline.marks.taken;
  }

  against(limitSeconds: number | null): PromiseVerdict {
    const elapsedMs = this.#elapsedMs(this.#judges);
    if (limitSeconds === null || elapsedMs === null || !this.#start)
      return {
        verdict: limitSeconds === null ? "not-judged" : "running",
        limitSeconds,
        elapsedMs,
        dueAt: null,
        leftMs: null,
      };
    const pausedMs = this.#elapsedMs((pause) => !this.#judges(pause)) ?? 0;
    return {
      verdict: against(elapsedMs, limitSeconds, this.#stop !== null),
      limitSeconds,
      elapsedMs,
      dueAt: this.#dueAfter(this.#start, limitSeconds * 1_000 + pausedMs),
      leftMs: limitSeconds * 1_000 - elapsedMs,
    };
  }

  /** A day is judged by the calendar alone: a pause does not move the closing time. */
  againstDays(days: number): PromiseVerdict {
    const businessDayRule = dueRuleOf(this.#standard, this.#judging);
    const elapsedMs = this.#elapsedMs(ALL);
    const open = { limitSeconds: null, elapsedMs, leftMs: null };
    if (!this.#start) return { verdict: "running", ...open, dueAt: null };
    const dueAt = businessDayRule && this.#hours?.due(this.#start.at, businessDayRule, days);
    if (!dueAt) return { verdict: "not-judged", ...open, dueAt: null };
    const isLate = wallAt(this.#stop ?? this.#timeline.marks.end, this.#start) > dueAt;
    return { verdict: isLate ? "late" : this.#stop ? "met" : "running", ...open, dueAt };
  }

  /** The promise means these steps and no others: what lies between them does not count. */
  againstSteps(covers: readonly StepKey[], limitSeconds: number | null): PromiseVerdict {
    const covered = this.#timeline.steps.filter(({ key }) => covers.includes(key));
    const elapsedMs = this.#counted.ms(
      covered.flatMap(({ runs }) => runs),
      this.#judges,
    );
    const isOver = covered.every(({ state }) => state === "done" || state === "not-needed");
    return {
      verdict: against(elapsedMs, limitSeconds, isOver),
      limitSeconds,
      elapsedMs,
      dueAt: null,
      leftMs: limitSeconds === null ? null : limitSeconds * 1_000 - elapsedMs,
    };
  }

  /** Of the steps that the promise means; without `covers` of all, up to its stop. */
  spent(plan: readonly PlannedStep[], covers: readonly StepKey[] | undefined): Spent {
    const { steps, stretches } = this.#timeline;
    const runsOf = ({ key, runs }: Timeline["steps"][number]): readonly Run[] => {
      if (covers) return covers.includes(key) ? runs : [];
      return this.#span.flatMap(({ from, to }) => clip(runs, from, to));
    };
    const performedBy = (who: PlannedStep["performer"]): number =>
      this.#counted.ms(steps.filter((_, index) => plan[index]?.performer === who).flatMap(runsOf), RUNNING);
    const meant = covers ? steps.flatMap(runsOf) : this.#span;
    return {
      libraryMs: performedBy("officer"),
      applicantMs: performedBy("applicant"),
      pauses: pausesByReason(meant.flatMap(({ from, to }) => clip(stretches, from, to))),
    };
  }

  readonly #judges = (pause: PauseReason | null): boolean =>
    this.#judging.figure === "gross" || pause === null;

  #elapsedMs(counts: (pause: PauseReason | null) => boolean): number | null {
    return this.#start && this.#counted.ms(this.#span, counts);
  }

  /** Empty until the promise's clock starts. */
  get #span(): readonly Run[] {
    return this.#start ? [{ from: this.#start, to: this.#stop ?? this.#timeline.marks.end }] : [];
  }

  #dueAfter(start: Point, ms: number): Date | null {
    if (!this.#judging.countsOpenHoursOnly || !this.#hours) return new Date(start.at.getTime() + ms);
    return this.#hours.afterOpenMs(start.at, ms) ?? null;
  }
}

/** What the wall clock says there; where it was set back meanwhile, the time that has passed, or it would make late work punctual. */
function wallAt({ at, offsetMs }: Point, start: Point): Date {
  const passed = start.at.getTime() + offsetMs - start.offsetMs;
  return passed - at.getTime() > CLOCK_TOLERANCE_MS ? new Date(passed) : at;
}

/** Where the document starts its clock: null until then. */
function startOf({ promise }: Standard, { steps, marks }: Timeline): Point | null {
  const start = promise.excludesQueue ? marks.served : marks.start;
  const step = steps.find(({ key }) => key === promise.startsAfter);
  if (!step) return start;
  return step.state === "done" || step.state === "not-needed" ? (step.settled ?? start) : null;
}

/** An answer names steps of one list; a channel with a list of its own is not judged by a part of them. */
const speaksOf = (covers: readonly StepKey[], plan: readonly PlannedStep[]): boolean =>
  covers.every((covered) => plan.some(({ key }) => key === covered));

/** The sum of the targets, without conditional steps that did not happen. Null where steps are untimed. */
export function expectedSumSeconds(
  standard: Standard,
  plan: readonly PlannedStep[],
  { service, steps }: Timeline,
): number | null {
  const sum = service && stepSumSeconds(standard, service);
  if (sum === null) return null;
  const avoided = plan.filter(
    ({ isConditional }, index) => isConditional && steps[index]?.state === "not-needed",
  );
  return avoided.reduce((total, { targetSeconds }) => total - (targetSeconds ?? 0), sum);
}
