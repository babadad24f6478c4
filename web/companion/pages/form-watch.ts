import { hasRestoredText, typedControls, valuesOf } from "./form-values.ts";
import { Listeners } from "./listeners.ts";

/** A person's gesture begins with one of these; what a script filled before it is nobody's edit. */
const GESTURE_BEGINS = ["pointerdown", "keydown"] as const;
const GESTURE_ENDS = ["pointerup", "click", "keyup"] as const;
const EDITS = ["input", "change"] as const;

/**
 * Whether a form of INLISLite holds something that is not saved, seen from outside of its scripts. select2 and the date
 * pickers set values without an event that a listener hears, and the page's own scripts fill fields on their own. So the
 * values before and after each gesture of a person are compared, until the first difference.
 */
export class FormWatch implements Disposable {
  readonly firstEdit = new Listeners<[]>();
  readonly sent = new Listeners<[]>();
  readonly #form: HTMLFormElement;
  /** Fields that the page's scripts fill at any time. */
  readonly #filledByPage: RegExp;
  readonly #over = new AbortController();
  #isEdited = false;
  #hasPhoto = false;
  /** Since the last gesture of a person. */
  #isSent = false;
  #hasRestoredText: boolean;
  #beforeGesture: string | undefined;
  /** As the form stood when a person first touched the page, without what scripts fill at any time. */
  #untouched: string | undefined;

  constructor(form: HTMLFormElement, filledByPage: RegExp) {
    this.#form = form;
    this.#filledByPage = filledByPage;
    this.#hasRestoredText = hasRestoredText(form, this.#isTyped);
    const document = form.ownerDocument;
    const options = { capture: true, passive: true, signal: this.#over.signal };
    for (const type of EDITS) document.addEventListener(type, this.#edited, options);
    for (const type of GESTURE_BEGINS) document.addEventListener(type, this.#gestureBegins, options);
    for (const type of GESTURE_ENDS) document.addEventListener(type, this.#gestureEnds, options);
    // Fired for a native submit, for `form.submit()` (Yii sends that way, without a submit event) and for `new FormData(form)`
    // (the 3.3 edit page), and for none of them when the page's own checks stopped it.
    form.addEventListener("formdata", this.#leaves, { signal: this.#over.signal });
  }

  get isEdited(): boolean {
    return this.#isEdited;
  }

  get isDirty(): boolean {
    if (this.#isEdited || this.#hasPhoto || this.#hasRestoredText) return true;
    return this.#untouched !== undefined && this.#untouched !== valuesOf(this.#form, this.#isTyped);
  }

  /** A photo was put into the form: it waits for the page's own Save like everything typed. */
  photoPut(): void {
    this.#hasPhoto = true;
  }

  saved(): void {
    this.#isEdited = false;
    this.#hasPhoto = false;
    this.#hasRestoredText = false;
    this.#untouched = undefined;
  }

  [Symbol.dispose](): void {
    this.#over.abort();
  }

  readonly #isTyped = (name: string): boolean => !this.#filledByPage.test(name);

  readonly #edited = ({ isTrusted, target }: Event): void => {
    const isOurs =
      target instanceof Element && typedControls(this.#form).includes(target as HTMLInputElement);
    if (isTrusted && isOurs) this.#markEdited();
  };

  /** Chromium gathers the fields of a native submit twice, the second time for its navigation API. */
  readonly #leaves = (): void => {
    if (this.#isSent) return;
    this.#isSent = true;
    this.sent.tell();
  };

  readonly #gestureBegins = ({ isTrusted }: Event): void => {
    if (!isTrusted) return;
    this.#isSent = false;
    if (this.#isEdited) return;
    this.#beforeGesture = valuesOf(this.#form, everything);
    this.#untouched ??= valuesOf(this.#form, this.#isTyped);
  };

  readonly #gestureEnds = ({ isTrusted }: Event): void => {
    if (!isTrusted || this.#isEdited || this.#beforeGesture === undefined) return;
    // After the page's own handlers of the same gesture.
    setTimeout(() => {
      const before = this.#beforeGesture;
      const isOver = this.#over.signal.aborted || before === undefined;
      if (!isOver && before !== valuesOf(this.#form, everything)) this.#markEdited();
    });
  };

  #markEdited(): void {
    if (this.#isEdited) return;
    this.#isEdited = true;
    this.#beforeGesture = undefined;
    this.firstEdit.tell();
  }
}

const everything = (): boolean => true;
