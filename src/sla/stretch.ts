import type { PauseReason } from "./case-event.ts";
import type { CaseState } from "./case-state.ts";
import type { Point } from "./elapsed.ts";
import type { Run } from "./work-item.ts";

/** Time between two neighbouring events: wholly paused for one reason, or wholly running. */
export interface Stretch {
  readonly from: Point;
  readonly to: Point;
  readonly pause: PauseReason | null;
}

/** The case from start to end without a hole and without overlap. */
export function stretchesOf(
  state: CaseState,
  { start, end }: { readonly start: Point; readonly end: Point },
): readonly Stretch[] {
  const inside = state.points.filter(({ offsetMs }) => offsetMs > start.offsetMs && offsetMs < end.offsetMs);
  const marks = [start, ...inside, end];
  return marks.slice(1).flatMap((to, index) => {
    const from = marks[index] ?? to;
    if (to.offsetMs <= from.offsetMs) return [];
    const pause = state.pauses.find(
      (candidate) =>
        candidate.from.offsetMs <= from.offsetMs && (candidate.to?.offsetMs ?? Infinity) > from.offsetMs,
    );
    return [{ from, to, pause: pause?.reason ?? null }];
  });
}

/** Only what of them, stretches or runs, lies between the two places; the wall clock is carried along. */
export const clip = <T extends Run>(times: readonly T[], from: Point, to: Point): readonly T[] =>
  times.flatMap((time) => {
    const first = time.from.offsetMs < from.offsetMs ? from : time.from;
    const last = time.to.offsetMs > to.offsetMs ? to : time.to;
    return first.offsetMs < last.offsetMs ? [{ ...time, from: first, to: last }] : [];
  });

export const totalMs = (
  stretches: readonly Stretch[],
  counts: (pause: PauseReason | null) => boolean,
): number =>
  stretches.reduce(
    (total, { from, to, pause }) => total + (counts(pause) ? to.offsetMs - from.offsetMs : 0),
    0,
  );
