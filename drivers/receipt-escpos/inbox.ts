import { untilAborted } from "../../src/devices/index.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import type { Answers } from "./transport.ts";

/** An answer has a few bytes; more than this is a device that talks without being asked. */
const MAX_BYTES = 1_024;

/** Bytes that arrive by themselves, kept until somebody asks. An endless talker costs no memory. */
export class Inbox implements Answers {
  #bytes: Uint8Array = new Uint8Array();
  #arrived = Promise.withResolvers<void>();
  #isOver = false;

  add(bytes: Uint8Array): void {
    this.#bytes = Buffer.concat([this.#bytes, bytes]).subarray(-MAX_BYTES);
    this.#wake();
  }

  /** Nothing will arrive any more. */
  end(): void {
    this.#isOver = true;
    this.#wake();
  }

  clear(): Promise<void> {
    this.#bytes = new Uint8Array();
    return Promise.resolve();
  }

  async next(signal: AbortSignal): Promise<Uint8Array> {
    while (this.#bytes.length === 0) {
      if (this.#isOver) throw new TitianError("DEVICE_NOT_CONNECTED");
      await untilAborted(this.#arrived.promise, signal);
    }
    const bytes = this.#bytes;
    await this.clear();
    return bytes;
  }

  #wake(): void {
    this.#arrived.resolve();
    this.#arrived = Promise.withResolvers();
  }
}
