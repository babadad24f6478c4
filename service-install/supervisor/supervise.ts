/** Of the daemon: it would end the same way again until somebody changes the settings. */
const CONFIGURATION = 64;
/** Of the daemon: another version is to begin. */
const ANOTHER_VERSION = 75;

/** A daemon that has been started. */
export interface Daemon {
  readonly version: string;
  /** Resolves with its exit code, or what ended it. */
  readonly ended: Promise<number | string>;
  /** Asks it to finish what it does. */
  stop(): void;
  kill(): void;
}

export interface Surroundings {
  /** Asked anew each time: an update may have brought another version. Throws when nothing can be started. */
  readonly start: () => Promise<Daemon>;
  /** Changes when the settings change. */
  readonly settingsStamp: () => number;
  readonly nowMs: () => number;
  /** Resolves after that time, or at once when the signal aborts. */
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly say: (line: string) => void;
  readonly tell: (change: {
    readonly state: "starting" | "running" | "waiting";
    readonly version: string;
  }) => void;
}

const PAUSES_MS = [3_000, 5_000, 10_000, 30_000, 60_000] as const;
/** Who ran for so long has not failed at its start: the next pause is short again. */
const STEADY_MS = 60_000;
const LOOK_AT_SETTINGS_MS = 5_000;
/** As systemd's unit has it. */
const STOP_WITHIN_MS = 30_000;

/** Keeps one daemon running until the signal aborts, and then stops it; resolves when it has ended. Never throws. */
export async function supervise(around: Surroundings, signal: AbortSignal): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    const startedMs = around.nowMs();
    const stamp = around.settingsStamp();
    const ended = await runOnce(around, signal);
    if (signal.aborted) return;
    if (ended === CONFIGURATION) {
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
  const stop = (): void => {
    daemon.stop();
    const tooLong = new AbortController();
    void daemon.ended.then(() => tooLong.abort());
    void around.pause(STOP_WITHIN_MS, tooLong.signal).then(() => tooLong.signal.aborted || daemon.kill());
  };
  if (signal.aborted) stop();
  else signal.addEventListener("abort", stop, { once: true });
  const ended = await daemon.ended;
  signal.removeEventListener("abort", stop);
  around.say(`Titian ${daemon.version} ended: ${ended}`);
  return ended;
}

/** Or until it is asked to stop. */
async function untilChanged(around: Surroundings, stamp: number, signal: AbortSignal): Promise<void> {
  around.tell({ state: "waiting", version: "" });
  while (!signal.aborted && around.settingsStamp() === stamp) await around.pause(LOOK_AT_SETTINGS_MS, signal);
}
