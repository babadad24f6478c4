import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { type Host, hostAt } from "./host.ts";
import type { InstallWishes } from "./install.ts";

/** This Titian, with the Node it runs on. */
const WISHES: InstallWishes = { node: process.execPath, app: path.resolve(import.meta.dirname, "..") };

/** Runs one of the three scripts from the command line; `--root <folder>` prepares an image instead of this machine. */
export function runScript(work: (host: Host, wishes: InstallWishes) => void): void {
  const { values } = parseArgs({ options: { root: { type: "string" } } });
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  if (process.platform !== "linux") {
    say("This is for Linux with systemd. On Windows the installer sets the service up.");
    process.exitCode = 64;
    return;
  }
  try {
    work(hostAt(values.root, say), WISHES);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 70;
  }
}
