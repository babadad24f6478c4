import type { Exchange } from "../exchange.ts";
import { SELECTORS } from "./selectors.ts";

/**
 * INLISLite's own protection against forged requests. The revision of the facts carries the token and asks nobody for it;
 * later ones accept each token once, so that a request of ours would make the page's own copies stale.
 */
export class CsrfToken {
  readonly #document: Document;
  readonly #exchange: Exchange;

  constructor(document: Document, exchange: Exchange) {
    this.#document = document;
    this.#exchange = exchange;
  }

  get isThere(): boolean {
    return this.#copies.length > 0;
  }

  get fields(): Readonly<Record<string, string>> {
    const [copy] = this.#copies;
    return copy ? { [copy.name]: copy.value } : {};
  }

  /** The page, asked anew, has the token that is good now; every copy on the shown page gets it. */
  async renew(signal: AbortSignal): Promise<void> {
    const html = await this.#exchange.read(this.#document.URL, "text/html", signal);
    if (!html) return;
    const fresh = new DOMParser().parseFromString(new TextDecoder().decode(html), "text/html");
    const token = fresh.querySelector<HTMLInputElement>(SELECTORS.fields.csrf)?.value;
    if (token) for (const copy of this.#copies) copy.value = token;
  }

  get #copies(): readonly HTMLInputElement[] {
    return Array.from(this.#document.querySelectorAll<HTMLInputElement>(SELECTORS.fields.csrf));
  }
}
