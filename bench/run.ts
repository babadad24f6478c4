import { writeFileSync } from "node:fs";
import os from "node:os";
import { cardRender } from "./card-render.ts";
import { eventAppend } from "./event-append.ts";
import { idleMemory } from "./idle-memory.ts";
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
  { title: "Start of the demo to ready", floor: "node -e 0", measure: startToReady },
];

const ratioOf = ({ ours, floor }: Measurement): number => ours / floor;

function isKept({ atMost = Number.POSITIVE_INFINITY, atLeast = 0 }: Bench, ratio: number): boolean {
  return ratio <= atMost && ratio >= atLeast;
}

function boundOf({ atMost, atLeast }: Bench): string {
  if (atMost !== undefined) return `at most ${atMost}`;
  return atLeast === undefined ? "watched" : `at least ${atLeast}`;
}

const number = (value: number): string => value.toLocaleString("en-US", { maximumSignificantDigits: 4 });

const results: { readonly bench: Bench; readonly measured: Measurement }[] = [];
for (const bench of BENCHES) {
  const measured = await bench.measure();
  results.push({ bench, measured });
  const ratio = ratioOf(measured);
  const mark = isKept(bench, ratio) ? "✓" : "✗";
  process.stdout.write(
    `${mark} ${bench.title}: ${number(measured.ours)} ${measured.unit}, ${number(ratio)} × ${bench.floor} (${boundOf(bench)})\n`,
  );
}

const rows = results.map(({ bench, measured }) => {
  const ratio = ratioOf(measured);
  const verdict = isKept(bench, ratio) ? boundOf(bench) : `**${boundOf(bench)}: missed**`;
  const cells = [bench.title, `${number(measured.ours)} ${measured.unit}`, bench.floor];
  return `| ${[...cells, `${number(measured.floor)} ${measured.unit}`, number(ratio), verdict].join(" | ")} |`;
});
const page = `# Benchmarks

Written by \`npm run bench\`. Both columns come from one run on one machine; only the ratio travels to another.
${new Date().toISOString().slice(0, 10)}, Node ${process.versions.node}, ${os.cpus().length} × ${os.cpus()[0]?.model.trim() ?? "unknown processor"}, ${os.type()}.

| what | ours | floor | floor's figure | ratio | bound |
|---|---|---|---|---|---|
${rows.join("\n")}
`;
writeFileSync(new URL("results.md", import.meta.url), page);
process.exitCode = results.every(({ bench, measured }) => isKept(bench, ratioOf(measured))) ? 0 : 1;
