import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { placesOf } from "../versions/places.ts";
import { programFor } from "../versions/start.ts";
import { type Daemon, WAITS_MS } from "./watch.ts";

export interface DaemonWishes {
  /** The installed Titian; a version that came by update may run instead of it. */
  readonly app: string;
  readonly config: string;
  /** Each line that the daemon says. */
  readonly write: (line: string) => void;
  /** For what the choice of the version has to say. */
  readonly say: (line: string) => void;
}

/** As systemd tells it: how long nothing may be heard. What a systemd around this process says is for this process. */
const WATCHED = {
  WATCHDOG_USEC: String(WAITS_MS.sign * 1000),
  WATCHDOG_PID: undefined,
  NOTIFY_SOCKET: undefined,
} as const;

/**
 * `titian run` as a child that ends when this process does: its channel breaks off, and that is also how it is asked to stop,
 * because Windows has no SIGTERM that a program could answer.
 */
export async function startDaemon({ app, config, write, say }: DaemonWishes): Promise<Daemon> {
  const places = placesOf(app, process.env);
  const around = { env: process.env, say, at: new Date().toISOString() };
  const { file, args, env, folder, version } = await programFor(["run", "--config", config], places, around);
  const isWatched = givesSigns(folder);
  const child = spawn(file, [...args], {
    cwd: folder,
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    windowsHide: true,
    env: { ...env, ...(isWatched && WATCHED) },
  });
  for (const stream of [child.stdout, child.stderr]) eachLine(stream, write);
  const ended = new Promise<number | string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(code ?? signal ?? "unknown"));
  });
  return {
    version,
    ended,
    stop: () => child.connected && child.disconnect(),
    kill: () => child.kill("SIGKILL"),
    hear: isWatched ? (listener) => hear(child, listener) : undefined,
  };
}

/**
 * By the version's own word, before it has said anything: one that hangs while it is loaded is ended too, and one that was made
 * before there were signs is never ended for its silence.
 */
function givesSigns(folder: string): boolean {
  const { titian } = JSON.parse(readFileSync(path.join(folder, "package.json"), "utf8")) as {
    readonly titian?: { readonly signsOfLife?: unknown };
  };
  return titian?.signsOfLife === true;
}

function hear(child: ChildProcess, listener: (sign: string) => void): void {
  child.on("message", (message) => {
    if (typeof message === "string") listener(message);
  });
}

function eachLine(stream: Readable | null, write: (line: string) => void): void {
  if (stream) createInterface({ input: stream }).on("line", write);
}
