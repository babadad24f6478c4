import type { BusinessHours } from "./business-days.ts";
import type { PauseReason } from "./case-event.ts";
import { CLOCK_TOLERANCE_MS, type Point } from "./elapsed.ts";
import { clip, type Stretch } from "./stretch.ts";
import type { Run } from "./work-item.ts";

type Counts = (pause: PauseReason | null) => boolean;

/** How much of a case's time the library counts: all of it, or only its opening hours. */
export class CountedTime {
  readonly #stretches: readonly Stretch[];
  readonly #hours: BusinessHours | undefined;

  constructor(stretches: readonly Stretch[], hours: BusinessHours | undefined) {
    this.#stretches = stretches;
    this.#hours = hours;
  }

  ms(runs: readonly Run[], counts: Counts): number {
    let total = 0;
    for (const { from, to, pause } of runs.flatMap((run) => clip(this.#stretches, run.from, run.to)))
      if (counts(pause)) total += this.#between(from, to);
    return total;
  }

  #between(from: Point, to: Point): number {
    const ms = to.offsetMs - from.offsetMs;
    if (!this.#hours) return ms;
    const [began, ended] = [from.at.getTime(), to.at.getTime()];
    if (Math.abs(ended - began - ms) <= CLOCK_TOLERANCE_MS)
      return Math.min(ms, this.#hours.openMs(from.at, to.at));
    // The wall clock was set in between and one of its two words is wrong. Neither may make time vanish.
    const [byFirst, byLast] = [
      this.#hours.openMs(from.at, new Date(began + ms)),
      this.#hours.openMs(new Date(ended - ms), to.at),
    ];
    return Math.max(byFirst, byLast);
  }
}
