import { spawn } from "node:child_process";
import type { Clock } from "../kernel/clock.ts";
import type { Service } from "../kernel/lifecycle.ts";
import type { Logger } from "../kernel/log.ts";

/** systemd-notify answers in milliseconds; a stuck one must not outlive the watchdog. */
const NOTIFY_WITHIN_MS = 5_000;

export interface NotifySurroundings {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * Tells systemd READY, WATCHDOG and STOPPING; without NOTIFY_SOCKET it does nothing. Node's core cannot send to a unix
 * datagram socket, so `systemd-notify` does; the unit allows it with NotifyAccess=all. The last service to start.
 */
export class SystemdNotifier implements Service {
  readonly name = "systemd";
  readonly #surroundings: NotifySurroundings;
  #stop = new AbortController();

  constructor(surroundings: NotifySurroundings) {
    this.#surroundings = surroundings;
  }

  async start(): Promise<void> {
    this.#stop = new AbortController();
    await this.#notify("READY=1");
    const everyMs = watchdogMs(this.#surroundings.environment);
    if (everyMs !== undefined) void this.#feedWatchdog(everyMs, this.#stop.signal);
  }

  async stop(): Promise<void> {
    if (this.#stop.signal.aborted) return;
    this.#stop.abort();
    await this.#notify("STOPPING=1");
  }

  /** Runs on the daemon's own event loop: when that hangs, systemd restarts the service. */
  async #feedWatchdog(everyMs: number, signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.#notify("WATCHDOG=1");
      await this.#surroundings.clock.sleep(everyMs, signal).catch(() => undefined);
    }
  }

  /** Before a start that is known to take longer than `TimeoutStartSec`; from now on it may take that long, ms. */
  async takesLonger(withinMs: number): Promise<void> {
    await this.#notify(`EXTEND_TIMEOUT_USEC=${withinMs * 1_000}`);
  }

  #notify(state: string): Promise<void> {
    const { environment, log } = this.#surroundings;
    if (!environment["NOTIFY_SOCKET"]) return Promise.resolve();
    return new Promise((resolve) => {
      const child = spawn("systemd-notify", [state], {
        env: { PATH: environment["PATH"] ?? "/usr/bin:/bin", NOTIFY_SOCKET: environment["NOTIFY_SOCKET"] },
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
    });
  }
}

/** Half of what systemd allows, as its documentation advises; undefined when no watchdog waits for this process. */
function watchdogMs(environment: NotifySurroundings["environment"]): number | undefined {
  const limitUs = Number(environment["WATCHDOG_USEC"]);
  const isForUs = (environment["WATCHDOG_PID"] ?? String(process.pid)) === String(process.pid);
  return environment["NOTIFY_SOCKET"] && isForUs && limitUs > 0 ? limitUs / 2000 : undefined;
}
