import { WEDGE, Wedge } from "./wedge.ts";

/** What the page does with keys that belong to nobody else. */
export interface KeyHandlers {
  readonly scanned: (text: string) => void;
  readonly help: () => void;
  readonly find: () => void;
  readonly back: () => void;
}

type Field = HTMLInputElement | HTMLTextAreaElement;

const isField = (target: EventTarget | null): target is Field =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && !["checkbox", "radio", "button", "file"].includes(target.type));

/** Puts back what the field held before a scanner typed into it, so that the page's own state follows. */
function restore(field: Field, value: string): void {
  const prototype =
    field instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, "value")?.set?.call(field, value);
  field.dispatchEvent(new InputEvent("input", { bubbles: true }));
}

/** Presses the main button of the dialog on top, or of the page. */
function pressMain(): boolean {
  const scope = document.querySelector<HTMLElement>("dialog[open]") ?? document;
  const button = scope.querySelector<HTMLButtonElement>("[data-main]:not([disabled])");
  button?.click();
  return button !== null;
}

/** One listener for the whole page: scans first, then keys. Installed in the capture phase, before any button hears. */
export function installKeyboard(handlers: KeyHandlers): void {
  const wedge = new Wedge();
  let before: { readonly field: Field; readonly value: string } | undefined;
  let silence: ReturnType<typeof setTimeout> | undefined;

  const scanned = (text: string): void => {
    if (before) restore(before.field, before.value);
    before = undefined;
    if (text !== "") handlers.scanned(text);
  };

  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    clearTimeout(silence);
    const verdict = wedge.press(event.key, performance.now());
    if (verdict.kind === "begins") {
      before = isField(event.target) ? { field: event.target, value: event.target.value } : undefined;
    }
    if (verdict.kind === "scanned") {
      event.preventDefault();
      event.stopImmediatePropagation();
      scanned(verdict.text);
      return;
    }
    // In a field only an end key makes a scan: a fast typist must not lose what was typed.
    if (!isField(event.target)) {
      silence = setTimeout(() => {
        const late = wedge.silence(performance.now());
        if (late.kind === "scanned") scanned(late.text);
      }, WEDGE.silenceMs + 10);
    }
    pressed(event, handlers);
  };
  window.addEventListener("keydown", onKey, { capture: true });
}

function pressed(event: KeyboardEvent, { help, find, back }: KeyHandlers): void {
  const isOpen = document.querySelector("dialog[open]") !== null;
  const done = (): void => event.preventDefault();
  if (event.key === "F1") {
    done();
    if (!isOpen) help();
  } else if (event.key === "F2") {
    done();
    if (!isOpen) find();
  } else if (event.key === "Escape" && !isOpen && !isField(event.target)) {
    back();
  } else if (event.key === "Enter" && !isControl(event.target)) {
    if (pressMain()) done();
  } else if (event.key === " ") {
    pressShutter(event);
  }
}

/** Space takes the photo even while another main button has the focus; any other control keeps its Space. */
function pressShutter(event: KeyboardEvent): void {
  const scope = document.querySelector<HTMLElement>("dialog[open]") ?? document;
  const shutter = scope.querySelector<HTMLButtonElement>("[data-space]:not([disabled])");
  const control =
    event.target instanceof Element
      ? event.target.closest("button, a, input, select, textarea, summary")
      : null;
  if (!shutter || control === shutter || (control && !control.hasAttribute("data-main"))) return;
  event.preventDefault();
  // A button is pressed when Space is let go, so letting go must mean nothing either.
  window.addEventListener("keyup", (up) => up.preventDefault(), { capture: true, once: true });
  shutter.click();
}

/** Buttons, links and fields answer Enter and Space themselves. */
function isControl(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest("button, a, input, select, textarea, summary") !== null;
}
