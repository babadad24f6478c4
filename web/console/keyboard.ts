import { isField } from "../scanning/field.ts";
import { listenForScans, type ScanListener } from "../scanning/listen.ts";

/** What the page does with keys that belong to nobody else. */
export interface KeyHandlers extends ScanListener {
  readonly help: () => void;
  readonly find: () => void;
  readonly call: () => void;
  readonly back: () => void;
}

/** Presses the main button of the dialog on top, or of the page. */
function pressMain(): boolean {
  const scope = document.querySelector<HTMLElement>("dialog[open]") ?? document;
  const button = scope.querySelector<HTMLButtonElement>("[data-main]:enabled");
  button?.click();
  return button !== null;
}

/** Scans first, then keys: what a scanner typed is not for any button. */
export function installKeyboard(handlers: KeyHandlers): Disposable {
  const scans = listenForScans(handlers);
  const onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    pressed(event, handlers);
  };
  window.addEventListener("keydown", onKey, { capture: true });
  return {
    [Symbol.dispose]: () => {
      scans[Symbol.dispose]();
      window.removeEventListener("keydown", onKey, { capture: true });
    },
  };
}

function pressed(event: KeyboardEvent, { help, find, call, back }: KeyHandlers): void {
  const isOpen = document.querySelector("dialog[open]") !== null;
  const done = (): void => event.preventDefault();
  if (event.key === "F1") {
    done();
    if (!isOpen) help();
  } else if (event.key === "F2") {
    done();
    if (!isOpen) find();
  } else if (event.key === "F4") {
    done();
    // A key that is held down calls nobody twice.
    if (!isOpen && !event.repeat) call();
  } else if (event.key === "Escape" && !isOpen && !isField(event.target)) {
    // A menu that is open shuts first: only the next Esc goes back.
    if (document.querySelector("details.menu[open]") === null) back();
  } else if (event.key === "Enter" && !isControl(event.target)) {
    if (pressMain()) done();
  } else if (event.key === " ") {
    pressShutter(event);
  }
}

/** Space takes the photo even while another main button has the focus; any other control keeps its Space. */
function pressShutter(event: KeyboardEvent): void {
  const scope = document.querySelector<HTMLElement>("dialog[open]") ?? document;
  const shutter = scope.querySelector<HTMLButtonElement>("[data-space]:enabled");
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
