import type { BinaryFrame } from "../protocol/binary.ts";

const MAX_COUNT = 24;
const MAX_BYTES = 32 * 1024 * 1024;

/** The newest pictures from the daemon. Bytes always arrive before the message that names them. */
export class ReceivedFrames {
  readonly #bytesById = new Map<string, Uint8Array>();
  #total = 0;

  keep({ id, bytes }: BinaryFrame): void {
    this.#bytesById.set(id, bytes);
    this.#total += bytes.length;
    for (const [oldest, { length }] of this.#bytesById) {
      if (this.#bytesById.size <= MAX_COUNT && this.#total <= MAX_BYTES) return;
      this.#bytesById.delete(oldest);
      this.#total -= length;
    }
  }

  get(id: string): Uint8Array | undefined {
    return this.#bytesById.get(id);
  }
}
