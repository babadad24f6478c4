import type { Moment } from "../kernel/types.ts";

/** Beyond this the wall clock was set, by hand or by a flat CMOS battery; adjustment by NTP stays far below. */
export const CLOCK_TOLERANCE_MS = 2_000;

/** A place on the case's own time axis: milliseconds since its first event, and what the wall clock said there. */
export interface Point {
  readonly offsetMs: number;
  readonly at: Date;
}

export interface Elapsed {
  readonly ms: number;
  /** The two clocks contradict each other, or one of them went backwards. */
  readonly isSuspect: boolean;
}

/** Monotonic time within one boot. Between boots, and between desks, only the wall clock is left; it never counts backwards. */
export function elapsed(from: Moment, to: Moment): Elapsed {
  const wallMs = to.at.getTime() - from.at.getTime();
  if (from.bootId !== to.bootId) return { ms: Math.max(0, wallMs), isSuspect: wallMs < -CLOCK_TOLERANCE_MS };

  const monotonicMs = to.monotonicMs - from.monotonicMs;
  const isSuspect = monotonicMs < 0 || Math.abs(wallMs - monotonicMs) > CLOCK_TOLERANCE_MS;
  return { ms: Math.max(0, monotonicMs), isSuspect };
}

/**
 * Where a wall time named by a person lies on the axis. Between two events it cannot lie beyond the second, even when the
 * wall clock jumped in between.
 */
export function placeOf(at: Date, points: readonly Point[]): Point {
  const before = points.findLast((point) => point.at <= at);
  const anchor = before ?? points[0];
  if (!anchor) return { offsetMs: 0, at };
  const offsetMs = anchor.offsetMs + (at.getTime() - anchor.at.getTime());
  const next = before && points[points.indexOf(before) + 1];
  return { offsetMs: next ? Math.min(offsetMs, next.offsetMs) : offsetMs, at };
}
