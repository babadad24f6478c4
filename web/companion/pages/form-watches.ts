import { FormWatch } from "./form-watch.ts";

/** One watch a form, for as long as the form is there: what is unsaved outlives every new look at the page around it. */
export class FormWatches implements Disposable {
  readonly #watches = new Map<HTMLFormElement, FormWatch>();

  of(form: HTMLFormElement, filledByPage: RegExp): FormWatch {
    for (const known of this.#watches.keys()) if (!known.isConnected) this.#forget(known);
    const watch = this.#watches.get(form) ?? new FormWatch(form, filledByPage);
    this.#watches.set(form, watch);
    return watch;
  }

  [Symbol.dispose](): void {
    for (const form of this.#watches.keys()) this.#forget(form);
  }

  #forget(form: HTMLFormElement): void {
    this.#watches.get(form)?.[Symbol.dispose]();
    this.#watches.delete(form);
  }
}
