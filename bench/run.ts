import os from "node:os";
import { ensureDebianPackages } from "../test/setup/debian-packages.ts";
import { BENCHES, type Bench } from "./benches.ts";
import type { Measurement } from "./measurement.ts";
import { figuresOf, isKept, type Outcome, rangeOf, ratioOf, verdictOf } from "./outcome.ts";
import { keep } from "./results-page.ts";

/** One run can land on either side of a bound: round trips were seen between 2.2 and 5 times the floor on one machine. */
const REPEATS = 5;

const processor = os.cpus()[0]?.model.trim() ?? "unknown processor";
const machine = `Node ${process.versions.node}, ${os.cpus().length} × ${processor}, ${os.type()}`;

async function repeat({ title, repeats = REPEATS, measure }: Bench): Promise<Outcome> {
  const all: Measurement[] = [];
  for (let turn = 0; turn < repeats; turn++) all.push(await measure());
  const sorted = all.toSorted((a, b) => ratioOf(a) - ratioOf(b));
  const middle = sorted[Math.floor(repeats / 2)];
  if (!middle) throw new Error("nothing was measured");
  const day = new Date().toISOString().slice(0, 10);
  return { title, middle, ratios: sorted.map(ratioOf), day, load: os.loadavg()[0] ?? 0, machine };
}

/** `npm run bench -- raw printer`: those whose title has every word. `-- million cases` takes an hour. */
const words = process.argv.slice(2).map((word) => word.toLowerCase());
const isNamed = ({ title }: Bench): boolean => words.every((word) => title.toLowerCase().includes(word));
const chosen = BENCHES.filter((bench) => isNamed(bench) && (!bench.isApart || words.length > 0));
if (chosen.length === 0) throw new Error(`no bench has these words: ${words.join(" ")}`);

const missing = ensureDebianPackages((line) => void process.stdout.write(`${line}\n`));
if (missing) throw new Error(missing);

let areAllKept = true;
for (const bench of chosen) {
  const outcome = await repeat(bench);
  keep(outcome);
  const [ours, floor, floorFigure, ratio] = figuresOf(bench, outcome);
  const figures = `${ours}, ${ratio} × ${floor} of ${floorFigure} (${rangeOf(outcome)})`;
  process.stdout.write(`${bench.title}: ${figures}, ${verdictOf(bench, outcome)}\n`);
  areAllKept &&= isKept(bench, ratioOf(outcome.middle));
}
// The database of the members is a process of its own and would keep this one.
process.exit(areAllKept ? 0 : 1);
