/** A daemon that has been started. */
export interface Daemon {
  readonly version: string;
  /** Resolves with its exit code, or what ended it. */
  readonly ended: Promise<number | string>;
  /** Asks it to finish what it does. */
  stop(): void;
  kill(): void;
  /** Calls back with each of its signs of life, which are systemd's words; undefined for a version that gives none. */
  readonly hear: ((listener: (sign: string) => void) => void) | undefined;
}

export interface Watcher {
  /** Resolves after that time, or at once when the signal aborts. */
  readonly pause: (ms: number, signal: AbortSignal) => Promise<void>;
  readonly say: (line: string) => void;
}

/** As the unit on Linux has them: TimeoutStartSec, WatchdogSec, TimeoutStopSec; the last, until Windows has ended what it was told to. */
export const WAITS_MS = { ready: 90_000, sign: 60_000, stop: 30_000, end: 30_000 } as const;
const TURN_MS = 1_000;

type Wait = keyof typeof WAITS_MS;

const MISSED: Readonly<Record<Wait, (version: string, seconds: number) => string>> = {
  ready: (version, seconds) => `Titian ${version} is not ready after ${seconds} s: it is asked to stop`,
  sign: (version, seconds) => `Titian ${version} has given no sign of life for ${seconds} s: it is ended`,
  stop: (version, seconds) => `Titian ${version} has not stopped within ${seconds} s: it is ended`,
  end: (version) => `Titian ${version} cannot be ended: this PC has to be restarted`,
};

/**
 * Resolves with how the daemon ended: by itself, because `stopping` aborted, or because it hung. How long it is waited for is counted
 * in turns that this process gets itself, a second each: none pass while the PC sleeps, and where nobody gets a turn they come late.
 */
export async function watch(
  daemon: Daemon,
  { pause, say }: Watcher,
  stopping: AbortSignal,
): Promise<number | string> {
  const patience = new Patience(daemon.hear && "ready");
  daemon.hear?.((sign) => {
    if (patience.isReadyBy(sign)) say(`Titian ${daemon.version} is ready`);
  });
  const askToStop = (): void => {
    patience.waitFor("stop");
    daemon.stop();
  };
  if (stopping.aborted) askToStop();
  else stopping.addEventListener("abort", askToStop, { once: true });
  const over = new AbortController();
  const ended = daemon.ended.finally(() => over.abort());
  for (;;) {
    await pause(TURN_MS, over.signal);
    if (over.signal.aborted) break;
    const missed = patience.missedAfter(TURN_MS);
    if (missed === undefined) continue;
    say(MISSED[missed](daemon.version, patience.grantedMs / 1000));
    if (missed === "ready") askToStop();
    else patience.waitFor(missed === "end" ? undefined : "end");
    // At once, as systemd's watchdog does: one that comes to itself again would say that it was stopped in good order.
    if (missed === "sign" || missed === "stop") daemon.kill();
  }
  stopping.removeEventListener("abort", askToStop);
  return ended;
}

/** What a daemon is waited for, if anything, and how much longer. */
class Patience {
  grantedMs = 0;
  #awaited: Wait | undefined;
  #leftMs = 0;

  constructor(wait: Wait | undefined) {
    this.waitFor(wait);
  }

  waitFor(wait: Wait | undefined): void {
    this.#awaited = wait;
    this.#grant(wait ? WAITS_MS[wait] : 0);
  }

  #grant(ms: number): void {
    this.grantedMs = ms;
    this.#leftMs = ms;
  }

  /** Hears a sign; true for the one that a start was waited for. */
  isReadyBy(sign: string): boolean {
    const isStarting = this.#awaited === "ready";
    const isRunning = this.#awaited === "sign";
    const isReady = isStarting && sign === "READY=1";
    const longerUs = Number(/^EXTEND_TIMEOUT_USEC=(\d{1,12})$/.exec(sign)?.[1] ?? 0);
    if (isStarting && longerUs > 0) this.#grant(longerUs / 1000);
    else if (isReady || (isRunning && sign === "WATCHDOG=1")) this.waitFor("sign");
    else if ((isStarting || isRunning) && sign === "STOPPING=1") this.waitFor("stop");
    return isReady;
  }

  /** What has not come, once the wait for it is over. */
  missedAfter(ms: number): Wait | undefined {
    this.#leftMs -= ms;
    return this.#leftMs <= 0 ? this.#awaited : undefined;
  }
}
