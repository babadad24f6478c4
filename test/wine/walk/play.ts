import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { stringify } from "smol-toml";
import { makeApp } from "../../../service-install/release/app-folder.ts";
import { evenOut } from "../../../service-install/release/even-out.ts";
import { LockedPackages } from "../../../service-install/release/locked-packages.ts";
import { platformOf } from "../../../service-install/release/platforms.ts";
import { makeSetup } from "../../../service-install/release/setup-program.ts";
import { demoConfig } from "../../../src/bridge/config/demo.ts";
import { fetching } from "../../setup/fetching.ts";
import { inside } from "../build-wine.ts";

const PLAY_WITHIN_MS = 1_500_000;
const SECONDS = 1_795_651_200;
const WINDOWS = platformOf("win32-x64");
/** Newer than every release that this project makes. */
const NEXT = "99.0.0";

export interface WalkWishes {
  /** Debian with Wine. */
  readonly root: string;
  /** Where packages for Windows are kept from one run to the next. */
  readonly cache: string;
  readonly say: (line: string) => void;
  /** Compressed as a release is, which changes nothing but how its files are packed. */
  readonly isAsReleased: boolean;
}

export interface Walked {
  readonly old: string;
  readonly next: string;
  /** What was seen, by the names of walk.sh. */
  readonly seen: ReadonlyMap<string, string>;
}

/** Builds two setup files of one application, and plays walk.sh with nothing else. */
export async function playWalk({ root, cache, say, isAsReleased }: WalkWishes): Promise<Walked> {
  const work = mkdtempSync(path.join(os.tmpdir(), "titian-walk-"));
  const results = path.join(cache, "walk");
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  try {
    say("Building two setup files");
    const packages = fetching(say, () => windowsPackages(path.join(cache, "release-packages")));
    const old = await buildSetups(work, packages, isAsReleased);
    say("Installing, using, upgrading, removing (some minutes)");
    const mounts = [
      { from: path.join(work, "setup"), at: "/setup" },
      { from: results, at: "/results" },
    ];
    inside(root, mounts, ["/bin/sh", "/setup/walk.sh"], PLAY_WITHIN_MS, { isOffline: true });
    return { old, next: NEXT, seen: readSeen(path.join(results, "seen")) };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Fetched again only when package-lock.json has changed. */
function windowsPackages(folder: string): LockedPackages {
  const wanted = createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");
  const mark = path.join(folder, "of-lockfile");
  if (existsSync(mark) && readFileSync(mark, "utf8") === wanted) return new LockedPackages(folder);
  const packages = LockedPackages.install(WINDOWS, folder);
  writeFileSync(mark, wanted);
  return packages;
}

/** Returns the version of the first. */
async function buildSetups(work: string, packages: LockedPackages, isAsReleased: boolean): Promise<string> {
  const setups = path.join(work, "setup");
  mkdirSync(setups);
  const app = path.join(work, "app");
  await makeApp(WINDOWS, packages, app);
  evenOut(app, SECONDS);
  const manifest = path.join(app, "package.json");
  const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { readonly version: string };
  const same = { app, work, seconds: SECONDS };
  makeSetup({ ...same, version, file: path.join(setups, "old.exe"), isQuick: !isAsReleased });
  writeFileSync(manifest, readFileSync(manifest, "utf8").replace(`"${version}"`, `"${NEXT}"`));
  makeSetup({ ...same, version: NEXT, file: path.join(setups, "new.exe"), isQuick: true });

  // The demonstration's desk: no hardware and no INLISLite is in that machine.
  const config = demoConfig({ folder: "C:\\ProgramData\\Titian\\store", port: 9700 });
  const log = { ...config.log, folder: "C:\\ProgramData\\Titian\\store\\log" };
  writeFileSync(path.join(setups, "titian.toml"), stringify({ ...config, log }));
  cpSync(path.join(import.meta.dirname, "walk.sh"), path.join(setups, "walk.sh"));
  return version;
}

const readSeen = (file: string): ReadonlyMap<string, string> =>
  new Map(
    readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => line.split("\t") as [string, string]),
  );
