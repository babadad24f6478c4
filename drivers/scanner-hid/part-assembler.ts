import { type ScannedText, scanText } from "../../src/devices/index.ts";
import type { Part } from "./read-report.ts";

/** Far more than the largest QR code holds (2,953 bytes); what is longer is noise. */
const MAX_BYTES = 4_096;
/** A scanner sends a code in one breath. What was left lying for longer belongs to a code that broke off. */
const STALE_MS = 1_000;

/** Puts together a code that came in several reports. Time is a parameter of each call. */
export class PartAssembler {
  #parts: Uint8Array[] = [];
  #size = 0;
  #symbology: string | undefined;
  #lastPartMs = 0;

  /** The code that this part ends; undefined while more follows, and for a code with nothing to read in it. */
  add(part: Part, nowMs: number): ScannedText | undefined {
    if (nowMs - this.#lastPartMs > STALE_MS) this.drop();
    this.#lastPartMs = nowMs;
    this.#symbology ??= part.symbology;
    this.#size += part.bytes.length;
    // Past the bound nothing is kept, but the end still has to be found.
    if (this.#size <= MAX_BYTES) this.#parts.push(part.bytes);
    else this.#parts = [];
    return part.isLast ? this.#end() : undefined;
  }

  drop(): void {
    this.#parts = [];
    this.#size = 0;
    this.#symbology = undefined;
  }

  #end(): ScannedText | undefined {
    const text = this.#size > MAX_BYTES ? "" : scanText(Buffer.concat(this.#parts));
    const scan = text === "" ? undefined : { text, symbology: this.#symbology };
    this.drop();
    return scan;
  }
}
