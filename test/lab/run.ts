import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { ensureDebianPackages } from "../setup/debian-packages.ts";
import { CHAPTERS } from "./checks/all.ts";
import { isChosen } from "./guest/chapter.ts";
import { DAEMON_FLAGS } from "./guest/daemon-flags.ts";
import type { Row } from "./guest/report.ts";
import { bundle } from "./host/bundle.ts";
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
/** Long enough to look around in a guest that is kept. */
const KEPT_MS = 8 * 3_600_000;
const startMs = performance.now();
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const lap = (what: string): void =>
  say(`[${((performance.now() - startMs) / 1000).toFixed(1).padStart(6)} s] ${what}`);

/** What the daemon's start compiles, for the guest to load: the same Node, the same flags, the same path. */
function compileAhead(main: string): void {
  const env = { ...process.env, NODE_COMPILE_CACHE: path.join(path.dirname(main), "compiled") };
  spawnSync(process.execPath, [...DAEMON_FLAGS, main, "--version"], { env, stdio: "ignore" });
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
await bundle({ titian: "src/bridge/main.ts", lab: "test/lab/guest/main.ts" }, app);
compileAhead(path.join(app, "titian.mjs"));
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
writeFileSync(path.join(out, "places.json"), JSON.stringify(places));
writeFileSync(
  path.join(out, "start"),
  `cd ${root}\n${process.execPath} --disable-warning=ExperimentalWarning ${path.join(app, "lab.mjs")} /out ${only.map((part) => `'${part}'`).join(" ")}\n${values.keep ? "sh\n" : ""}`,
);
lap("the daemon and the lab are bundled; the guest starts");

await runGuest({
  ...{ kernel, initramfs, out, withinMs: values.keep ? KEPT_MS : GUEST_WITHIN_MS, isKept: values.keep },
  onLine: (line) => (values.keep || /^(LAB|PASS|FAIL) /.test(line)) && say(line),
});
lap("the guest is off");

const rowsFile = path.join(out, "rows.jsonl");
const lines = existsSync(rowsFile) ? readFileSync(rowsFile, "utf8").trim().split("\n") : [];
// Written by Report.
const rows = lines.map((line) => JSON.parse(line) as Row);
const { text, isGood } = tableOf(chapters, rows);
say(`\n${text}`);
const kept = path.join(cache, "last");
rmSync(kept, { recursive: true, force: true });
spawnSync("cp", ["-r", out, kept]);
writeFileSync(path.join(kept, "table.md"), text);
rmSync(out, { recursive: true, force: true });
say(`\nTable, console and logs: ${path.relative(root, kept)}`);
process.exit(isGood ? 0 : 1);
