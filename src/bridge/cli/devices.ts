import type { Clock } from "../../kernel/clock.ts";
import type { HealthReport } from "../flows/health-report.ts";

const ANSWER_WITHIN_MS = 10_000;

/** How often a daemon that has not looked around yet is asked again, a second apart. */
const TRIES = 6;

/** As `askDaemon`, and waits until the daemon has also looked what else is plugged in. */
export async function askDaemonToLook(
  port: number,
  clock: Clock,
  signal: AbortSignal,
): Promise<HealthReport | undefined> {
  let report = await askDaemon(port, signal);
  for (let tries = 1; report?.discovered === null && tries < TRIES; tries++) {
    await clock.sleep(1_000, signal);
    report = await askDaemon(port, signal);
  }
  return report;
}

/** What the running daemon says; undefined when none runs. A device belongs to one program, so nothing else may ask it. */
export async function askDaemon(port: number, signal: AbortSignal): Promise<HealthReport | undefined> {
  const within = AbortSignal.any([signal, AbortSignal.timeout(ANSWER_WITHIN_MS)]);
  try {
    const response = await fetch(`http://127.0.0.1:${port}/health`, { signal: within, redirect: "error" });
    const body: unknown = await response.json();
    const isOurs = typeof body === "object" && body !== null && "titian" in body && "devices" in body;
    return isOurs ? (body as HealthReport) : undefined;
  } catch {
    signal.throwIfAborted();
    return undefined;
  }
}
