import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { bundleOfClone } from "../../service-install/release/bundle.ts";
import { ensureDebianPackages } from "../setup/debian-packages.ts";
import { CHAPTERS, chaptersOf, GUESTS, type Guest } from "./checks/all.ts";
import { isChosen } from "./guest/chapter.ts";
import { DAEMON_FLAGS } from "./guest/daemon-flags.ts";
import type { Row } from "./guest/report.ts";
import { run as program } from "./host/debian-archive.ts";
import { runGuest } from "./host/guest.ts";
import { writeInitramfs } from "./host/initramfs.ts";
import { debianKernel } from "./host/kernel.ts";
import { loopbackModule } from "./host/loopback-module.ts";
import { LAB_PACKAGES } from "./host/packages.ts";
import { tableOf } from "./host/table.ts";

const root = path.resolve(import.meta.dirname, "../..");
const cache = path.join(root, "node_modules/.cache/titian-lab");
/** A guest that hangs is ended; a quiet machine with two cores needs a quarter of it. */
const GUEST_WITHIN_MS = 900_000;
const ENTRIES: readonly string[] = ["titian.mjs", "lab.mjs"];
/** Long enough to look around in a guest that is kept. */
const KEPT_MS = 8 * 3_600_000;
const startMs = performance.now();
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const lap = (what: string): void =>
  say(`[${((performance.now() - startMs) / 1000).toFixed(1).padStart(6)} s] ${what}`);

/** What the daemon and its first card compile, for the guest to load: the same Node, the same flags, the same paths. */
function compileAhead(folder: string): void {
  const env = { ...process.env, NODE_COMPILE_CACHE: path.join(folder, "compiled") };
  const run = (...args: readonly string[]): void =>
    void spawnSync(process.execPath, [...DAEMON_FLAGS, ...args], { env, stdio: "ignore" });
  run(path.join(folder, "titian.mjs"), "--version");
  const parts = readdirSync(folder).filter((name) => name.endsWith(".mjs") && !ENTRIES.includes(name));
  const load = parts.map((name) => `import(${JSON.stringify(path.join(folder, name))})`);
  run("--input-type=module", "--eval", `await Promise.allSettled([${load.join()}]); process.exit();`);
}

const { values } = parseArgs({
  options: { only: { type: "string", multiple: true }, keep: { type: "boolean", default: false } },
});
const only = values.only ?? [];
const chapters = CHAPTERS.filter(({ name }) => isChosen(name, only));
if (chapters.length === 0) {
  say(
    `usage: npm run test:lab [-- --only <part of a chapter's name>]...\n${CHAPTERS.map(({ name }) => `  ${name}`).join("\n")}`,
  );
  process.exit(64);
}
const guests = GUESTS.filter((guest) => chaptersOf(guest).some(({ name }) => isChosen(name, only)));
if (values.keep && guests.length > 1) {
  say("--keep is for one machine: add --only with a chapter of it.");
  process.exit(64);
}
const missing = ensureDebianPackages(say, LAB_PACKAGES);
if (missing) {
  say(missing);
  process.exit(1);
}

process.chdir(root);
mkdirSync(cache, { recursive: true });
const kernel = debianKernel(cache);
const loopback = loopbackModule(cache, kernel);
lap(`kernel ${kernel.release} and v4l2loopback are ready`);
const out = mkdtempSync(path.join(os.tmpdir(), "titian-lab-"));
const app = path.join(cache, "app");
rmSync(app, { recursive: true, force: true });
await bundleOfClone({ titian: "src/bridge/main.ts", lab: "test/lab/guest/main.ts" }, app);
compileAhead(app);
const initramfs = path.join(out, "initramfs");
writeInitramfs(initramfs, kernel);
// Somebody in blue before a red wall.
const scene = "color=c=red:s=640x480,drawbox=x=200:y=120:w=240:h=240:color=blue:t=fill";
const picture = path.join(out, "picture.jpg");
program("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", scene, "-frames:v", "1", "-q:v", "3", "-y", picture]);
const places = {
  main: path.join(app, "titian.mjs"),
  out: "/out",
  picture: "/out/picture.jpg",
  modules: kernel.root,
  loopback,
};

/** Boots one machine, runs its chapters in it, and resolves to what they saw. */
async function runOne({ name }: Guest): Promise<readonly Row[]> {
  const own = path.join(out, name);
  mkdirSync(own);
  copyFileSync(picture, path.join(own, "picture.jpg"));
  writeFileSync(path.join(own, "places.json"), JSON.stringify(places));
  const words = [name, ...only].map((word) => `'${word}'`).join(" ");
  const lab = `${process.execPath} --disable-warning=ExperimentalWarning ${path.join(app, "lab.mjs")} /out ${words}`;
  writeFileSync(path.join(own, "start"), `cd ${root}\n${lab}\n${values.keep ? "sh\n" : ""}`);
  await runGuest({
    ...{
      kernel,
      initramfs,
      out: own,
      withinMs: values.keep ? KEPT_MS : GUEST_WITHIN_MS,
      isKept: values.keep,
    },
    onLine: (line) => (values.keep || /^(LAB|PASS|FAIL) /.test(line)) && say(line),
  });
  lap(`the ${name}' machine is off`);
  const rows = path.join(own, "rows.jsonl");
  const lines = existsSync(rows) ? readFileSync(rows, "utf8").trim().split("\n") : [];
  // Written by Report.
  return lines.map((line) => JSON.parse(line) as Row);
}

lap(`the daemon and the lab are bundled; ${guests.length} of ${GUESTS.length} machines start`);
const rows = (await Promise.all(guests.map(runOne))).flat();
const { text, isGood } = tableOf(chapters, rows);
say(`\n${text}`);
const kept = path.join(cache, "last");
rmSync(kept, { recursive: true, force: true });
spawnSync("cp", ["-r", out, kept]);
writeFileSync(path.join(kept, "table.md"), text);
rmSync(out, { recursive: true, force: true });
say(`\nTable, console and logs: ${path.relative(root, kept)}`);
process.exit(isGood ? 0 : 1);
