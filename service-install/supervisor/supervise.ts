import { type Daemon, type Watcher, watch } from "./watch.ts";

/** Of the daemon: it would end the same way again until somebody changes the settings. */
const CONFIGURATION = 64;
/** Of the daemon: another version is to begin. */
const ANOTHER_VERSION = 75;

export interface Surroundings extends Watcher {
  /** Asked anew each time: an update may have brought another version. Throws when nothing can be started. */
  readonly start: () => Promise<Daemon>;
  /** Changes when the settings change. */
  readonly settingsStamp: () => number;
  readonly nowMs: () => number;
  readonly tell: (change: {
    readonly state: "starting" | "running" | "waiting";
    readonly version: string;
  }) => void;
}

const PAUSES_MS = [3_000, 5_000, 10_000, 30_000, 60_000] as const;
/** Who ran for so long has not failed at its start: the next pause is short again. */
const STEADY_MS = 60_000;
const LOOK_AT_SETTINGS_MS = 5_000;
/** As the unit on Linux has it. The pauses alone stay below it; versions that ask for one another have none. */
export const START_LIMIT = { starts: 10, withinMs: 300_000 } as const;

/** Keeps one daemon running until the signal aborts, and then stops it; resolves when it has ended. Never throws. */
export async function supervise(around: Surroundings, signal: AbortSignal): Promise<void> {
  let failures = 0;
  let starts: readonly number[] = [];
  while (!signal.aborted) {
    const startedMs = around.nowMs();
    const stamp = around.settingsStamp();
    starts = starts.filter((ms) => startedMs - ms < START_LIMIT.withinMs);
    if (starts.length >= START_LIMIT.starts) {
      starts = [];
      const minutes = START_LIMIT.withinMs / 60_000;
      const often = `it has been started ${START_LIMIT.starts} times within ${minutes} minutes`;
      around.say(`${often}: it waits for ${minutes} minutes, or for the settings to be changed`);
      await untilChanged(around, stamp, signal, START_LIMIT.withinMs);
      continue;
    }
    starts = [...starts, startedMs];
    const ended = await runOnce(around, signal);
    if (signal.aborted) return;
    if (ended === CONFIGURATION) {
      // Whoever writes settings may need more than one try.
      starts = [];
      around.say("it waits for the settings to be changed");
      await untilChanged(around, stamp, signal);
      continue;
    }
    if (ended === ANOTHER_VERSION) continue;
    failures = around.nowMs() - startedMs >= STEADY_MS ? 0 : failures + 1;
    const pauseMs = PAUSES_MS[Math.min(failures, PAUSES_MS.length) - 1] ?? PAUSES_MS[0];
    around.say(`it starts again in ${pauseMs / 1000} s`);
    around.tell({ state: "waiting", version: "" });
    await around.pause(pauseMs, signal);
  }
}

async function runOnce(around: Surroundings, signal: AbortSignal): Promise<number | string> {
  let daemon: Daemon;
  try {
    daemon = await around.start();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    around.say(`it could not be started: ${why}`);
    return why;
  }
  around.say(`started Titian ${daemon.version}`);
  around.tell({ state: "running", version: daemon.version });
  const ended = await watch(daemon, around, signal);
  around.say(`Titian ${daemon.version} ended: ${ended}`);
  return ended;
}

/** Or until it is asked to stop, or that time has passed. */
async function untilChanged(
  around: Surroundings,
  stamp: number,
  signal: AbortSignal,
  withinMs = Number.POSITIVE_INFINITY,
): Promise<void> {
  around.tell({ state: "waiting", version: "" });
  for (let waitedMs = 0; waitedMs < withinMs; waitedMs += LOOK_AT_SETTINGS_MS) {
    if (signal.aborted || around.settingsStamp() !== stamp) return;
    await around.pause(LOOK_AT_SETTINGS_MS, signal);
  }
}
