import { statSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { CONTROL, type Control, type Supervised, takeControl, waitForTurn } from "./control-pipe.ts";
import { LogFile } from "./log-file.ts";
import { startDaemon } from "./start-daemon.ts";
import { supervise } from "./supervise.ts";

export interface SupervisorWishes {
  readonly app: string;
  /** Holds titian.toml; `log` is made in it. */
  readonly data: string;
}

const TRY_AGAIN_MS = 1_000;

/** Waits until no other supervisor runs on this PC, then keeps the daemon running until the signal aborts or somebody asks over the pipe. */
export async function runSupervisor({ app, data }: SupervisorWishes, signal: AbortSignal): Promise<void> {
  const log = new LogFile(path.join(data, "log"));
  const say = (line: string): void => log.say(line);
  const config = path.join(data, "titian.toml");
  const asked = new AbortController();
  const stopping = AbortSignal.any([signal, asked.signal]);
  let now: Supervised = { state: "starting", version: "", restarts: -1 };
  const answers = { state: () => now, stop: () => asked.abort() };

  const control = await untilOurs(answers, log, stopping);
  if (!control) return;
  try {
    await supervise(
      {
        start: () => startDaemon({ app, config, write: (line) => log.write(line), say }),
        settingsStamp: () => statSync(config, { throwIfNoEntry: false })?.mtimeMs ?? 0,
        nowMs: () => performance.now(),
        pause,
        say,
        tell(change) {
          const restarts = now.restarts + (change.state === "running" ? 1 : 0);
          now = { ...change, version: change.version || now.version, restarts };
        },
      },
      stopping,
    );
    say("stopped");
  } finally {
    control.close({ isForAll: asked.signal.aborted });
  }
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  wait(ms, undefined, { signal }).catch(() => undefined);

/**
 * Two people may be signed in at once, and the desk has one printer: the second one waits until the first has signed out.
 * Undefined when it is not to run at all: Titian is being updated or removed.
 */
async function untilOurs(
  answers: Parameters<typeof takeControl>[1],
  log: LogFile,
  signal: AbortSignal,
): Promise<Control | undefined> {
  for (let isFirst = true; !signal.aborted; isFirst = false) {
    const control = await takeControl(CONTROL, answers);
    if (control) return control;
    if (isFirst) log.say("another Titian runs on this PC; this one waits");
    if (await waitForTurn(CONTROL, signal)) return undefined;
    await pause(TRY_AGAIN_MS, signal);
  }
  return undefined;
}
