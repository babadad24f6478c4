import { writeFileSync } from "node:fs";
import os from "node:os";
import { previewRate, shutter, viewersMemory } from "./camera.ts";
import { cardRender } from "./card-render.ts";
import { eventAppend } from "./event-append.ts";
import { idleMemory } from "./idle-memory.ts";
import { largestRawPrint } from "./raw-print.ts";
import { roundTrip, throughput } from "./round-trip.ts";
import { startToReady } from "./start-to-ready.ts";

interface Measurement {
  readonly ours: number;
  readonly floor: number;
  readonly unit: string;
}

interface Bench {
  readonly title: string;
  /** What ours is compared with, in the same run on the same machine. */
  readonly floor: string;
  measure(): Promise<Measurement>;
  /** Of ours divided by the floor. Without one the figure is only watched. */
  readonly atMost?: number;
  readonly atLeast?: number;
}

const BENCHES: readonly Bench[] = [
  { title: "Round trip of system.ping, p50", floor: "bare ws echo", measure: roundTrip, atMost: 3 },
  { title: "Pipelined throughput", floor: "bare ws echo", measure: throughput, atLeast: 0.4 },
  { title: "Idle memory of the daemon", floor: "bare fastify and ws", measure: idleMemory, atMost: 1.6 },
  {
    title: "Card drawn, encoded and read back",
    floor: "canvas encoding the same bitmap",
    measure: cardRender,
  },
  {
    title: "Event append, durable",
    floor: "bare node:sqlite insert, same synchronous",
    measure: eventAppend,
  },
  {
    title: "Live preview of a webcam",
    floor: "the same ffmpeg, counted",
    measure: previewRate,
    atLeast: 0.95,
  },
  { title: "Shutter to whole JPEG", floor: "next picture of the same ffmpeg", measure: shutter, atMost: 1.5 },
  { title: "Memory with five viewers", floor: "one viewer", measure: viewersMemory, atMost: 1.15 },
  { title: "Raw job of 5 MB to a network printer", floor: "bare net.Socket", measure: largestRawPrint },
  { title: "Start of the demo to ready", floor: "node -e 0", measure: startToReady },
];

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

const outcomes: Outcome[] = [];
for (const bench of BENCHES) {
  const outcome = await repeat(bench);
  outcomes.push(outcome);
  const ratio = `${number(ratioOf(outcome.middle))} × ${bench.floor} (${rangeOf(outcome.ratios)})`;
  process.stdout.write(`${bench.title}: ${ratio}, ${verdictOf(outcome)}\n`);
}

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
process.exitCode = outcomes.every(({ bench, middle }) => isKept(bench, ratioOf(middle))) ? 0 : 1;
