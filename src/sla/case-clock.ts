import type { Moment } from "../kernel/types.ts";
import { CLOCK_TOLERANCE_MS, elapsed, type Point } from "./elapsed.ts";

/** A clock's reading, and where on the case's own time axis it was taken. */
interface Reading {
  readonly moment: Moment;
  /** Not rounded. */
  readonly exactMs: number;
}

export interface CaseClock {
  /** Null before the first event. */
  readonly last: Reading | null;
  /** Of every other computer, or start of one, that has written about the case: its own last reading. */
  readonly others: ReadonlyMap<string, Reading>;
}

export const NEW_CLOCK: CaseClock = { last: null, others: new Map() };

/** The clock after an event: the reading that it leaves is kept for when the case comes back to that desk. */
export function moved({ last, others }: CaseClock, reading: Reading): CaseClock {
  const isAnother = last !== null && last.moment.bootId !== reading.moment.bootId;
  return { last: reading, others: isAnother ? new Map(others).set(last.moment.bootId, last) : others };
}

/**
 * Where a moment lies on the case's axis. A desk to which the case comes back has counted on all the while: its own count
 * is worth more than two wall clocks that need not agree. Nothing ever lies before what came first.
 */
export function placeAt(
  { last, others }: CaseClock,
  moment: Moment,
): Reading & { readonly isSuspect: boolean } {
  if (!last) return { moment, exactMs: 0, isSuspect: false };
  const { ms, isSuspect } = elapsed(last.moment, moment);
  const byWall = last.exactMs + ms;
  const own = last.moment.bootId === moment.bootId ? undefined : others.get(moment.bootId);
  if (!own) return { moment, exactMs: byWall, isSuspect };
  const here = elapsed(own.moment, moment);
  const counted = own.exactMs + here.ms;
  const disagrees = Math.abs(counted - byWall) > CLOCK_TOLERANCE_MS;
  return {
    moment,
    exactMs: Math.max(last.exactMs, counted),
    isSuspect: isSuspect || here.isSuspect || disagrees,
  };
}

/** Rounded once, so that parts add up to the whole. */
export const pointOf = ({ moment, exactMs }: Reading): Point => ({
  offsetMs: Math.round(exactMs),
  at: moment.at,
});
