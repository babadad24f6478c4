import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";

export interface Ran {
  readonly ok: boolean;
  /** Undefined when the program did not run at all. */
  readonly code?: number | undefined;
  readonly output: string;
}

/** The machine that a service is installed on. A test gives a folder as root and runs no commands. */
export interface Host {
  /** `/`, or the folder that stands for it. */
  readonly root: string;
  /** An image of a machine that does not run: files are written, and what needs the running system is left for it. */
  readonly isImage: boolean;
  /** False in a container and in a chroot: units are written, and wait for a machine that starts with systemd. */
  readonly hasSystemd: boolean;
  run(command: string, args: readonly string[]): Ran;
  say(line: string): void;
}

/** With a root of its own nothing outside that folder is touched, so no command runs: it prepares an image, or a test. */
export function hostAt(root: string | undefined, say: (line: string) => void): Host {
  const isImage = root !== undefined && path.resolve(root) !== "/";
  return {
    root: isImage ? path.resolve(root) : "/",
    isImage,
    hasSystemd: !isImage && existsSync("/run/systemd/system"),
    run: isImage ? () => ({ ok: true, output: "" }) : runCommand,
    say,
  };
}

const COMMAND_WITHIN_MS = 60_000;

export function runCommand(command: string, args: readonly string[]): Ran {
  const ran = spawnSync(command, [...args], { encoding: "utf8", timeout: COMMAND_WITHIN_MS });
  const output = `${ran.stdout ?? ""}${ran.stderr ?? ""}`.trim();
  return { ok: ran.status === 0, code: ran.status ?? undefined, output: ran.error?.message ?? output };
}

export const within = (host: Host, ...parts: string[]): string => path.join(host.root, ...parts);
