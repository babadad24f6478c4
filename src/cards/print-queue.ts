import type { DeviceId } from "../kernel/types.ts";

/** One line per printer: a job begins when the one before it has ended, well or badly. */
export class PrintQueue {
  readonly #tails = new Map<DeviceId, Promise<void>>();

  /** `work` settles everything itself: a rejection is a fault, and goes to `onFault` so that the line moves on. */
  add(printer: DeviceId, work: () => Promise<void>, onFault: (error: unknown) => void): void {
    const before = this.#tails.get(printer) ?? Promise.resolve();
    const mine = before.then(work).catch(onFault);
    this.#tails.set(printer, mine);
  }

  /** Resolves when everything added so far has ended. */
  async ended(): Promise<void> {
    await Promise.all(this.#tails.values());
  }
}
