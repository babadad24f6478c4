import type { Moment } from "../../kernel/types.ts";
import type { RunPhase } from "./places.ts";

/** Between boots only the wall clock is left; a clock that was set back makes no time go backwards. */
export function elapsedMs(from: Moment, to: Moment): number {
  const ms =
    from.bootId === to.bootId ? to.monotonicMs - from.monotonicMs : to.at.getTime() - from.at.getTime();
  return Math.max(0, ms);
}

/** How long each phase of a machine takes, ms. */
export interface MachineTimes {
  readonly warmUpMs: number;
  readonly laminateMs: number;
  readonly coolMs: number;
}

export interface RunTimes {
  readonly startedAt: Moment;
  readonly coolingAt: Moment | undefined;
}

export interface PhaseNow {
  readonly phase: RunPhase;
  readonly elapsedMs: number;
  readonly totalMs: number;
}

/**
 * Where a run is. It waits for a machine that was switched on too late, and a machine of which nobody has said that it is on
 * counts as warm: whoever put the cards in knows better. `laminating` lasts until somebody says that the cards are out.
 */
export function phaseOf(
  { startedAt, coolingAt }: RunTimes,
  switchedOnAt: Moment | undefined,
  times: MachineTimes,
  now: Moment,
): PhaseNow {
  if (coolingAt) return { phase: "cooling", elapsedMs: elapsedMs(coolingAt, now), totalMs: times.coolMs };

  const coldMs = switchedOnAt ? times.warmUpMs - elapsedMs(switchedOnAt, startedAt) : 0;
  const sinceStartMs = elapsedMs(startedAt, now);
  if (coldMs > sinceStartMs) return { phase: "warming", elapsedMs: sinceStartMs, totalMs: coldMs };
  return {
    phase: "laminating",
    elapsedMs: sinceStartMs - Math.max(0, coldMs),
    totalMs: times.laminateMs,
  };
}

export const leftMs = ({ elapsedMs, totalMs }: PhaseNow): number => Math.max(0, totalMs - elapsedMs);
