import { spawn } from "node:child_process";
import type { Logger } from "../kernel/log.ts";

/** systemd-notify answers in milliseconds; a stuck one must not outlive the watchdog. */
const NOTIFY_WITHIN_MS = 5_000;

/** Whoever has started this process and wants to hear how it is. */
export interface Waiting {
  /** How long nothing may be heard once it is ready; undefined where that is all the same to them. */
  readonly watchdogMs: number | undefined;
  /** Resolves when it is on its way, or could not be said. */
  tell(state: string): Promise<void>;
}

export interface WaitingPlaces {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly log: Logger;
  /** To a supervisor that this process is a child of. */
  readonly channel?: Pick<NodeJS.Process, "connected" | "send">;
}

/** Undefined where nobody does: on a command line, and under a supervisor from before there were signs of life. */
export function whoWaits({ environment, log, channel = process }: WaitingPlaces): Waiting | undefined {
  const watchdogMs = watchdogOf(environment);
  if (environment["NOTIFY_SOCKET"]) return systemd(environment, watchdogMs, log);
  return channel.connected && watchdogMs !== undefined ? supervisor(channel, watchdogMs, log) : undefined;
}

/** Undefined when none waits for this process. */
function watchdogOf(environment: WaitingPlaces["environment"]): number | undefined {
  const limitUs = Number(environment["WATCHDOG_USEC"]);
  const isForUs = (environment["WATCHDOG_PID"] ?? String(process.pid)) === String(process.pid);
  return isForUs && limitUs > 0 ? limitUs / 1000 : undefined;
}

/** Node's core cannot send to a unix datagram socket, so `systemd-notify` does; the unit allows it with NotifyAccess=all. */
function systemd(
  environment: WaitingPlaces["environment"],
  watchdogMs: number | undefined,
  log: Logger,
): Waiting {
  return {
    watchdogMs,
    tell: (state) =>
      new Promise((resolve) => {
        const child = spawn("systemd-notify", [state], {
          env: {
            PATH: environment["PATH"] ?? "/usr/bin:/bin",
            NOTIFY_SOCKET: environment["NOTIFY_SOCKET"],
          },
          stdio: "ignore",
          timeout: NOTIFY_WITHIN_MS,
        });
        child.once("error", (error) => {
          log.warn("systemd cannot be told", { state, error });
          resolve();
        });
        child.once("exit", (code) => {
          if (code !== 0) log.warn("systemd did not take the message", { state, code });
          resolve();
        });
      }),
  };
}

/** It has let go of the channel when it has asked for the stop, and knows. */
function supervisor(
  channel: NonNullable<WaitingPlaces["channel"]>,
  watchdogMs: number,
  log: Logger,
): Waiting {
  return {
    watchdogMs,
    async tell(state) {
      if (!channel.connected) return;
      channel.send?.(state, undefined, undefined, (error) => {
        if (error) log.warn("the supervisor cannot be told", { state, error });
      });
    },
  };
}
