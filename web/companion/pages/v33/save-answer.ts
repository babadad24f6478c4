import { failureOf, jsonOf } from "../exchange.ts";
import type { PutFailure } from "../page.ts";

/** What of jQuery is used: listening to its documented global events, which leaves its objects and INLISLite's as they are. */
type JQuery = (target: Document) => {
  on(type: string, listener: AjaxListener): void;
  off(type: string): void;
};
type AjaxListener = (event: unknown, request: AjaxRequest, settings: AjaxSettings) => void;
interface AjaxRequest {
  readonly status: number;
  readonly responseText?: string;
}
interface AjaxSettings {
  readonly url?: string;
}

const AJAX_COMPLETE = "ajaxComplete.titian";
/** The pop-up in which the page tells the outcome, whichever revision of SweetAlert2 draws it. */
const POPUP = ".swal2-popup";
const SUCCESS = ".swal2-success";
const NO_SUCCESS = ".swal2-error, .swal2-warning";

/**
 * How INLISLite answered the 3.3 edit form, which the page sends by AJAX and stays. jQuery tells with the answer itself, so
 * an expired session is told from a refusal. Where its jQuery cannot be reached, the page's own pop-up is read. Nothing is patched.
 */
export function watchSaveAnswer(form: HTMLFormElement, answered: (failure?: PutFailure) => void): Disposable {
  const document = form.ownerDocument;
  const jQuery = (document.defaultView as unknown as { jQuery?: JQuery }).jQuery;
  return typeof jQuery === "function" ? byJQuery(jQuery, form, answered) : byPopup(form, answered);
}

function byJQuery(
  jQuery: JQuery,
  form: HTMLFormElement,
  answered: (failure?: PutFailure) => void,
): Disposable {
  const document = form.ownerDocument;
  const listener: AjaxListener = (_event, request, { url }) => {
    if (!url || new URL(url, document.baseURI).pathname !== new URL(form.action).pathname) return;
    const text = request.responseText ?? "";
    const failure = request.status === 0 ? "unreachable" : failureOf(request, text);
    if (failure) return answered(failure);
    const answer = jsonOf(text);
    if (!answer) return answered("not-json");
    answered(answer["success"] === true ? undefined : "server-error");
  };
  jQuery(document).on(AJAX_COMPLETE, (...event) => {
    try {
      listener(...event);
    } catch {
      // An answer that cannot be understood is none; jQuery's own listeners after this one must run.
    }
  });
  return { [Symbol.dispose]: () => jQuery(document).off(AJAX_COMPLETE) };
}

function byPopup(form: HTMLFormElement, answered: (failure?: PutFailure) => void): Disposable {
  const document = form.ownerDocument;
  const over = new AbortController();
  let isWaiting = false;
  form.addEventListener("formdata", () => (isWaiting = true), { signal: over.signal });
  const observer = new MutationObserver(() => {
    const popup = isWaiting ? document.querySelector(POPUP) : null;
    if (!popup) return;
    const isSuccess = isShown(popup.querySelector(SUCCESS));
    if (!isSuccess && !Array.from(popup.querySelectorAll(NO_SUCCESS)).some(isShown)) return;
    isWaiting = false;
    answered(isSuccess ? undefined : "server-error");
  });
  observer.observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ["class"],
  });
  return {
    [Symbol.dispose]: () => {
      over.abort();
      observer.disconnect();
    },
  };
}

/** SweetAlert2 keeps all its icons in the pop-up and shows one. */
const isShown = (icon: Element | null): boolean => icon !== null && getComputedStyle(icon).display !== "none";
