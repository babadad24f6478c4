import { randomUUID } from "node:crypto";
import type { Clock } from "../kernel/clock.ts";
import { TitianError } from "../kernel/errors.ts";
import type { BinaryFrame } from "./protocol/binary.ts";

/** Long enough to look at a photo, ask the member, and crop it. */
const HELD_MS = 10 * 60 * 1000;
const MAX_COUNT = 20;
const MAX_BYTES = 40 * 1024 * 1024;

interface Held {
  readonly bytes: Uint8Array;
  readonly untilMs: number;
}

/** The bytes beside one session's JSON: pictures sent by the page or captured for it, for ten minutes and 40 MiB. */
export class Frames {
  readonly #clock: Clock;
  readonly #send: (frame: BinaryFrame) => void;
  readonly #held = new Map<string, Held>();
  #bytes = 0;

  constructor(clock: Clock, send: (frame: BinaryFrame) => void) {
    this.#clock = clock;
    this.#send = send;
  }

  /** Sends the bytes to the page and keeps them, so that a later request can name them. */
  hold(bytes: Uint8Array): string {
    const id = this.send(bytes);
    this.accept({ id, bytes });
    return id;
  }

  /** Sends the bytes to the page and forgets them: nothing will be asked of a preview. */
  send(bytes: Uint8Array): string {
    const id = randomUUID();
    this.#send({ id, bytes });
    return id;
  }

  /** What a page sent. The oldest frames leave when there are too many or they weigh too much. */
  accept({ id, bytes }: BinaryFrame): void {
    this.#drop(id);
    this.#held.set(id, { bytes, untilMs: this.#clock.monotonicMs() + HELD_MS });
    this.#bytes += bytes.length;
    this.#makeRoom();
  }

  /** The bytes stay until they expire, so that the page may repeat a request that failed. */
  take(id: string): Uint8Array {
    this.#makeRoom();
    const held = this.#held.get(id);
    if (!held) throw new TitianError("FRAME_UNKNOWN", { details: { frame: id } });
    return held.bytes;
  }

  /** The bytes, and no longer held: of a stream of previews nobody asks for one twice. */
  pull(id: string): Uint8Array {
    const bytes = this.take(id);
    this.#drop(id);
    return bytes;
  }

  clear(): void {
    this.#held.clear();
    this.#bytes = 0;
  }

  get heldBytes(): number {
    return this.#bytes;
  }

  #makeRoom(): void {
    const nowMs = this.#clock.monotonicMs();
    for (const [id, { untilMs }] of this.#held) {
      const isOver = this.#held.size > MAX_COUNT || this.#bytes > MAX_BYTES;
      if (!isOver && untilMs > nowMs) return;
      this.#drop(id);
    }
  }

  #drop(id: string): void {
    const held = this.#held.get(id);
    if (!held) return;
    this.#held.delete(id);
    this.#bytes -= held.bytes.length;
  }
}
