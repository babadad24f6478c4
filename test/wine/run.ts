import { readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { DEBIAN_PACKAGES, ensureDebianPackages } from "../setup/debian-packages.ts";
import { wineRoot } from "./build-wine.ts";
import type { Check } from "./check.ts";
import { playSpooler } from "./spooler/play.ts";
import { expectedOf } from "./walk/expected.ts";
import { playWalk } from "./walk/play.ts";

/** `npm run test:wine`: the printers' calls and the setup program, on Wine. As root, on Debian. README.md says what it shows. */

const project = path.resolve(import.meta.dirname, "../..");
const cache = path.join(project, "node_modules/.cache/titian-wine");
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const { values } = parseArgs({
  options: {
    only: { type: "string" },
    /** The first setup file as people get it: three minutes of compressing, and each of its installations unpacks all of it. */
    "as-released": { type: "boolean", default: false },
  },
});

const missing = ensureDebianPackages(say, [
  { name: "debootstrap", provides: ["/usr/sbin/debootstrap"], for: "a Debian with Wine" },
  { name: "iproute2", provides: ["/usr/sbin/ip", "/bin/ip"], for: "a network without anything in it" },
  ...DEBIAN_PACKAGES.filter(({ name }) => name === "nsis"),
]);
if (missing || process.getuid?.() !== 0) {
  say(missing ?? "This needs root: it mounts a Debian with Wine.");
  process.exit(64);
}
const { dependencies, optionalDependencies } = JSON.parse(
  readFileSync(path.join(project, "package.json"), "utf8"),
);
say("Preparing Wine (some minutes the first time)");
const wine = wineRoot(cache, { ...dependencies, ...optionalDependencies }, say);

const checks: Check[] = [];
if (values.only !== "walk") checks.push(...(await playSpooler(wine, project)));
if (values.only !== "spooler") checks.push(...(await walk()));
const wrong = checks.filter(({ expected, seen }) => seen !== expected);
for (const check of checks) {
  say(`${wrong.includes(check) ? "✗" : "✓"} ${check.name}: ${check.seen ?? "nothing"}`);
  if (wrong.includes(check)) say(`    expected ${check.expected}`);
}
process.exit(wrong.length === 0 ? 0 : 1);

async function walk(): Promise<readonly Check[]> {
  const { old, next, seen } = await playWalk({
    ...{ root: wine.root, cache, say, isAsReleased: values["as-released"] },
  });
  return Object.entries(expectedOf(old, next)).map(([name, expected]) => ({
    ...{ name, expected, seen: seen.get(name) },
  }));
}
