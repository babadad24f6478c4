import type { FormWatch } from "./form-watch.ts";
import { Listeners } from "./listeners.ts";
import type { FormValues, PageForm, PutFailure } from "./page.ts";

const NOTHING: Disposable = { [Symbol.dispose]: () => undefined };

/** A form of INLISLite as the companion sees it: what is in it, and what becomes of it. */
export class WatchedForm implements PageForm {
  readonly values: () => FormValues;
  readonly #watch: FormWatch;
  readonly #saved = new Listeners<[]>();
  readonly #notSaved = new Listeners<[PutFailure]>();

  constructor(watch: FormWatch, values: () => FormValues) {
    this.#watch = watch;
    this.values = values;
  }

  readonly isDirty = (): boolean => this.#watch.isDirty;

  onFirstEdit(listener: () => void): Disposable {
    if (this.#watch.isEdited) {
      listener();
      return NOTHING;
    }
    const subscription = this.#watch.firstEdit.add(() => {
      subscription[Symbol.dispose]();
      listener();
    });
    return subscription;
  }

  onSubmit(listener: (values: FormValues) => void): Disposable {
    return this.#watch.sent.add(() => listener(this.values()));
  }

  onSaved(listener: () => void): Disposable {
    return this.#saved.add(listener);
  }

  onNotSaved(listener: (failure: PutFailure) => void): Disposable {
    return this.#notSaved.add(listener);
  }

  /** The page's own request was answered without leaving the page. */
  answered(failure: PutFailure | undefined): void {
    if (failure) {
      this.#notSaved.tell(failure);
    } else {
      this.#watch.saved();
      this.#saved.tell();
    }
  }
}

/** A field's text as it is sent, wherever on the form it is; empty where the library has switched the field off. */
export function textOf(form: HTMLFormElement, selector: string): string {
  const field = form.querySelector(selector);
  return field instanceof HTMLInputElement || field instanceof HTMLSelectElement ? field.value.trim() : "";
}
