import type { TitianClient } from "../../src/bridge/client/client.ts";
import type { PrintJobView } from "../../src/bridge/protocol/shapes.ts";
import { JOB_STATES } from "../../src/cards/print-job.ts";
import type { SeededRandom } from "../../src/inlislite/embedded/random.ts";
import type { DaemonProcess } from "../harness/daemon-process.ts";

/** Of a daemon that has begun to print: some cards of each printer. */
const WORKING_MS = 2_000;
/** For news that do not come. */
const PATIENCE_MS = 6_000;

const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Before it listens: also in the middle of taking up what the last one left. */
export const DURING_START = "during-start";

export type KillMoment = typeof DURING_START | "any-time" | "at-news";

export function nextMoment(random: SeededRandom): KillMoment {
  const dice = random.next();
  return dice < 0.1 ? DURING_START : dice < 0.5 ? "any-time" : "at-news";
}

/** Resolves when the daemon has to die; `startMs` is how long the last one took to listen. */
export async function untilDuringStart(startMs: number, random: SeededRandom): Promise<void> {
  await after(random.next() * startMs);
}

/**
 * The same, of a daemon at work: at any time, or within 5 ms of the news that some job has reached some state. Both count from
 * the first job that moves: canvas, fonts and barcode reader take as long as they take on this machine.
 */
export async function untilAtWork(
  moment: KillMoment,
  { client }: DaemonProcess,
  random: SeededRandom,
): Promise<void> {
  await untilNews(client, () => true);
  if (moment === "any-time") return after(random.next() * WORKING_MS);
  const awaited = random.pick(JOB_STATES);
  const jitterMs = random.next() * 5;
  await untilNews(client, ({ state }) => state === awaited);
  await after(jitterMs);
}

async function untilNews(client: TitianClient, isAwaited: (job: PrintJobView) => boolean): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  using _news = client.on("job.changed", ({ job }) => {
    if (isAwaited(job)) resolve();
  });
  await Promise.race([promise, after(PATIENCE_MS)]);
}
