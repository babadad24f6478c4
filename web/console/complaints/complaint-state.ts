import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { ComplaintCounts } from "../../../src/bridge/protocol/complaint-shapes.ts";
import type { Connection } from "../connection.ts";

/** A day may begin, and a week be over, without anybody doing anything, ms. */
const LOOK_EVERY_MS = 5 * 60_000;

/** How many complaints there are, for every page; the last answer stays while the daemon is away. */
export class ComplaintState {
  /** Undefined until the daemon has answered. */
  readonly counts: Signal<ComplaintCounts | undefined> = signal(undefined);
  /** Counts the news, so that a page reads again. */
  readonly news: Signal<number> = signal(0);
  /** What somebody should look at now. */
  readonly asked: ReadonlySignal<number> = computed(() => {
    const counts = this.counts.value;
    return counts ? counts.overdue + counts.dueToday + counts.forgotten : 0;
  });
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  start(): void {
    this.#connection.on("complaints.changed", ({ counts }) => {
      this.counts.value = counts;
      this.news.value += 1;
    });
    setInterval(() => {
      if (this.#connection.link.value === "open") void this.refresh();
    }, LOOK_EVERY_MS);
  }

  forgetPeople(): void {
    this.counts.value = undefined;
  }

  async refresh(): Promise<void> {
    try {
      const { counts } = await this.#connection.call("complaints.list", {
        show: "open",
        limit: 1,
        offset: 0,
      });
      this.counts.value = counts;
      this.news.value += 1;
    } catch {
      // The link tells by itself when the daemon is away, and this runs again when it is back.
    }
  }
}
