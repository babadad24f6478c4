import type { IncomingMessage, ServerResponse } from "node:http";
import type { Clock } from "../../kernel/clock.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { Surveys } from "../flows/survey/surveys.ts";
import type { Language } from "../messages/messages.ts";
import { TokenBucket } from "../server/token-bucket.ts";
import { readForm } from "./kiosk-form.ts";
import { type KioskKnock, kioskDenial } from "./kiosk-guard.ts";
import { type KioskSaying, questionsPage, sayingPage } from "./kiosk-page.ts";
import { KIOSK_POLICY } from "./kiosk-style.ts";

/** Bytes: the longest form is a third of it. */
const MOST_BYTES = 2_048;
/** A library's visitors load a few pages a minute; so many a second, after a burst, leave the desk its turn. */
const PER_SECOND = 20;
const BURST = 40;
/** A ballot's own address, and the page in English. */
const PLACE = /^\/(?<token>[A-Za-z0-9_-]{22})(?<english>\?en)?$/;
const FORM = /^application\/x-www-form-urlencoded(;|$)/i;

const HEADERS = {
  "content-security-policy": KIOSK_POLICY,
  "x-content-type-options": "nosniff",
  // Not `no-referrer`: browsers then send the form with `Origin: null`.
  "referrer-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-store",
} as const;

interface Dependencies {
  readonly surveys: Pick<Surveys, "stateOf" | "answer">;
  readonly library: () => string;
  readonly clock: Pick<Clock, "monotonicMs">;
  /** `192.168.1.20:9780`. */
  readonly address: () => string;
  readonly onDenied: (reason: string) => void;
}

interface Answer {
  readonly status: number;
  /** Left out: a bare refusal, which ends the connection. */
  readonly html?: string;
}

interface Visit {
  readonly token: string;
  readonly language: Language;
}

/** Answers the kiosk's two requests: the page of one ballot, and what was filled in on it. There is nothing else behind this door. */
export class KioskDesk {
  readonly #deps: Dependencies;
  readonly #pace: TokenBucket;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
    this.#pace = new TokenBucket(dependencies.clock, PER_SECOND, BURST);
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { status, html } = await this.#answerTo(request);
    if (html === undefined) response.writeHead(status, { ...HEADERS, connection: "close" }).end();
    else response.writeHead(status, { ...HEADERS, "content-type": "text/html; charset=utf-8" }).end(html);
  }

  async #answerTo(request: IncomingMessage): Promise<Answer> {
    const { address, onDenied } = this.#deps;
    const denial = kioskDenial(knockOf(request), address());
    if (denial !== undefined) {
      onDenied(denial);
      return { status: denial === "host" ? 421 : 403 };
    }
    const place = PLACE.exec(request.url ?? "")?.groups;
    const token = place?.["token"];
    if (token === undefined) return { status: 404 };
    const visit: Visit = { token, language: place?.["english"] ? "en" : "id" };
    if (!this.#pace.take()) return this.#says(visit, 429, "tooMany");
    if (request.method === "GET") return this.#page(visit);
    if (!FORM.test(request.headers["content-type"] ?? "")) return { status: 415 };
    const body = await bodyOf(request);
    return body === undefined ? { status: 413 } : this.#take(visit, body);
  }

  #page(visit: Visit): Answer {
    const state = this.#deps.surveys.stateOf(visit.token);
    if (state === "over") return this.#says(visit, 410, "over");
    if (state === "used") return this.#says(visit, 200, "thanks");
    return { status: 200, html: questionsPage(this.#reader(visit), `/${visit.token}`) };
  }

  #take(visit: Visit, body: string): Answer {
    const read = readForm(body);
    if (read === undefined) return this.#says(visit, 400, "notRead");
    if ("missing" in read)
      return { status: 422, html: questionsPage(this.#reader(visit), `/${visit.token}`, read) };
    try {
      this.#deps.surveys.answer(visit.token, read);
      return this.#says(visit, 200, "thanks");
    } catch (error) {
      const isOver = error instanceof TitianError && error.code === "SURVEY_BALLOT_OVER";
      return isOver ? this.#says(visit, 410, "over") : this.#says(visit, 503, "notKept");
    }
  }

  #says(visit: Visit, status: number, saying: KioskSaying): Answer {
    return { status, html: sayingPage(this.#reader(visit), saying) };
  }

  #reader({ language }: Visit): { readonly language: Language; readonly library: string } {
    return { language, library: this.#deps.library() };
  }
}

function knockOf({ method = "", headers, socket }: IncomingMessage): KioskKnock {
  return {
    ...{ method, host: headers.host, remoteAddress: socket.remoteAddress, origin: headers.origin },
    fetchSite: one(headers["sec-fetch-site"]),
    fetchMode: one(headers["sec-fetch-mode"]),
    fetchDest: one(headers["sec-fetch-dest"]),
  };
}

/** A repeated header matches nothing. */
const one = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value.join(",") : value;

/** Undefined as soon as it is too long: the rest is not read. Rejects when the visitor goes away meanwhile. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of request.iterator({ destroyOnReturn: false })) {
    bytes += part.length;
    if (bytes > MOST_BYTES) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}
