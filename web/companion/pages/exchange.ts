import { PhotoNotPut, type PutFailure } from "./page.ts";

/** INLISLite on an old server under load takes seconds for one request. */
const ANSWER_WITHIN_MS = 20_000;

export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Requests to INLISLite's own endpoints, in the operator's session, each within a budget. Every failure becomes a `PhotoNotPut`. */
export class Exchange {
  readonly #withinMs: number;

  constructor(withinMs: number = ANSWER_WITHIN_MS) {
    this.#withinMs = withinMs;
  }

  /** Urlencoded, as the page's own scripts send it. Resolves for an answer that is INLISLite's own, whatever it says. */
  async post(
    address: string,
    fields: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<Answer> {
    const response = await this.#ask(address, { method: "POST", body: new URLSearchParams(fields) }, signal);
    const text = await this.#within(signal, response.text());
    const failure = failureOf(response, text);
    if (failure) throw new PhotoNotPut(failure);
    return { status: response.status, text };
  }

  /** Undefined for anything but a 200 of the wanted kind: what cannot be read cannot be compared. */
  async read(address: string, kind: string, signal: AbortSignal): Promise<Uint8Array | undefined> {
    try {
      const response = await this.#ask(address, {}, signal);
      const type = response.headers.get("content-type") ?? "";
      if (response.status !== 200 || !type.includes(kind)) return undefined;
      return new Uint8Array(await this.#within(signal, response.arrayBuffer()));
    } catch (error) {
      if (error instanceof PhotoNotPut) return undefined;
      throw error;
    }
  }

  #ask(address: string, request: RequestInit, signal: AbortSignal): Promise<Response> {
    return this.#within(
      signal,
      fetch(address, {
        ...request,
        // INLISLite tells a script from a navigation by this header, and answers JSON instead of a page.
        headers: { "X-Requested-With": "XMLHttpRequest" },
        credentials: "same-origin",
        cache: "no-store",
        signal: AbortSignal.any([signal, AbortSignal.timeout(this.#withinMs)]),
      }),
    );
  }

  async #within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      signal.throwIfAborted();
      const isLate = error instanceof DOMException && error.name === "TimeoutError";
      throw new PhotoNotPut(isLate ? "timeout" : "unreachable", { cause: error });
    }
  }
}

/** What an answer means that is not the one that was asked for; undefined for a success of INLISLite's own. */
export function failureOf({ status }: Pick<Response, "status">, text: string): PutFailure | undefined {
  if (asksForPassword(text)) return "logged-out";
  // Yii answers a script with a redirect that has no Location, which `fetch` does not follow.
  if (status === 401 || (status >= 300 && status < 400)) return "logged-out";
  if (status === 403) return "forbidden";
  if (status === 404) return "not-there";
  if (status >= 400) return "server-error";
  return isHtml(text) ? "not-json" : undefined;
}

const isHtml = (text: string): boolean => /^\s*<(?:!doctype|html|head|body|div|script)\b/iu.test(text);
const asksForPassword = (text: string): boolean => /<input\b[^>]*\btype\s*=\s*["']?password/iu.test(text);

/** The answer's JSON object, if it is one. */
export function jsonOf(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
