import { untilAborted } from "../../src/devices/index.ts";

/**
 * Native calls run on the threads that file access and name look-up need as well, four of them in the whole process, and a
 * spooler that talks to a dead network printer keeps its thread for minutes: more than this many at once would stop the daemon.
 */
const AT_ONCE = 2;

/** Places to work in, handed out in the order of asking. */
export class NativePlaces {
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(count: number) {
    this.#free = count;
  }

  /** Resolves with a place; disposing of it passes it on. Rejects with the signal's reason, and then holds none. */
  async take(signal: AbortSignal): Promise<Disposable> {
    signal.throwIfAborted();
    if (this.#free > 0) {
      this.#free -= 1;
      return this.#place();
    }
    const turn = new Promise<void>((resolve) => this.#waiting.push(resolve));
    try {
      await untilAborted(turn, signal);
    } catch (error) {
      // The turn still comes, and is passed on.
      void turn.then(() => this.#pass());
      throw error;
    }
    return this.#place();
  }

  #place(): Disposable {
    return { [Symbol.dispose]: () => this.#pass() };
  }

  #pass(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#free += 1;
  }
}

/** One for the process, as its threads are. */
export const nativePlaces = new NativePlaces(AT_ONCE);
