import path from "node:path";
import process from "node:process";
import { type Ran, runCommand } from "../host.ts";

/** The PC that Titian is installed on. A test gives its own folder and answers the commands itself. */
export interface WindowsDesk {
  /** `%ProgramData%\Titian`: settings, store and log. */
  readonly data: string;
  /** A program of `System32`, by argv. */
  run(program: SystemProgram, args: readonly string[]): Ran;
  say(line: string): void;
}

/** All of them come with Windows, and answer by their exit codes whatever language Windows speaks. */
export type SystemProgram = "sc.exe" | "schtasks.exe" | "icacls.exe" | "reg.exe";

/** As sc.exe and schtasks.exe have it. */
export const NAME = "Titian";
/** sc.exe ends with Windows' own error codes. */
export const WIN32 = {
  accessDenied: 5,
  alreadyRunning: 1056,
  noSuchService: 1060,
  notStarted: 1062,
} as const;

export function dataFolderOf(environment: Readonly<Record<string, string | undefined>>): string {
  return path.win32.join(environment["ProgramData"] ?? "C:\\ProgramData", "Titian");
}

export function thisDesk(say: (line: string) => void): WindowsDesk {
  const system = path.win32.join(process.env["SystemRoot"] ?? "C:\\Windows", "System32");
  return {
    data: dataFolderOf(process.env),
    run: (program, args) => runCommand(path.win32.join(system, program), args),
    say,
  };
}

/** Throws in words for a technician when Windows refuses. */
export function must(desk: WindowsDesk, program: SystemProgram, ...args: string[]): void {
  const ran = desk.run(program, args);
  if (ran.ok) return;
  const refused = ran.code === WIN32.accessDenied ? ": it needs an administrator" : `: ${ran.output}`;
  throw new Error(`${program} ${args[0]} did not succeed (${ran.code})${refused}`);
}
