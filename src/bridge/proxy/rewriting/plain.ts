import { type Addresses, LONGEST_ADDRESS } from "../addresses.ts";
import type { Rewriter } from "./rewriter.ts";

/** Addresses in a text without structure: JSON, CSS. What may be the beginning of one waits for the next piece. */
export class PlainRewriter implements Rewriter {
  readonly #addresses: Addresses;
  #text = "";
  /** What was put out already; kept because an address depends on the character before it. */
  #from = 0;

  constructor(addresses: Addresses) {
    this.#addresses = addresses;
  }

  push(text: string): string {
    this.#text += text;
    return this.#release(Math.max(this.#from, this.#text.length - LONGEST_ADDRESS));
  }

  end(): string {
    return this.#release(this.#text.length);
  }

  #release(until: number): string {
    const { text, end } = this.#addresses.between(this.#text, this.#from, until);
    const keep = Math.max(0, end - 1);
    this.#text = this.#text.slice(keep);
    this.#from = end - keep;
    return text;
  }
}
