import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { BoardView, StockLine } from "../../../src/bridge/protocol/finishing-shapes.ts";
import type { Connection } from "../connection.ts";

/** What the daemon last said of the board and the stock. */
export class BoardState {
  readonly view: Signal<BoardView | undefined> = signal(undefined);
  readonly stock: Signal<readonly StockLine[]> = signal([]);
  /** Counts presses of F2 on the board, so that the search box takes the focus each time. */
  readonly findAsked: Signal<number> = signal(0);
  /** Cards with work left: what the tab counts. */
  readonly atWork: ReadonlySignal<number> = computed(
    () => this.view.value?.cards.filter(({ place }) => place !== "ready").length ?? 0,
  );
  /** On `performance.now()`: when the figures were true. */
  #trueAtMs = 0;
  readonly #connection: Connection;
  #asking: Promise<void> | undefined;
  #isStale = false;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  start(): void {
    this.#connection.on("board.changed", () => void this.refresh());
    this.#connection.on("stock.changed", ({ lines }) => {
      this.stock.value = lines;
    });
  }

  /** Milliseconds since the figures were true, at this reading of the page's own clock. */
  sinceMs(nowMs: number): number {
    return Math.max(0, nowMs - this.#trueAtMs);
  }

  async openStock(): Promise<void> {
    this.stock.value = (await this.#connection.call("stock.get", {})).lines;
  }

  forgetPeople(): void {
    this.view.value = undefined;
  }

  /** One question at a time; whatever changes meanwhile is asked about once more. */
  refresh(): Promise<void> {
    this.#isStale = this.#asking !== undefined;
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = undefined;
      if (this.#isStale) void this.refresh();
    });
    return this.#asking;
  }

  async #ask(): Promise<void> {
    try {
      const view = await this.#connection.call("board.get", {});
      this.#trueAtMs = performance.now();
      this.view.value = view;
    } catch {
      // The link tells by itself when the daemon is away; the next change, or its return, asks again.
    }
  }
}
