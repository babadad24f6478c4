import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { bytesIn } from "./bytes-in.ts";
import { evenOut } from "./even-out.ts";
import { runTool } from "./run-tool.ts";

const SCRIPTS = path.join(import.meta.dirname, "windows");
const MB = 1_000_000;
/** Beside the program: what an update needs while both are there, and the first days of the store. */
const SPARE_MB = 200;

export interface SetupWishes {
  /** As made by `makeApp`; two files are added to it. */
  readonly app: string;
  readonly version: string;
  /** A folder for what is needed meanwhile. */
  readonly work: string;
  readonly file: string;
  /** Since 1970, of every file in it. */
  readonly seconds: number;
  /** In seconds instead of minutes, not compressed: for a test. */
  readonly isQuick?: boolean;
}

/** `TitianSetup.exe`, by NSIS on Linux: everything in one file, for a desk without a network. */
export function makeSetup({ app, version, work, file, seconds, isQuick }: SetupWishes): void {
  const known = {
    VERSION: version,
    NUMBERS: numbersOf(version),
    ICON: path.join(SCRIPTS, "titian.ico"),
    PICTURE: path.join(SCRIPTS, "welcome.bmp"),
  };
  compile("agent.nsi", { ...known, OUT: path.join(app, "titian-agent.exe") }, seconds);
  writeFileSync(path.join(app, "titian.cmd"), COMMAND);
  evenOut(app, seconds);
  const parts = path.join(work, "parts.nsh");
  writeFileSync(parts, removalOf(app));
  const bytes = bytesIn(app);
  const sizes = {
    NEEDS_MB: String(Math.ceil(bytes / MB) + SPARE_MB),
    SIZE_KB: String(Math.ceil(bytes / 1024)),
    ...(isQuick && { QUICK: "" }),
  };
  compile("setup.nsi", { ...known, ...sizes, APP: app, PARTS: parts, OUT: file }, seconds);
}

function compile(script: string, definitions: Readonly<Record<string, string>>, seconds: number): void {
  const words = Object.entries(definitions).map(([name, value]) => `-D${name}=${value}`);
  runTool("makensis", ["-V2", "-INPUTCHARSET", "UTF8", ...words, path.join(SCRIPTS, script)], { seconds });
}

/** Windows' own form of a version: four numbers. */
function numbersOf(version: string): string {
  const numbers = version.split(/[-+]/)[0]?.split(".") ?? [];
  return [...numbers, "0", "0", "0", "0"].slice(0, 4).join(".");
}

/** The folders and files of this version, one by one: nothing else in that folder is ever removed. */
function removalOf(app: string): string {
  const lines = readdirSync(app, { withFileTypes: true })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .map((entry) => `${entry.isDirectory() ? "RMDir /r" : "Delete"} "$INSTDIR\\${entry.name}"`);
  return `${lines.join("\n")}\n`;
}

/** For technicians: `titian doctor` and the rest. */
const COMMAND = [
  "@echo off",
  '"%~dp0node.exe" --disable-warning=ExperimentalWarning --max-semi-space-size=2 "%~dp0lib\\titian.mjs" %*',
  "",
].join("\r\n");
