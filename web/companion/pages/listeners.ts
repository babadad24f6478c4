/** Whoever is interested in one happening. A listener that throws takes nothing with it: it runs inside INLISLite's own events. */
export class Listeners<Payload extends readonly unknown[]> {
  readonly #listeners = new Set<(...payload: Payload) => void>();

  add(listener: (...payload: Payload) => void): Disposable {
    this.#listeners.add(listener);
    return { [Symbol.dispose]: () => void this.#listeners.delete(listener) };
  }

  tell(...payload: Payload): void {
    for (const listener of this.#listeners) {
      try {
        listener(...payload);
      } catch (error) {
        // Said like any uncaught error, but outside of the page's event.
        setTimeout(() => {
          throw error;
        });
      }
    }
  }
}
