import { chmodSync, cpSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { bundle, STAY_OUTSIDE } from "./bundle.ts";
import { dropOtherMachines, type LockedPackages } from "./locked-packages.ts";
import { machineCodeProblems } from "./machine-code.ts";
import type { Platform } from "./platforms.ts";

/** Files that the daemon reads from beside its sources, and those it hands out. */
const OWN_FILES = [
  "package.json",
  "LICENSE",
  "CHANGELOG.md",
  "src/store/migrations",
  "web/dist",
  "docs/operator",
  "docs/technician",
  "docs/config.md",
];
/** Of these packages only files are read: two faces of a card, one of a simulated receipt, the reader of barcodes. */
const ASSETS = [
  "@expo-google-fonts/source-sans-3/package.json",
  "@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf",
  "@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf",
  "@expo-google-fonts/source-sans-3/700Bold/SourceSans3_700Bold.ttf",
  "zxing-wasm/package.json",
  "zxing-wasm/dist/reader/zxing_reader.wasm",
];
/** What builds machine code or documents it: megabytes that no desk runs. */
const NOT_RUN =
  /\/(?:deps|vendor|hidapi|test|doc|docs|include|share|abi|CMakeLists\.txt)$|\.(?:c|cc|cpp|h|hh|hpp|inc|def|mm|d\.ts|d\.cts|map|md|gyp|gypi)$/;

/**
 * Everything of Titian in one folder that needs nothing beside it: its own Node, the daemon in a few files (`lib/titian.mjs`),
 * what stays outside of them, the pages and the installer. Throws when machine code in it is for another machine, or missing.
 */
export async function makeApp(
  platform: Platform,
  packages: LockedPackages,
  app: string,
): Promise<readonly string[]> {
  rmSync(app, { recursive: true, force: true });
  mkdirSync(app, { recursive: true });
  const metafile = await bundle({
    ...{ entries: { titian: "src/bridge/main.ts" }, folder: path.join(app, "lib"), root: ".." },
  });
  for (const file of OWN_FILES) cpSync(file, path.join(app, file), { recursive: true });
  copyInstaller(app);
  cpSync(
    path.join(packages.at(platform.nodePackage), platform.nodeProgram),
    path.join(app, nodeFile(platform)),
  );
  chmodSync(path.join(app, nodeFile(platform)), 0o755);

  const outside = packages.closure(STAY_OUTSIDE);
  for (const name of outside) copyPackage(packages.at(name), path.join(app, "node_modules", name), platform);
  for (const file of ASSETS) cpSync(packages.at(file), path.join(app, "node_modules", file));
  const problems = machineCodeProblems(app, platform);
  if (problems.length > 0) throw new Error(`this would not run on ${platform.name}: ${problems.join("; ")}`);
  const inside = Object.keys(metafile.inputs).flatMap((file) => packageOf(file) ?? []);
  const read = ASSETS.flatMap((file) => packageOf(`node_modules/${file}`) ?? []);
  return [...new Set([platform.nodePackage, ...inside, ...outside, ...read])].toSorted();
}

export const nodeFile = ({ os }: Platform): string => (os === "win32" ? "node.exe" : "node");

/** Runs by itself when the rest is broken; what builds a release stays at home. */
function copyInstaller(app: string): void {
  const from = "service-install";
  for (const name of readdirSync(from))
    if (name !== "release") cpSync(path.join(from, name), path.join(app, from, name), { recursive: true });
}

function copyPackage(from: string, to: string, platform: Platform): void {
  const isRun = (file: string): boolean => file === from || !NOT_RUN.test(file.slice(from.length));
  cpSync(from, to, { recursive: true, filter: isRun });
  dropOtherMachines(to, platform);
}

/** `node_modules/@fastify/static/index.js` → `@fastify/static`. */
function packageOf(file: string): string | undefined {
  const [, name] = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file) ?? [];
  return name;
}
