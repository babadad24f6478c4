import { Exchange } from "./exchange.ts";
import { build, type Found, lookAt } from "./find-page.ts";
import { FormWatches } from "./form-watches.ts";
import type { InlislitePage } from "./page.ts";
import { looksAlike, type PageTools } from "./sighting.ts";

/** Pages redraw in bursts. One look within this time answers all of a burst, and a burst without end is still looked at. */
const LOOK_AFTER_MS = 100;

interface Options {
  /** Of every request to INLISLite. */
  readonly answerWithinMs?: number;
}

/**
 * Tells which page of INLISLite is shown: now, and whenever it becomes another one without being loaded anew (Pjax, tabs,
 * dialogs). Pjax tells only jQuery of its changes, so the document and the history are watched from outside. A page is left
 * before the next one is told of.
 */
export function watchPages(
  document: Document,
  listener: (page: InlislitePage | undefined) => void,
  { answerWithinMs }: Options = {},
): Disposable {
  const watch = new PageWatch(document, listener, new Exchange(answerWithinMs));
  watch.start();
  return watch;
}

class PageWatch implements Disposable {
  readonly #window: Window;
  readonly #tools: PageTools & { readonly forms: FormWatches };
  readonly #listener: (page: InlislitePage | undefined) => void;
  readonly #observer = new MutationObserver(() => this.#soon());
  readonly #over = new AbortController();
  #timer: number | undefined;
  #found: Found | undefined;
  #page: InlislitePage | undefined;

  constructor(document: Document, listener: (page: InlislitePage | undefined) => void, exchange: Exchange) {
    this.#window = document.defaultView ?? window;
    this.#tools = { document, exchange, forms: new FormWatches() };
    this.#listener = listener;
  }

  start(): void {
    const { signal } = this.#over;
    const soon = (): void => this.#soon();
    this.#observer.observe(this.#tools.document, {
      childList: true,
      subtree: true,
      attributes: true,
      attributeFilter: ["class"],
    });
    for (const type of ["popstate", "hashchange", "pageshow"]) {
      this.#window.addEventListener(type, soon, { signal });
    }
    // Tells of pushState as well, which has no event of its own; without it the next change of the document does.
    const { navigation } = this.#window as Window & { readonly navigation?: EventTarget };
    navigation?.addEventListener("currententrychange", soon, { signal });
    this.#look(true);
  }

  [Symbol.dispose](): void {
    this.#over.abort();
    this.#observer.disconnect();
    this.#window.clearTimeout(this.#timer);
    this.#page?.leave();
    this.#tools.forms[Symbol.dispose]();
  }

  #soon(): void {
    this.#timer ??= this.#window.setTimeout(() => {
      this.#timer = undefined;
      this.#look(false);
    }, LOOK_AFTER_MS);
  }

  #look(isFirst: boolean): void {
    const before = this.#found;
    try {
      this.#found = lookAt(this.#tools.document, this.#window.location);
    } catch {
      // A page that cannot be read is a page without Titian; INLISLite's own scripts must not notice.
      this.#found = undefined;
    }
    if (!isFirst && looksAlike(before?.sighting, this.#found?.sighting)) return;
    this.#page?.leave();
    this.#page = this.#found && build(this.#found, this.#tools);
    this.#listener(this.#page);
  }
}
