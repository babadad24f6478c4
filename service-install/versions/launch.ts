import { spawn } from "node:child_process";
import path from "node:path";
import process from "node:process";
import { placesOf } from "./places.ts";
import { becomeOwnerOf, isForRoot } from "./rights.ts";
import { type Program, programFor } from "./start.ts";

/**
 * What the service and the command `titian` run: it looks which version this desk is on, and becomes that version. It imports
 * nothing of the product, so that a version which cannot even be loaded is still left behind.
 */
const base = path.resolve(import.meta.dirname, "../..");
const words = process.argv.slice(2);
const places = placesOf(base, process.env);
const program = await programFor(words, places, {
  isBaseOnly: isForRoot(words),
  env: process.env,
  say: (line) => void process.stderr.write(`${line}\n`),
  at: new Date().toISOString(),
});
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
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined));
}
