import { rmSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { bundleOfClone } from "../../service-install/release/bundle.ts";
import { ensureDebianPackages } from "../setup/debian-packages.ts";
import { type CrashReport, crashTest } from "./crash-test.ts";

/** `npm run test:crash -- --kills 200 --stores 1 --seed 7`; what it prints at the end is the report. */
const { values } = parseArgs({
  options: {
    kills: { type: "string", default: "1000" },
    stores: { type: "string", default: "2" },
    seed: { type: "string", default: String(Date.now() % 1_000_000) },
  },
});
const [kills, stores, seed] = [values.kills, values.stores, values.seed].map(Number);
if (!kills || !stores || seed === undefined || Number.isNaN(seed)) {
  process.stdout.write("usage: npm run test:crash [-- --kills 1000] [--stores 2] [--seed n]\n");
  process.exit(64);
}
const missing = ensureDebianPackages((line) => process.stdout.write(`${line}\n`));
if (missing) {
  process.stdout.write(`${missing}\n`);
  process.exit(1);
}

// A start is most of what a kill costs: every daemon starts from one bundle, and from what the first one compiled of it.
const made = path.resolve(`node_modules/.cache/titian-crash-${process.pid}`);
process.once("exit", () => rmSync(made, { recursive: true, force: true }));
await bundleOfClone({ titian: "src/bridge/main.ts" }, made);
const entry = path.join(made, "titian.mjs");
process.env["NODE_COMPILE_CACHE"] = path.join(made, "compiled");

const startMs = performance.now();
const minutes = (): string => ((performance.now() - startMs) / 60_000).toFixed(1);
let sofar = 0;
const onKill = (): void => {
  sofar += 1;
  if (sofar % 25 === 0) process.stdout.write(`${sofar} kills in ${minutes()} minutes\n`);
};
process.stdout.write(`seed ${seed}\n`);
const share = Math.ceil(kills / stores);
const reports = await Promise.all(
  Array.from({ length: stores }, (_, store) =>
    crashTest({ kills: share, seed: seed + store, entry, onKill }),
  ),
);

const sum = (figure: (report: CrashReport) => number): number =>
  reports.reduce((total, report) => total + figure(report), 0);
const merged = (table: (report: CrashReport) => ReadonlyMap<string, number>): string => {
  const all = new Map<string, number>();
  for (const report of reports)
    for (const [name, count] of table(report)) all.set(name, (all.get(name) ?? 0) + count);
  return [...all].map(([name, count]) => `${name} ${count}`).join(", ") || "none";
};
const breaches = reports.flatMap((report) => report.breaches);
process.stdout.write(`
kills            ${sum((report) => report.kills)} in ${minutes()} minutes, on ${stores} stores
starts           ${sum((report) => report.starts)}
wishes           ${sum((report) => report.wishes)}, repeated with their key ${sum((report) => report.replayed)}
jobs             ${sum((report) => report.jobs)}
cards in trays   ${sum((report) => report.cardsOut)}
found by starts  ${merged((report) => report.foundIn)}
refusals         ${merged((report) => report.refusals)}
breaches         ${breaches.length}
${breaches.map((breach) => `  - ${breach}\n`).join("")}`);
process.exitCode = breaches.length === 0 ? 0 : 1;
