import type { FeedHead } from "./member-feed.ts";
import { Pace } from "./pace.ts";
import { portions, type SettleParts } from "./settle.ts";

/** Nobody can search before it ends, so it goes as fast as a server answers that is not in need. */
const LOAD_PACE = {
  rowsPerSecond: Number.POSITIVE_INFINITY,
  restPerMs: 0,
  fewestRows: 500,
  mostRows: 4_000,
} as const;

/** Where the poll goes on after a load. */
export const MARK = "mark";

/**
 * Reads every member in the order of ids, page by page: one page in memory, the next on its way. Returns false when the mirror
 * was made anew meanwhile.
 */
export async function load(
  { feed, mirror, clock }: SettleParts,
  head: FeedHead,
  onProgress: (loadedShare: number) => void,
  signal: AbortSignal,
): Promise<boolean> {
  if (mirror.size > 0) mirror.wipe();
  const { generation } = mirror;
  const pace = new Pace(LOAD_PACE);
  const expected = Math.max(1, await feed.estimate(signal));
  const read = async (afterId: string | undefined) => {
    const startMs = clock.monotonicMs();
    const rows = await feed.page(afterId, pace.rows, signal);
    return { rows, restMs: pace.restAfter(rows.length, clock.monotonicMs() - startMs) };
  };

  let page = await read(undefined);
  while (page.rows.length > 0) {
    if (page.restMs > 0) await clock.sleep(page.restMs, signal);
    const next = read(page.rows.at(-1)?.memberId);
    // It is awaited below, unless the mirror fails first.
    next.catch(() => undefined);
    for (const rows of portions(page.rows)) {
      if (mirror.generation !== generation) return false;
      mirror.load(rows);
      await eventLoop();
    }
    onProgress(Math.min(0.99, mirror.size / expected));
    page = await next;
  }
  if (mirror.generation !== generation) return false;
  // What was saved while the load ran is newer than this, and the first poll finds it.
  if (head.newest !== undefined) mirror.setNote(MARK, head.newest);
  mirror.finishLoad(clock.now());
  return true;
}

/** Whoever waits for the daemon goes first. */
function eventLoop(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
