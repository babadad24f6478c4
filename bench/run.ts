import { writeFileSync } from "node:fs";
import os from "node:os";
import { BENCHES, type Bench } from "./benches.ts";
import type { Measurement } from "./measurement.ts";

/** One run can land on either side of a bound: round trips were seen between 2.2 and 5 times the floor on one machine. */
const REPEATS = 5;

interface Outcome {
  readonly bench: Bench;
  /** The repeat with the median ratio. */
  readonly middle: Measurement;
  /** Ascending. */
  readonly ratios: readonly number[];
}

const ratioOf = ({ ours, floor }: Measurement): number => ours / floor;

function isKept({ atMost = Number.POSITIVE_INFINITY, atLeast = 0 }: Bench, ratio: number): boolean {
  return ratio <= atMost && ratio >= atLeast;
}

function boundOf({ atMost, atLeast }: Bench): string {
  if (atMost !== undefined) return `at most ${atMost}`;
  return atLeast === undefined ? "watched" : `at least ${atLeast}`;
}

async function repeat(bench: Bench): Promise<Outcome> {
  const all: Measurement[] = [];
  for (let turn = 0; turn < REPEATS; turn++) all.push(await bench.measure());
  const sorted = all.toSorted((a, b) => ratioOf(a) - ratioOf(b));
  const middle = sorted[Math.floor(REPEATS / 2)];
  if (!middle) throw new Error("nothing was measured");
  return { bench, middle, ratios: sorted.map(ratioOf) };
}

const number = (value: number): string => value.toLocaleString("en-US", { maximumSignificantDigits: 3 });
const rangeOf = (ratios: readonly number[]): string =>
  `${number(ratios[0] ?? 0)} to ${number(ratios.at(-1) ?? 0)}`;

/** The bound, and in how many repeats it held: a median that passes hides the ones that did not. */
function verdictOf({ bench, middle, ratios }: Outcome): string {
  const bound = boundOf(bench);
  if (bound === "watched") return bound;
  const kept = ratios.filter((ratio) => isKept(bench, ratio)).length;
  const text = `${bound}; held ${kept} of ${REPEATS}`;
  return isKept(bench, ratioOf(middle)) ? text : `**${text}: missed**`;
}

/** Written only when everything was measured: a page of some figures would pass for all of them. */
function writePage(outcomes: readonly Outcome[]): void {
  const rows = outcomes.map((outcome) => {
    const { bench, middle, ratios } = outcome;
    const { ours, floor, unit } = middle;
    const figures = [`${number(ours)} ${unit}`, bench.floor, `${number(floor)} ${unit}`];
    const cells = [bench.title, ...figures, number(ratioOf(middle)), rangeOf(ratios), verdictOf(outcome)];
    return `| ${cells.join(" | ")} |`;
  });
  const processor = os.cpus()[0]?.model.trim() ?? "unknown processor";
  const page = `# Benchmarks

Written by \`npm run bench\`. Ours and the floor are measured in one run on one machine; only the ratio travels to another.
Everything is measured ${REPEATS} times: the figures are those of the median ratio, the range is all of them.
${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${os.cpus().length} × ${processor}, ${os.type()}, load ${number(os.loadavg()[0] ?? 0)}.

| what | ours | floor | floor's figure | ratio | range | bound |
|---|---|---|---|---|---|---|
${rows.join("\n")}
`;
  writeFileSync(new URL("results.md", import.meta.url), page);
}

/** `npm run bench -- raw printer`: those whose title has every word. `-- million cases` takes an hour. */
const words = process.argv.slice(2).map((word) => word.toLowerCase());
const isNamed = ({ title }: Bench): boolean => words.every((word) => title.toLowerCase().includes(word));
const chosen = BENCHES.filter((bench) => isNamed(bench) && (!bench.isApart || words.length > 0));
if (chosen.length === 0) throw new Error(`no bench has these words: ${words.join(" ")}`);

const outcomes: Outcome[] = [];
for (const bench of chosen) {
  const outcome = await repeat(bench);
  outcomes.push(outcome);
  const { ours, floor, unit } = outcome.middle;
  const figures = `${number(ours)} ${unit}, ${number(ratioOf(outcome.middle))} × ${bench.floor} of ${number(floor)} ${unit}`;
  process.stdout.write(`${bench.title}: ${figures} (${rangeOf(outcome.ratios)}), ${verdictOf(outcome)}\n`);
}
if (words.length === 0) writePage(outcomes);
process.exitCode = outcomes.every(({ bench, middle }) => isKept(bench, ratioOf(middle))) ? 0 : 1;
