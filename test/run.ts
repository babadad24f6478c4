import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { ensureDebianPackages } from "./setup/debian-packages.ts";

/** Everything that must hold before a change is done, in the order in which a failure is cheapest. */

interface Step {
  readonly name: string;
  readonly title: string;
  /** Milliseconds; a step that hangs is a failure, not a wait. */
  readonly withinMs: number;
  /** Only when it is asked for: `npm test` stays under ten minutes on two cores. */
  readonly isApart?: boolean;
  /** Resolves to what went wrong, or undefined. */
  run(step: Step): Promise<string | undefined>;
}

const root = path.resolve(import.meta.dirname, "..");
const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** A tool out of node_modules, run by this very Node: no shell, no PATH. */
const tool = (file: string, ...args: string[]) =>
  program(process.execPath, path.join("node_modules", file), ...args);

const program =
  (command: string, ...args: string[]) =>
  (step: Step): Promise<string | undefined> =>
    new Promise((resolve) => {
      const child = spawn(command, args, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
      const timer = setTimeout(() => child.kill("SIGKILL"), step.withinMs);
      const passOn = (signal: NodeJS.Signals): void => void child.kill(signal);
      process.on("SIGTERM", passOn);
      child.once("error", (error) => resolve(`could not start: ${error.message}`));
      child.once("exit", (code, signal) => {
        clearTimeout(timer);
        process.off("SIGTERM", passOn);
        if (code === 0) resolve(undefined);
        else resolve(signal ? `ended by ${signal} (limit ${step.withinMs / 1000} s)` : `exit code ${code}`);
      });
    });

const vitest = (...args: string[]) =>
  tool(
    "vitest/vitest.mjs",
    // Left to itself vitest takes one of two cores, and these wait more than they compute.
    ...["run", "--maxWorkers=2", "--reporter=default", "--reporter=./test/setup/no-silent-skips.ts"],
    ...args,
  );

const MINUTE = 60_000;

/** Whole services, and pages with a browser and a server behind each test: a command of their own, as each takes long. */
const APART = [
  "test/e2e",
  "test/stand-in",
  "test/web/companion",
  "test/web/companion-pages",
  "test/web/ways",
  "test/web/console.test.ts",
  "test/web/scanning.test.ts",
  "test/web/waiting.test.ts",
  "test/web/face/face-script.test.ts",
  "test/bridge/proxy/in-chromium.test.ts",
  "test/bridge/main-job.test.ts",
  "test/bridge/queue-card.test.ts",
  "test/bridge/awkward-cards.test.ts",
  "test/bridge/library-backgrounds.test.ts",
  "test/bridge/print-queues.test.ts",
  "test/bridge/safety-before-ink.test.ts",
  "test/docs/generate.test.ts",
  "test/bridge/batch",
  "test/bridge/desk-copy",
  "test/bridge/exchange",
  "test/bridge/designs.test.ts",
  "test/bridge/standards.test.ts",
  "test/bridge/calendar.test.ts",
  "test/bridge/device-care.test.ts",
  "test/bridge/direct-photo.test.ts",
  "test/bridge/outage.test.ts",
  "test/bridge/outage-with-copy.test.ts",
  "test/bridge/photo-delivery.test.ts",
  "test/bridge/printer-question.test.ts",
  "test/bridge/voided-cards.test.ts",
  "test/drivers/camera-ffmpeg/camera.test.ts",
  "test/drivers/printer-ipp/cups.test.ts",
  "test/inlislite/mysql/members-in-step.test.ts",
  "test/inlislite/mysql/photo-trouble.test.ts",
  "test/inlislite/mysql/photo-writer.test.ts",
  "test/store/kill.test.ts",
] as const;

const STEPS: readonly Step[] = [
  {
    name: "packages",
    title: "Debian packages the tests need",
    withinMs: 20 * MINUTE,
    run: () => Promise.resolve(ensureDebianPackages(say)),
  },
  {
    name: "biome",
    title: "Style (biome)",
    withinMs: 2 * MINUTE,
    run: tool("@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."),
  },
  {
    name: "tsc",
    title: "Types of the daemon",
    withinMs: 5 * MINUTE,
    run: tool("typescript/bin/tsc", "-p", "tsconfig.json"),
  },
  {
    name: "tsc-web",
    title: "Types of the browser code",
    withinMs: 5 * MINUTE,
    run: tool("typescript/bin/tsc", "-p", "web/tsconfig.json"),
  },
  { name: "knip", title: "Nothing unused (knip)", withinMs: 3 * MINUTE, run: tool("knip/bin/knip.js") },
  {
    name: "docs",
    title: "Generated documentation is fresh",
    withinMs: MINUTE,
    run: program(process.execPath, "docs/generate.ts", "--check"),
  },
  {
    name: "build",
    title: "Browser code builds",
    withinMs: 3 * MINUTE,
    run: tool("vite/bin/vite.js", "build", "--config", "web/vite.config.ts", "--logLevel", "warn"),
  },
  {
    name: "client",
    title: "The client builds into one browser file",
    withinMs: MINUTE,
    run: program(process.execPath, "web/build-client.ts"),
  },
  {
    name: "tests",
    title: "Tests",
    withinMs: 40 * MINUTE,
    run: vitest(...APART.flatMap((place) => ["--exclude", place.endsWith(".ts") ? place : `${place}/**`])),
  },
  {
    name: "e2e",
    title: "Whole services and INLISLite's pages, in processes and browsers of their own",
    withinMs: 75 * MINUTE,
    isApart: true,
    run: vitest(...APART),
  },
];

/** True when every chosen step held; stops at the first that does not. */
async function runSteps(steps: readonly Step[]): Promise<boolean> {
  for (const [index, step] of steps.entries()) {
    say(`\n── ${index + 1}/${steps.length} ${step.title} ${"─".repeat(Math.max(3, 70 - step.title.length))}`);
    const startMs = performance.now();
    const problem = await step.run(step);
    const tookS = ((performance.now() - startMs) / 1000).toFixed(1);
    if (problem) {
      say(`\n✗ ${step.name} after ${tookS} s: ${problem}`);
      return false;
    }
    say(`✓ ${step.name} in ${tookS} s`);
  }
  return true;
}

const { values } = parseArgs({ options: { only: { type: "string", multiple: true } } });
const only = values.only ?? [];
const unknown = only.filter((name) => !STEPS.some((step) => step.name === name));
if (unknown.length > 0 || !existsSync(path.join(root, "node_modules"))) {
  say(`usage: npm test [-- --only <step>]...   steps: ${STEPS.map((step) => step.name).join(" ")}`);
  process.exit(64);
}
const chosen =
  only.length === 0
    ? STEPS.filter(({ isApart }) => !isApart)
    : STEPS.filter((step) => only.includes(step.name));
const isGood = await runSteps(chosen);
if (isGood && only.length > 0) say(`\nOnly ${only.join(", ")} ran.`);
process.exit(isGood ? 0 : 1);
