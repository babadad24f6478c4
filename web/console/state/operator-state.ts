import { computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { DeskOperatorView } from "../../../src/bridge/protocol/operator-shapes.ts";
import type { Connection } from "../connection.ts";

/** How often the daemon hears that somebody works here, ms. */
const TELL_EVERY_MS = 30_000;

/** Who is signed in at this desk, for the console and for the companion: they share the one operator. */
export class OperatorState {
  readonly current: Signal<DeskOperatorView | undefined> = signal(undefined);
  /** The daemon answers nothing that matters until somebody signs in. */
  readonly isLocked: ReadonlySignal<boolean> = computed(
    () => this.current.value?.areUsed === true && this.current.value.signedIn === null,
  );
  readonly #connection: Pick<Connection, "call" | "on">;
  #toldMs = Number.NEGATIVE_INFINITY;

  constructor(connection: Pick<Connection, "call" | "on">) {
    this.#connection = connection;
  }

  /** `entered`: somebody else works here from now on, so that everything is to be asked for again. */
  start(entered: () => void): void {
    this.#connection.on("operator.changed", (next) => {
      const before = this.current.peek()?.signedIn?.operator;
      this.current.value = next;
      if (next.signedIn && next.signedIn.operator !== before) entered();
    });
    for (const kind of ["keydown", "pointerdown"])
      window.addEventListener(kind, () => this.#touched(), { capture: true, passive: true });
  }

  async refresh(): Promise<void> {
    this.current.value = await this.#connection.call("operator.current", {});
  }

  #touched(): void {
    const nowMs = performance.now();
    if (!this.current.peek()?.signedIn || nowMs - this.#toldMs < TELL_EVERY_MS) return;
    this.#toldMs = nowMs;
    // Heard or not, the next touch tells again.
    this.#connection.call("operator.active", {}).catch(() => undefined);
  }
}
