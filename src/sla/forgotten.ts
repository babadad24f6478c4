import type { Moment } from "../kernel/types.ts";
import { endOfServiceDay } from "./business-days.ts";
import type { Calendar } from "./calendar.ts";
import type { StepKey } from "./case-event.ts";
import { elapsed } from "./elapsed.ts";
import type { Standard } from "./standard.ts";
import type { Timeline } from "./timeline.ts";

/** A step open for longer than this many times its target was forgotten, not worked on. */
const FORGOTTEN_AT = 10;
/** The system takes no timer away from whoever is at work: ten times ten seconds is a printer that warms up. */
const NEVER_CLOSED_BEFORE_MS = 10 * 60_000;
/** Whoever is at the desk when it closes is served to the end. */
const AFTER_CLOSING_MS = 60 * 60_000;

/** `past-target`: more than ten times what the step may take. `past-closing`: nobody ended it when the day was over. */
export const ABANDON_CAUSES = ["past-target", "past-closing"] as const;

interface ForgottenStep {
  readonly step: StepKey;
  readonly why: (typeof ABANDON_CAUSES)[number];
}

export const isForgotten = (netMs: number | null, allowanceSeconds: number | null): boolean =>
  allowanceSeconds !== null && (netMs ?? 0) > allowanceSeconds * 1_000 * FORGOTTEN_AT;

/**
 * The step whose running timer nobody looks after any more. A card that waits for its member is not forgotten, nor is a
 * paused case; what was promised in working days, or asked for online, may lie over night.
 */
export function forgottenStep(
  standard: Standard,
  { status, service, now, steps, asOf }: Timeline,
  calendar: Calendar | undefined,
): ForgottenStep | undefined {
  const step = steps.find(({ key }) => key === now);
  if (status !== "open" || !step?.runningSince) return undefined;
  if (isForgotten(step.netMs, step.allowanceSeconds) && (step.netMs ?? 0) > NEVER_CLOSED_BEFORE_MS)
    return { step: step.key, why: "past-target" };

  if (standard.promise.published.unit === "business-day" || service?.channel === "online") return undefined;
  const isOver = isDayOver(step.runningSince, asOf, standard, calendar);
  return isOver ? { step: step.key, why: "past-closing" } : undefined;
}

/**
 * Whether somebody is at work on the case: a step's timer runs, and the library has not closed since it began. A paused case, a
 * card that waits for its member, a timer that the system has closed, and a step that lies over night are not.
 */
export function isAtWork(
  standard: Standard,
  { status, now, steps, asOf }: Timeline,
  calendar: Calendar | undefined,
): boolean {
  const since = steps.find(({ key }) => key === now)?.runningSince;
  return status === "open" && !!since && !isDayOver(since, asOf, standard, calendar);
}

function isDayOver(
  since: Date,
  asOf: Date,
  { institution }: Standard,
  calendar: Calendar | undefined,
): boolean {
  const over = endOfServiceDay(since, calendar?.timeZone ?? institution.timeZone, calendar);
  return asOf.getTime() > over.getTime() + AFTER_CLOSING_MS;
}

/**
 * Whether the day is over for a number that nobody was served under. Time is what has passed since the ticket: a clock that is
 * set forward sends nobody away, and one set back keeps nobody for a day more.
 */
export function isQueueOver(
  taken: Moment,
  now: Moment,
  { zone, calendar }: { readonly zone: string; readonly calendar: Calendar | undefined },
): boolean {
  const over = endOfServiceDay(taken.at, zone, calendar);
  return taken.at.getTime() + elapsed(taken, now).ms > over.getTime() + AFTER_CLOSING_MS;
}

/** Whether a forgotten timer alone took longer than was promised: then the case says nothing about the service. */
export function isAbandonedCase({ steps }: Timeline, limitSeconds: number | null): boolean {
  if (limitSeconds === null) return false;
  return steps.some(({ isAbandoned, grossMs }) => isAbandoned && (grossMs ?? 0) > limitSeconds * 1_000);
}
