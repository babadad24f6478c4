import { BusinessHours } from "./business-days.ts";
import { type Calendar, calendarOf } from "./calendar.ts";
import type { Figure, StepKey } from "./case-event.ts";
import type { Point } from "./elapsed.ts";
import type { PlannedStep } from "./plan.ts";
import { stepSumSeconds } from "./service.ts";
import type { BusinessDayRule, Standard } from "./standard.ts";
import { clip } from "./stretch.ts";
import type { Timeline } from "./timeline.ts";
import { against, type Verdict } from "./verdict.ts";

export interface Judging {
  readonly figure: Figure;
  /** For business days, and for `countsOpenHoursOnly`. Without it the standard's own hours, if it states any. */
  readonly calendar?: Calendar;
  /** Time while the library is closed does not count towards a promise in minutes. */
  readonly countsOpenHoursOnly?: boolean;
  /** The library's own reading of a promise in days; left out, the standard's. */
  readonly businessDayRule?: BusinessDayRule;
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
): { readonly published: PromiseVerdict; readonly stepSum: PromiseVerdict } {
  const clock = new PromiseClock(standard, timeline, judging);
  const { covers, published } = standard.promise;
  const stepSum = clock.against(expectedSumSeconds(standard, plan, timeline));
  const judged =
    published.unit === "business-day"
      ? clock.againstDays(published.value)
      : typeof covers === "string"
        ? clock.against(published.seconds)
        : speaksOf(covers, plan)
          ? againstSteps(covers, published.seconds, timeline, judging)
          : clock.against(null);
  return {
    published: isJudged ? judged : { ...judged, verdict: "not-judged" },
    stepSum: isJudged && covers === "unresolved" ? stepSum : { ...stepSum, verdict: "not-judged" },
  };
}

/** From the promise's own start to its own stop, counted as the library has set. */
class PromiseClock {
  readonly #standard: Standard;
  readonly #timeline: Timeline;
  readonly #judging: Judging;
  readonly #hours: BusinessHours | undefined;
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
    this.#start = startOf(standard, timeline);
    this.#stop = standard.promise.stop === "ready" ? timeline.marks.ready : timeline.marks.taken;
  }

  against(limitSeconds: number | null): PromiseVerdict {
    const elapsedMs = this.#elapsedMs((pause) => this.#judging.figure === "gross" || pause === null);
    if (limitSeconds === null || elapsedMs === null || !this.#start)
      return {
        verdict: limitSeconds === null ? "not-judged" : "running",
        limitSeconds,
        elapsedMs,
        dueAt: null,
        leftMs: null,
      };
    const pausedMs = this.#judging.figure === "net" ? (this.#elapsedMs((pause) => pause !== null) ?? 0) : 0;
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
    const own = this.#standard.promise.businessDayRule;
    const businessDayRule = own && (this.#judging.businessDayRule ?? own);
    const elapsedMs = this.#elapsedMs(() => true);
    const open = { limitSeconds: null, elapsedMs, leftMs: null };
    if (!this.#start) return { verdict: "running", ...open, dueAt: null };
    const dueAt = businessDayRule && this.#hours?.due(this.#start.at, businessDayRule, days);
    if (!dueAt) return { verdict: "not-judged", ...open, dueAt: null };
    const isLate = (this.#stop?.at ?? this.#timeline.marks.end.at) > dueAt;
    return { verdict: isLate ? "late" : this.#stop ? "met" : "running", ...open, dueAt };
  }

  #elapsedMs(counts: (pause: string | null) => boolean): number | null {
    if (!this.#start) return null;
    const { stretches, marks } = this.#timeline;
    let total = 0;
    for (const { from, to, pause } of clip(stretches, this.#start, this.#stop ?? marks.end)) {
      const ms = to.offsetMs - from.offsetMs;
      const openMs = this.#judging.countsOpenHoursOnly ? this.#hours?.openMs(from.at, to.at) : undefined;
      if (counts(pause)) total += Math.min(ms, openMs ?? ms);
    }
    return total;
  }

  #dueAfter(start: Point, ms: number): Date | null {
    if (!this.#judging.countsOpenHoursOnly || !this.#hours) return new Date(start.at.getTime() + ms);
    return this.#hours.afterOpenMs(start.at, ms) ?? null;
  }
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

/** The promise means these steps and no others: what lies between them does not count. */
function againstSteps(
  covers: readonly StepKey[],
  limitSeconds: number | null,
  { steps }: Timeline,
  { figure }: Judging,
): PromiseVerdict {
  const covered = steps.filter(({ key }) => covers.includes(key));
  const elapsedMs = covered.reduce(
    (total, { grossMs, netMs }) => total + ((figure === "gross" ? grossMs : netMs) ?? 0),
    0,
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
