import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import process from "node:process";
import { stringify } from "smol-toml";
import { APP, makeDebian } from "../../service-install/release/debian.ts";
import { demoConfig } from "../../src/bridge/config/demo.ts";
import { HANGS, MIGRATES, Releases } from "../e2e/update/releases.ts";
import { newMaker } from "../harness/signed-version.ts";
import { ensureDebianPackages } from "../setup/debian-packages.ts";
import { cleanMachine, playIn } from "./clean-machine.ts";
import { expectedOf } from "./expected.ts";

/** `npm run test:install`: the Debian package in a machine that never had Titian, Node or a network. As root, on Debian. */

const PLAY_WITHIN_MS = 1_200_000;
/** What comes after the package, all of it signed: well; ends at once; never answers and never ends; well at first, and then hangs. */
const UPDATE = { well: "0.2.0", neverWell: "0.3.0", hangs: "0.4.0", blocks: "0.5.0" } as const;
/** In that machine, made by the technician. */
const BLOCK_NOW = "/var/lib/titian/block-now";
const SECONDS = 1_795_651_200;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const missing = ensureDebianPackages(say, [
  { name: "debootstrap", provides: ["/usr/sbin/debootstrap"], for: "a clean Debian" },
  { name: "systemd-container", provides: ["/usr/bin/systemd-nspawn"], for: "its own systemd" },
]);
if (missing || process.getuid?.() !== 0) {
  say(missing ?? "This needs root: it boots a machine in a folder.");
  process.exit(64);
}

const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { readonly version: string };
const next = `${version}+next`;
const work = mkdtempSync(path.join(os.tmpdir(), "titian-install-"));
process.once("exit", () => rmSync(work, { recursive: true, force: true }));
say("Preparing a clean Debian (some minutes the first time)");
const machine = cleanMachine(path.resolve("node_modules/.cache/titian-install"), say);

say("Building two packages and four updates");
const releases = new Releases(work, newMaker());
await releases.build();
const app = releases.package;
packageOf("old", version);
const updates = {
  well: releases.next(UPDATE.well),
  "never-well": releases.failing(UPDATE.neverWell, MIGRATES, `${APP}/node`),
  hangs: releases.failing(UPDATE.hangs, `${MIGRATES}${HANGS}`, `${APP}/node`),
  blocks: releases.blockedBy(BLOCK_NOW, UPDATE.blocks),
  "desk.mjs": path.resolve("test/install/desk.mjs"),
};
const manifest = path.join(app, "package.json");
writeFileSync(manifest, readFileSync(manifest, "utf8").replace(`"${version}"`, `"${next}"`));
packageOf("new", next);
// The demonstration's desk: no hardware and no INLISLite is in that machine. Its id is not the one that a first run has.
const demo = demoConfig({ folder: "/var/lib/titian", port: 9700 });
const desk = { ...demo.desk, id: "loket-1" };
writeFileSync(
  path.join(work, "titian.toml"),
  stringify({ ...demo, desk, log: { ...demo.log, folder: "/var/lib/titian/log" } }),
);

say("Installing, using, updating, upgrading, removing");
const files = ["old.deb", "new.deb", "titian.toml"].map((name) => [name, path.join(work, name)] as const);
const scenario = path.resolve("test/install/scenario.sh");
const seen = playIn(
  machine,
  path.join(work, "machine"),
  { ...Object.fromEntries(files), ...updates, "scenario.sh": scenario },
  PLAY_WITHIN_MS,
);
keepLogs();

const found = new Map(
  seen
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => line.split("\t") as [string, string]),
);
let isGood = true;
for (const [name, expected] of Object.entries(expectedOf({ old: version, next, ...UPDATE }))) {
  const isSame = found.get(name) === expected;
  isGood &&= isSame;
  say(
    `${isSame ? "✓" : "✗"} ${name}: ${found.get(name) ?? "nothing"}${isSame ? "" : `, expected ${expected}`}`,
  );
}
process.exit(isGood ? 0 : 1);

function packageOf(name: string, itsVersion: string): void {
  const tree = path.join(work, name);
  mkdirSync(tree);
  const file = path.join(work, `${name}.deb`);
  makeDebian({ ...{ app, tree, file, version: itsVersion, architecture: "amd64" }, seconds: SECONDS });
}

/** For whoever has to find out why. */
function keepLogs(): void {
  const kept = path.resolve("node_modules/.cache/titian-install/last");
  rmSync(kept, { recursive: true, force: true });
  cpSync(path.join(work, "machine/root"), kept, {
    recursive: true,
    filter: (file) => !/\.(?:deb|tar\.gz)$/.test(file),
  });
}
