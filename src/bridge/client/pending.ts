import type { ErrorBody } from "../protocol/envelope.ts";
import { LONGEST_DEADLINE_MS } from "../protocol/limits.ts";
import { CallError, type Timer } from "./transport.ts";

export interface CallOptions {
  /** Aborting it cancels the work in the daemon too. */
  readonly signal?: AbortSignal;
  /** Shorter than the command's own deadline, ms. */
  readonly withinMs?: number;
}

/** A little for the way. A daemon that is alive answers before. */
const ON_THE_WAY_MS = 2_000;

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: CallError) => void;
  readonly release: () => void;
}

/** Calls that wait for their answer. Ids are never used twice within one page. */
export class PendingCalls {
  readonly #timer: Timer;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;

  constructor(timer: Timer) {
    this.#timer = timer;
  }

  /** `onGivenUp` runs when this side stops waiting, so that the daemon can be told. */
  add(options: CallOptions, onGivenUp: (id: number) => void): { id: number; answer: Promise<unknown> } {
    const id = ++this.#last;
    const answer = new Promise<unknown>((resolve, reject) => {
      const giveUp = (code: "CANCELLED" | "DEADLINE_EXCEEDED") => () => {
        onGivenUp(id);
        this.#end(id)?.reject(CallError.local(code));
      };
      const stopTimer = this.#timer(
        (options.withinMs ?? LONGEST_DEADLINE_MS) + ON_THE_WAY_MS,
        giveUp("DEADLINE_EXCEEDED"),
      );
      const onAbort = giveUp("CANCELLED");
      options.signal?.addEventListener("abort", onAbort, { once: true });
      const release = () => {
        stopTimer();
        options.signal?.removeEventListener("abort", onAbort);
      };
      this.#waiting.set(id, { resolve, reject, release });
    });
    return { id, answer };
  }

  resolve(id: number, result: unknown): void {
    this.#end(id)?.resolve(result);
  }

  reject(id: number, error: ErrorBody): void {
    this.rejectWith(id, new CallError(error));
  }

  rejectWith(id: number, error: CallError): void {
    this.#end(id)?.reject(error);
  }

  rejectAll(error: CallError): void {
    for (const id of [...this.#waiting.keys()]) this.#end(id)?.reject(error);
  }

  #end(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    waiting?.release();
    return waiting;
  }
}
