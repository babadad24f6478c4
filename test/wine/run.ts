import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { TEMPLATES } from "../../src/cards/templates/installed.ts";
import { differenceTo, goldenOf, readSheet } from "../cards/golden.ts";
import { inside, wineRoot } from "./build-wine.ts";
import { EXPECTED } from "./expected.ts";

/** `npm run test:wine`: the real winspool calls in node.exe, against Wine's spooler and a private CUPS. As root, on Debian. */

const project = path.resolve(import.meta.dirname, "../..");
const cache = path.join(project, "node_modules/.cache/titian-wine");
const say = (line: string): void => void process.stdout.write(`${line}\n`);

if (process.getuid?.() !== 0 || !existsSync("/usr/sbin/debootstrap")) {
  say("This needs root and debootstrap: sudo apt-get install debootstrap");
  process.exit(64);
}
const { dependencies, optionalDependencies } = JSON.parse(
  readFileSync(path.join(project, "package.json"), "utf8"),
);
say("Preparing Wine (some minutes the first time)");
const { root, modules } = wineRoot(cache, { ...dependencies, ...optionalDependencies });
const sources = ["src", "drivers", "test"].map((name) => ({
  from: path.join(project, name),
  at: `/titian/${name}`,
}));
const mounts = [...sources, { from: modules, at: "/titian/node_modules" }];
const results = path.join(root, "results");

say("Running");
inside(root, mounts, ["/bin/sh", "-c", "mkdir -p /results; exec sh /titian/test/wine/session.sh"], 400_000, {
  isOffline: true,
});

const read = (name: string): Buffer => readFileSync(path.join(results, name));
const seen: Record<string, unknown> = {
  ...JSON.parse(read("results.json").toString()),
  printedBytesAreTheSame: read("printed.bin").equals(read("sent.bin")),
  stoppedQueueHoldsTheJob: read("waiting.txt").toString().startsWith("Meja_2-"),
};
let isGood = true;
for (const [name, expected] of Object.entries(EXPECTED)) {
  const isSame = JSON.stringify(seen[name]) === JSON.stringify(expected);
  isGood &&= isSame;
  say(`${isSame ? "✓" : "✗"} ${name}`);
  if (!isSame) say(`    expected ${JSON.stringify(expected)}\n    seen     ${JSON.stringify(seen[name])}`);
}
for (const { name } of TEMPLATES) {
  const { changed, allowed } = await differenceTo(goldenOf(name), await readSheet(read(`card-${name}.png`)));
  isGood &&= changed <= allowed;
  say(`${changed <= allowed ? "✓" : "✗"} card ${name}: ${changed} pixels differ, ${Math.floor(allowed)} may`);
}
process.exit(isGood ? 0 : 1);
