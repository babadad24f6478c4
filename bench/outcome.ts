import type { Bench } from "./benches.ts";
import type { Measurement } from "./measurement.ts";

/** Of one bench: its repeats on one machine, one after the other. */
export interface Outcome {
  readonly title: string;
  /** The repeat with the median ratio. */
  readonly middle: Measurement;
  /** Ascending. */
  readonly ratios: readonly number[];
  /** `2026-11-26`, as the machine had it. */
  readonly day: string;
  /** How many processes wanted a processor at its end, over the last minute. */
  readonly load: number;
  readonly machine: string;
}

export const ratioOf = ({ ours, floor }: Measurement): number => ours / floor;

export function isKept({ atMost = Number.POSITIVE_INFINITY, atLeast = 0 }: Bench, ratio: number): boolean {
  return ratio <= atMost && ratio >= atLeast;
}

const number = (value: number): string => value.toLocaleString("en-US", { maximumSignificantDigits: 3 });

export const rangeOf = ({ ratios }: Outcome): string =>
  `${number(ratios[0] ?? 0)} to ${number(ratios.at(-1) ?? 0)}`;

function boundOf({ atMost, atLeast }: Bench): string {
  if (atMost !== undefined) return `at most ${atMost}`;
  return atLeast === undefined ? "watched" : `at least ${atLeast}`;
}

/** The bound, and in how many repeats it held: a median that passes hides the ones that did not. */
export function verdictOf(bench: Bench, { middle, ratios }: Outcome): string {
  const bound = boundOf(bench);
  if (bound === "watched") return bound;
  const kept = ratios.filter((ratio) => isKept(bench, ratio)).length;
  const text = `${bound}; held ${kept} of ${ratios.length}`;
  return isKept(bench, ratioOf(middle)) ? text : `**${text}: missed**`;
}

/** `66.4 µs`, `bare ws echo`, `48 µs`, `1.38`. */
export function figuresOf({ floor: what }: Bench, { middle }: Outcome): readonly string[] {
  const { ours, floor, unit } = middle;
  return [`${number(ours)} ${unit}`, what, `${number(floor)} ${unit}`, number(ratioOf(middle))];
}
