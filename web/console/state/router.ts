import { type Signal, signal } from "@preact/signals";
import { hashOf, type Page, parseHash, type Route } from "./route.ts";

/** The address bar is the state: a second tab and the Back button work by themselves. */
export class Router {
  readonly route: Signal<Route>;
  readonly #window: Window;

  constructor(window: Window) {
    this.#window = window;
    this.route = signal(parseHash(window.location.hash));
    window.addEventListener("hashchange", () => {
      this.route.value = parseHash(window.location.hash);
    });
  }

  go(page: Page, id?: string): void {
    this.#window.location.hash = hashOf({ page, id });
    this.route.value = { page, id };
  }
}
