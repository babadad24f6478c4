import { readFileSync } from "node:fs";
import os from "node:os";
import type { Clock } from "../kernel/clock.ts";

/** setTimeout fires at once above this. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;
/** More than the 10 ms grain of /proc/uptime, less than any suspend of a PC. */
const SUSPEND_MS = 1_000;
/** Reading /proc costs more than a request through the socket, so the two are compared ten times a second at most. */
const COMPARE_EVERY_MS = 100;

/** Where the clock reads. A parameter, so that other systems and a suspended PC can be tested. */
export interface ClockSources {
  /** Milliseconds since the start of the machine, without the time it was suspended. */
  readonly runningMs: () => number;
  /** The same with that time, or undefined where the system does not tell. Grain 10 ms. */
  readonly uptimeMs: () => number | undefined;
  readonly bootId: string;
}

/**
 * libuv's hrtime counts from the start of the machine on Linux (CLOCK_MONOTONIC) and Windows (performance counter), so
 * readings compare across restarts of the daemon within one boot. Linux's stands still while a PC is suspended; a visitor
 * waits nevertheless, so the difference to /proc/uptime is added whenever it has grown.
 */
export class SystemClock implements Clock {
  readonly bootId: string;
  readonly #sources: ClockSources;
  #suspendedMs: number | undefined;
  #comparedAtMs = Number.NEGATIVE_INFINITY;

  constructor(sources: ClockSources = systemSources()) {
    this.#sources = sources;
    this.bootId = sources.bootId;
  }

  now(): Date {
    return new Date();
  }

  monotonicMs(): number {
    const runningMs = this.#sources.runningMs();
    if (runningMs - this.#comparedAtMs >= COMPARE_EVERY_MS) this.#compare(runningMs);
    return runningMs + (this.#suspendedMs ?? 0);
  }

  #compare(runningMs: number): void {
    this.#comparedAtMs = runningMs;
    const uptimeMs = this.#sources.uptimeMs();
    if (uptimeMs !== undefined) {
      const suspendedMs = uptimeMs - runningMs;
      // A container may show an uptime of its own, shorter than the machine's; then there is nothing to learn from it.
      const isBelievable = suspendedMs > -SUSPEND_MS;
      if (isBelievable && suspendedMs > (this.#suspendedMs ?? 0) + SUSPEND_MS)
        this.#suspendedMs = suspendedMs;
    }
  }

  sleep(ms: number, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      const timer = setTimeout(done, Math.min(Math.max(0, ms), LONGEST_TIMER_MS));
      function stop(): void {
        clearTimeout(timer);
        reject(signal.reason);
      }
      function done(): void {
        signal.removeEventListener("abort", stop);
        resolve();
      }
      signal.addEventListener("abort", stop, { once: true });
    });
  }
}

function systemSources(): ClockSources {
  return {
    runningMs: () => Number(process.hrtime.bigint()) / 1e6,
    uptimeMs: process.platform === "linux" ? linuxUptimeMs : () => undefined,
    bootId: linuxBootId() ?? derivedBootId(),
  };
}

function readProc(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    // Not Linux, or /proc is hidden: the caller does without.
    return undefined;
  }
}

function linuxUptimeMs(): number | undefined {
  const seconds = Number.parseFloat(readProc("/proc/uptime") ?? "");
  return Number.isNaN(seconds) ? undefined : seconds * 1000;
}

const linuxBootId = (): string | undefined => readProc("/proc/sys/kernel/random/boot_id") || undefined;

/**
 * The minute in which the machine started. A wall clock set meanwhile gives another id: then readings before and after
 * a restart are not compared, which is the safe side.
 */
function derivedBootId(): string {
  return `boot-${Math.round((Date.now() - os.uptime() * 1000) / 60_000)}`;
}
