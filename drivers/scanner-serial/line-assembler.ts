import type { Terminator } from "./terminators.ts";

/** The longest code a library meets is a QR of some hundred characters; what is longer is noise or the wrong baud rate. */
const MAX_BYTES = 512;
/** A scanner sends a code in one breath. What was left lying for longer belongs to a code that broke off. */
const STALE_MS = 1_000;

const END_BYTE = { cr: 0x0d, lf: 0x0a, crlf: 0x0a, tab: 0x09, none: undefined } as const;

/** Puts together what a serial line delivers in pieces. Time is a parameter of each call. */
export class LineAssembler {
  readonly #endByte: number | undefined;
  #bytes: number[] = [];
  #isTooLong = false;
  #lastByteMs = 0;

  constructor(terminator: Terminator) {
    this.#endByte = END_BYTE[terminator];
  }

  /** Bytes that wait for their end. */
  get size(): number {
    return this.#bytes.length;
  }

  /** The codes that this piece ends, in order. */
  add(piece: Uint8Array, nowMs: number): readonly Uint8Array[] {
    if (nowMs - this.#lastByteMs > STALE_MS) this.drop();
    this.#lastByteMs = nowMs;
    const lines: Uint8Array[] = [];
    for (const byte of piece) {
      if (byte === this.#endByte) {
        const line = this.end();
        if (line) lines.push(line);
      } else if (this.#bytes.length < MAX_BYTES) this.#bytes.push(byte);
      else this.#isTooLong = true;
    }
    return lines;
  }

  /** The code so far, ended by silence or a terminator; undefined when there is none, or one that is too long. */
  end(): Uint8Array | undefined {
    const line = this.#isTooLong || this.#bytes.length === 0 ? undefined : Uint8Array.from(this.#bytes);
    this.drop();
    return line;
  }

  drop(): void {
    this.#bytes = [];
    this.#isTooLong = false;
  }
}
