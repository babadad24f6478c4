import { type Signal, signal } from "@preact/signals";
import { hashOf, type Page, parseHash, type Route } from "./route.ts";

/** The address bar is the state: a second tab and the Back button work by themselves. */
export class Router {
  readonly route: Signal<Route>;
  /** Asked before the page is left; false stays, and whoever answered so opens the way later. */
  guard: ((to: Route) => boolean) | undefined;
  readonly #window: Window;

  constructor(window: Window) {
    this.#window = window;
    this.route = signal(parseHash(window.location.hash));
    window.addEventListener("hashchange", () => {
      const to = parseHash(window.location.hash);
      if (this.#mayLeaveFor(to)) this.route.value = to;
      else window.history.replaceState(null, "", hashOf(this.route.value));
    });
  }

  go(page: Page, id?: string): void {
    if (!this.#mayLeaveFor({ page, id })) return;
    this.route.value = { page, id };
    this.#window.location.hash = hashOf({ page, id });
  }

  /** A second news of the page that is already shown is no leaving. */
  #mayLeaveFor(to: Route): boolean {
    return hashOf(to) === hashOf(this.route.value) || (this.guard?.(to) ?? true);
  }
}
