import { batch, computed, type ReadonlySignal, type Signal, signal } from "@preact/signals";
import type { CommandName } from "../../../src/bridge/protocol/commands.ts";
import type { DeskOperatorView, Role } from "../../../src/bridge/protocol/operator-shapes.ts";
import type { Connection } from "../connection.ts";

/** How often the daemon hears that somebody works here, ms. */
const TELL_EVERY_MS = 30_000;

interface Listener {
  /** Nobody is signed in any more: what was shown of members goes. */
  readonly left: () => void;
  /** Somebody else works here from now on, so that everything is to be asked for again. */
  readonly entered: () => void;
}

/** Who is signed in at this desk, for the console and for the companion: they share the one operator. */
export class OperatorState {
  readonly current: Signal<DeskOperatorView | undefined> = signal(undefined);
  /** The daemon answers nothing that matters until somebody signs in. */
  readonly isLocked: ReadonlySignal<boolean> = computed(
    () => this.current.value?.areUsed === true && this.current.value.signedIn === null,
  );
  readonly #refused: ReadonlySignal<ReadonlyMap<string, Role>> = computed(
    () => new Map(this.current.value?.refuses.map(({ command, needs }) => [command, needs])),
  );
  readonly #connection: Pick<Connection, "call" | "on">;
  #left: Listener["left"] = () => undefined;
  #toldMs = Number.NEGATIVE_INFINITY;

  constructor(connection: Pick<Connection, "call" | "on">) {
    this.#connection = connection;
  }

  start({ left, entered }: Listener): void {
    this.#left = left;
    this.#connection.on("operator.changed", (next) => {
      const before = this.current.peek()?.signedIn?.operator;
      this.#take(next);
      if (next.signedIn && next.signedIn.operator !== before) entered();
    });
    for (const kind of ["keydown", "pointerdown"])
      window.addEventListener(kind, () => this.#touched(), { capture: true, passive: true });
  }

  /** The lowest role that may send all of them; undefined where whoever is signed in may, and at a desk without PINs. */
  needed(commands: readonly CommandName[]): Role | undefined {
    const roles = commands.flatMap((command) => this.#refused.value.get(command) ?? []);
    return roles.includes("head") ? "head" : roles[0];
  }

  async refresh(): Promise<void> {
    this.#take(await this.#connection.call("operator.current", {}));
  }

  #take(next: DeskOperatorView): void {
    batch(() => {
      this.current.value = next;
      if (this.isLocked.value) this.#left();
    });
  }

  #touched(): void {
    const nowMs = performance.now();
    if (!this.current.peek()?.signedIn || nowMs - this.#toldMs < TELL_EVERY_MS) return;
    this.#toldMs = nowMs;
    // Heard or not, the next touch tells again.
    this.#connection.call("operator.active", {}).catch(() => undefined);
  }
}
