import { spawn } from "node:child_process";
import path from "node:path";
import process from "node:process";
import { placesOf, TELLS } from "./places.ts";
import { asOwnerOf, becomeOwnerOf, isForRoot } from "./rights.ts";
import { type Program, programFor } from "./start.ts";

/**
 * What the service and the command `titian` run: it looks which version this desk is on, and becomes that version. It imports
 * nothing of the product, so that a version which cannot even be loaded is still left behind.
 */
const base = path.resolve(import.meta.dirname, "../..");
const words = process.argv.slice(2);
const places = placesOf(base, process.env);
// Who keeps the versions is not who looks at them: only the way to what was found is root's.
const program = await asOwnerOf(places.versions, () =>
  programFor(words, places, {
    isBaseOnly: isForRoot(words),
    env: process.env,
    say: (line) => void process.stderr.write(`${line}\n`),
    at: new Date().toISOString(),
  }),
);
if (!program.isBase) becomeOwnerOf(places.versions);
if (process.platform === "win32") runAsChild(program);
// The same process: systemd goes on watching it, and its signals arrive.
else process.execve?.(program.file, [program.file, ...program.args], environmentOf(program));

function runAsChild({ file, args, env }: Program): void {
  const child = spawn(file, [...args], { env, stdio: "inherit", windowsHide: true });
  child.once("error", () => {
    process.exitCode = 70;
  });
  child.once("exit", (code) => {
    process.exitCode = code ?? 70;
  });
}

function environmentOf({ env }: Program): NodeJS.ProcessEnv {
  const told = { ...env, [TELLS.insteadOfRoot]: process.env[TELLS.insteadOfRoot] };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
}
