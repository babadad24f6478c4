import { failureOf, jsonOf } from "../exchange.ts";
import type { PutFailure } from "../page.ts";

type Answered = (failure: PutFailure | undefined) => void;

/** What of jQuery is used: its documented global events and request settings. Its objects and INLISLite's stay as they are. */
type JQuery = (target: Document) => {
  on(type: string, listener: AjaxListener): void;
  off(type: string): void;
};
type AjaxListener = (event: unknown, request: unknown, settings: AjaxSettings) => void;
interface AjaxSettings {
  readonly url?: string;
  xhr?: () => XMLHttpRequest;
}

const AJAX_SEND = "ajaxSend.titian";
/** The pop-up in which the page tells the outcome, whichever revision of SweetAlert2 draws it. */
const POPUP = { shown: ".swal2-popup", success: ".swal2-success", failure: ".swal2-error, .swal2-warning" };

/**
 * How INLISLite answered the 3.3 edit form, which the page sends by AJAX and stays. The request itself is asked, so that an
 * expired session is told from a refusal; where the page's jQuery cannot be reached, its pop-up is read. Nothing is patched.
 * jQuery is looked for only as the form is sent: behind the proxy this script runs long before it is loaded.
 */
export function watchSaveAnswer(form: HTMLFormElement, answered: Answered): Disposable {
  const over = new AbortController();
  let watch: Disposable | undefined;
  const begin = (): void => {
    watch?.[Symbol.dispose]();
    const { jQuery } = window as Window & { readonly jQuery?: JQuery };
    watch = typeof jQuery === "function" ? askRequest(jQuery, form, answered) : readPopup(form, answered);
  };
  form.addEventListener("formdata", begin, { signal: over.signal });
  return {
    [Symbol.dispose]: () => {
      over.abort();
      watch?.[Symbol.dispose]();
    },
  };
}

/** Not jQuery's `ajaxComplete`: a page whose SweetAlert did not load throws in its own handler, and jQuery then tells nobody. */
function askRequest(jQuery: JQuery, form: HTMLFormElement, answered: Answered): Disposable {
  const page = jQuery(form.ownerDocument);
  page.on(AJAX_SEND, (_event, _request, settings) => {
    const { url, xhr: make } = settings;
    if (!make || !leadsTo(form, url)) return;
    settings.xhr = () => {
      const request = make();
      request.addEventListener("loadend", () => answered(failureIn(request)));
      return request;
    };
  });
  return { [Symbol.dispose]: () => page.off(AJAX_SEND) };
}

function leadsTo(form: HTMLFormElement, url: string | undefined): boolean {
  const { baseURI } = form.ownerDocument;
  if (url === undefined || !URL.canParse(url, baseURI)) return false;
  return new URL(url, baseURI).pathname === new URL(form.action, baseURI).pathname;
}

function failureIn(request: XMLHttpRequest): PutFailure | undefined {
  if (request.status === 0) return "unreachable";
  const text = request.responseText;
  const failure = failureOf(request, text);
  if (failure) return failure;
  const answer = jsonOf(text);
  if (!answer) return "not-json";
  return answer["success"] === true ? undefined : "server-error";
}

function readPopup(form: HTMLFormElement, answered: Answered): Disposable {
  const { ownerDocument: document } = form;
  const observer = new MutationObserver(() => {
    const popup = document.querySelector(POPUP.shown);
    const isSuccess = popup !== null && isAnyShown(popup, POPUP.success);
    if (!isSuccess && !(popup && isAnyShown(popup, POPUP.failure))) return;
    observer.disconnect();
    answered(isSuccess ? undefined : "server-error");
  });
  const changes = { childList: true, subtree: true, attributes: true, attributeFilter: ["class"] };
  observer.observe(document.body, changes);
  return { [Symbol.dispose]: () => observer.disconnect() };
}

/** SweetAlert2 keeps all its icons in the pop-up and shows one. */
const isAnyShown = (popup: Element, icons: string): boolean =>
  Array.from(popup.querySelectorAll(icons)).some((icon) => getComputedStyle(icon).display !== "none");
