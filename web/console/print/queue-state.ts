import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { QueueView } from "../../../src/bridge/protocol/queue-shapes.ts";
import { type Connection, type Fault, faultOf } from "../connection.ts";

/** What the daemon last said of the printers' queues; the last answer stays while it is away. */
export class QueueState {
  /** Undefined until the daemon has answered. */
  readonly all: Signal<readonly QueueView[] | undefined> = signal(undefined);
  readonly fault: Signal<Fault | undefined> = signal(undefined);
  /** Cards that a person has to say something about: what the tab counts. */
  readonly asked: ReadonlySignal<number> = computed(() =>
    (this.all.value ?? []).reduce((sum, { attention }) => sum + attention.length, 0),
  );
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  start(): void {
    this.#connection.on("queue.changed", (view) => this.put(view));
  }

  put(view: QueueView): void {
    const known = this.all.value ?? [];
    const isKnown = known.some(({ printer }) => printer === view.printer);
    this.all.value = isKnown
      ? known.map((one) => (one.printer === view.printer ? view : one))
      : [...known, view];
  }

  forgetPeople(): void {
    this.all.value = undefined;
    this.fault.value = undefined;
  }

  async refresh(): Promise<void> {
    try {
      this.all.value = (await this.#connection.call("queue.get", {})).queues;
      this.fault.value = undefined;
    } catch (thrown) {
      const fault = faultOf(thrown);
      // Without words it was the link, which tells by itself and asks again when it is back.
      this.fault.value = fault?.text ? fault : undefined;
    }
  }
}
