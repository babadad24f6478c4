import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { BENCHES } from "./benches.ts";
import { figuresOf, type Outcome, rangeOf, verdictOf } from "./outcome.ts";

const KEPT = new URL("results.json", import.meta.url);
const PAGE = new URL("results.md", import.meta.url);

/** What each bench showed when it was last run; those of before stand beside the new ones, each with its day. */
export function keep(outcome: Outcome): void {
  const others = kept().filter(({ title }) => title !== outcome.title);
  const all = [...others, outcome];
  const inOrder = BENCHES.flatMap(({ title }) => all.find((one) => one.title === title) ?? []);
  writeFileSync(KEPT, `${JSON.stringify(inOrder, undefined, 2)}\n`);
  writeFileSync(PAGE, page(inOrder));
}

/** Written by nobody but `keep`. */
const kept = (): Outcome[] => (existsSync(KEPT) ? (JSON.parse(readFileSync(KEPT, "utf8")) as Outcome[]) : []);

function page(outcomes: readonly Outcome[]): string {
  const rows = BENCHES.map((bench) => {
    const outcome = outcomes.find(({ title }) => title === bench.title);
    if (!outcome) return `| ${bench.title} | | ${bench.floor} | | | | **not measured yet** | |`;
    const when = `${outcome.day}, load ${outcome.load.toFixed(1)}`;
    const cells = [...figuresOf(bench, outcome), rangeOf(outcome), verdictOf(bench, outcome), when];
    return `| ${bench.title} | ${cells.join(" | ")} |`;
  });
  const machines = [...new Set(outcomes.map(({ machine }) => machine))];
  return `# Benchmarks

Written by \`npm run bench\`. Ours and the floor are measured in one run on one machine; only the ratio travels to another.
Each is measured several times: the figures are those of the median ratio, the range is all of them, the last column says when.
At a load above 2 others had the processors too: such a row's times say little, its ratio something, its memory all.
Machines: ${machines.join("; ")}.

| what | ours | floor | floor's figure | ratio | range | bound | measured |
|---|---|---|---|---|---|---|---|
${rows.join("\n")}
`;
}
