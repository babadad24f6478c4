import { effect, type Signal, signal } from "@preact/signals";
import type { WaitingRoomView } from "../../../src/bridge/protocol/ticket-shapes.ts";
import type { Connection } from "../../console/connection.ts";

/** News comes by itself; this finds out about midnight, and about a line that is dead and does not say so, ms. */
const ASK_EVERY_MS = 30_000;
const ANSWER_WITHIN_MS = 10_000;

/** What the daemon last said to this screen, and whether it still says anything. */
export class RoomState {
  readonly view: Signal<WaitingRoomView | undefined> = signal(undefined);
  /** False from the moment at which a call could be missed. */
  readonly isLive: Signal<boolean> = signal(false);
  readonly #connection: Connection;
  readonly #onCall: () => void;

  constructor(connection: Connection, onCall: () => void) {
    this.#connection = connection;
    this.#onCall = onCall;
  }

  start(): void {
    const { link } = this.#connection;
    this.#connection.on("waitingRoom.changed", (view) => this.#put(view));
    effect(() => {
      if (link.value === "open") void this.#ask();
      else if (link.value !== "connecting") this.isLive.value = false;
    });
    setInterval(() => void this.#ask(), ASK_EVERY_MS);
  }

  async #ask(): Promise<void> {
    if (this.#connection.link.peek() !== "open") return;
    try {
      this.#put(await this.#connection.call("waitingRoom.get", {}, { withinMs: ANSWER_WITHIN_MS }));
    } catch {
      this.isLive.value = false;
    }
  }

  #put(view: WaitingRoomView): void {
    const before = this.view.peek();
    this.view.value = view;
    this.isLive.value = true;
    // What was called before the screen was switched on is shown and not rung.
    if (before && isCall(before, view)) this.#onCall();
  }
}

/** Somebody is called who was not, or is called once more. */
export function isCall(before: WaitingRoomView, after: WaitingRoomView): boolean {
  const [newest] = after.called;
  if (!newest) return false;
  const known = before.called.find(({ number }) => number === newest.number);
  return newest.calls > (known?.calls ?? 0);
}
