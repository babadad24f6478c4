import type { PrintLedger } from "../../cards/print-ledger.ts";
import type { Clock } from "../../kernel/clock.ts";
import { subscribe } from "../../kernel/events.ts";
import type { Service } from "../../kernel/lifecycle.ts";
import type { Logger } from "../../kernel/log.ts";
import type { DeviceId } from "../../kernel/types.ts";
import type { EventHub } from "../broadcast.ts";
import { Damped } from "./damped.ts";
import type { QueueViews } from "./queue-views.ts";

/** Between two pictures of one queue: a batch of five hundred is accepted in seconds, ms. */
const TELL_EVERY_MS = 300;
/** Cards grow old without news: whether one is to be asked about is looked at this often, ms. */
const LOOK_EVERY_MS = 60_000;

interface Dependencies {
  readonly ledger: PrintLedger;
  readonly queues: QueueViews;
  readonly hub: Pick<EventHub, "publish">;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Tells the console what waits at each printer, whenever that has changed. */
export class QueueNews implements Service {
  readonly name = "queue news";
  readonly #deps: Dependencies;
  readonly #told = new Map<DeviceId, Damped>();
  #running = new AbortController();
  #subscription: Disposable | undefined;
  #loop: Promise<void> = Promise.resolve();

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  async start(): Promise<void> {
    const { ledger } = this.#deps;
    this.#running = new AbortController();
    this.#subscription = subscribe(ledger.events, "queueChanged", ({ printer }) => this.#touch(printer));
    this.#loop = this.#watch(this.#running.signal);
  }

  async stop(): Promise<void> {
    this.#subscription?.[Symbol.dispose]();
    this.#running.abort();
    for (const told of this.#told.values()) told[Symbol.dispose]();
    this.#told.clear();
    await this.#loop;
  }

  #touch(printer: DeviceId): void {
    const { clock, log, hub, queues } = this.#deps;
    const work = (): void => hub.publish("queue.changed", queues.of(printer));
    const told = this.#told.get(printer) ?? new Damped({ clock, log, afterMs: TELL_EVERY_MS, work });
    this.#told.set(printer, told);
    told.touch();
  }

  /** Only what has changed is told: a page that nothing happens on is left alone. */
  async #watch(running: AbortSignal): Promise<void> {
    const known = new Map<DeviceId, string>();
    while (!running.aborted) {
      await this.#deps.clock.sleep(LOOK_EVERY_MS, running).catch(() => undefined);
      if (running.aborted) return;
      for (const view of this.#deps.queues.all()) {
        const asked = view.attention.map(({ job }) => job).join();
        if (known.get(view.printer as DeviceId) !== asked) this.#touch(view.printer as DeviceId);
        known.set(view.printer as DeviceId, asked);
      }
    }
  }
}
