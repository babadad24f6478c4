import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { type Host, hostAt } from "./host.ts";
import type { InstallWishes } from "./install.ts";
import { toleratesClosedPipe } from "./versions/closed-pipe.ts";
import { thisDesk, type WindowsDesk } from "./windows/desk.ts";

/** This Titian, with the Node it runs on. */
const WISHES: InstallWishes = { node: process.execPath, app: path.resolve(import.meta.dirname, "..") };

export interface ScriptOptions {
  /** Windows: `session` or `service`; undefined leaves it as it is. */
  readonly mode: string | undefined;
  /** Windows: the only account that Titian runs for in its session; undefined leaves it as it is. */
  readonly user: string | undefined;
  /** Of a log, the last so many. */
  readonly lines: number;
  /** For programs. */
  readonly json: boolean;
}

/** What one command does on each kind of machine. Throws in words. */
export interface Script {
  linux(host: Host, wishes: InstallWishes, options: ScriptOptions): void | Promise<void>;
  windows(desk: WindowsDesk, wishes: InstallWishes, options: ScriptOptions): void | Promise<void>;
}

const LINES = 200;

/** Runs one of the scripts from the command line; on Linux `--root <folder>` prepares an image instead of this machine. */
export async function runScript(script: Script): Promise<void> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  toleratesClosedPipe({ isService: false });
  try {
    const { values } = parseArgs({
      options: {
        ...({ root: { type: "string" }, lines: { type: "string" }, json: { type: "boolean" } } as const),
        ...({ mode: { type: "string" }, user: { type: "string" } } as const),
      },
    });
    const { mode, user, lines = LINES, json = false } = values;
    const options = { mode, user, lines: Number(lines), json };
    if (process.platform === "win32") await script.windows(thisDesk(say), WISHES, options);
    else if (process.platform === "linux") await script.linux(hostAt(values.root, say), WISHES, options);
    else throw new Error("The service is for Linux with systemd and for Windows.");
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 70;
  }
}
