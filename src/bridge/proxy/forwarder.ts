import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Clock } from "../../kernel/clock.ts";
import type { Logger } from "../../kernel/log.ts";
import type { Addresses } from "./addresses.ts";
import type { Asker, Budgets } from "./ask.ts";
import { type AwayReason, UpstreamAway } from "./away.ts";
import { sendAway } from "./away-page.ts";
import { Etags } from "./etags.ts";
import { requestHeaders } from "./request-headers.ts";
import { addressIn, responseHeaders } from "./response-headers.ts";
import { type BodyKind, bodyKindOf, decoderFor, isPageRequest } from "./rewriting/choose.ts";
import { HtmlRewriter } from "./rewriting/html.ts";
import { PlainRewriter } from "./rewriting/plain.ts";
import { type Rewriter, rewritingStream } from "./rewriting/rewriter.ts";
import type { Site } from "./site.ts";
import { StallWatch } from "./stall-watch.ts";

export interface ForwarderOptions {
  readonly site: Site;
  /** The proxy's own origin. */
  readonly origin: string;
  readonly asker: Asker;
  readonly budgets: Budgets;
  /** INLISLite's own addresses only: headers and JSON. */
  readonly addresses: Addresses;
  /** Those, and what has a copy: pages and style sheets. */
  readonly withCopies: Addresses;
  /** A tag whose address is now that of a copy. */
  readonly onCopied: (tag: string, copies: readonly string[]) => string;
  /** Put into pages that a browser opens. */
  readonly addition: string;
  /** Changes whenever rewriting gives other bytes. */
  readonly variant: string;
  readonly clock: Clock;
  readonly log: Logger;
  /** Undefined: INLISLite has answered. */
  readonly onOutcome: (reason: AwayReason | undefined) => void;
}

/** One request of a browser to INLISLite and its answer back, both as streams. */
export class Forwarder {
  readonly #options: ForwarderOptions;
  readonly #etags: Etags;

  constructor(options: ForwarderOptions) {
    this.#options = options;
    const name = [options.origin, options.variant].join();
    this.#etags = new Etags(createHash("sha256").update(name).digest("hex").slice(0, 8));
  }

  async forward(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const { site, origin, asker, onOutcome, log } = this.#options;
    const gone = new AbortController();
    response.once("close", () => {
      if (!response.writableFinished) gone.abort();
    });
    try {
      const headers = requestHeaders(request, { site, origin, etags: this.#etags });
      const answer = await asker.ask(request, path, headers, gone.signal);
      onOutcome(undefined);
      await this.#relay(request, response, answer);
    } catch (thrown) {
      // The browser stopped loading, or moved on.
      if (gone.signal.aborted && !(thrown instanceof UpstreamAway)) return;
      gone.abort();
      const away = UpstreamAway.from(thrown);
      onOutcome(away.reason);
      // The cause's code only: an address of INLISLite may name a member.
      log.warn("INLISLite has not answered", { reason: away.reason, code: codeOf(away.cause) });
      if (response.headersSent) response.destroy();
      else sendAway(request, response, away.reason);
    }
  }

  async #relay(request: IncomingMessage, response: ServerResponse, answer: IncomingMessage): Promise<void> {
    const { site, addresses, clock, budgets } = this.#options;
    this.#refuseLoop(request, answer);
    const kind = bodyKindOf(answer);
    const decoder = kind && decoderFor(answer.headers["content-encoding"]);
    const isRewritten = kind !== undefined || this.#isStillGood(request, answer);
    response.sendDate = false;
    response.writeHead(
      answer.statusCode ?? 502,
      answer.statusMessage,
      responseHeaders(answer.rawHeaders, {
        ...{ site, addresses, etags: this.#etags },
        ...{ isRewritten, isDecoded: decoder !== undefined },
      }),
    );
    using watch = new StallWatch(clock, budgets.idleMs, () => {
      // A slow browser is no stall: a download may wait for its "Save as".
      if (response.writableNeedDrain) return false;
      answer.destroy(new UpstreamAway("silent"));
      return true;
    });
    answer.on("data", () => watch.moved());
    const steps: Transform[] = hasNoBody(request, answer)
      ? []
      : [
          ...(decoder ? [decoder()] : []),
          ...(kind ? [rewritingStream(this.#rewriterFor(kind, request))] : []),
        ];
    await pipeline([answer, ...steps, response]);
  }

  #rewriterFor(kind: BodyKind, request: IncomingMessage): Rewriter {
    const { addresses, withCopies, onCopied, addition } = this.#options;
    if (kind === "json") return new PlainRewriter(addresses);
    if (kind === "css") return new PlainRewriter(withCopies);
    return new HtmlRewriter({
      addresses: withCopies,
      onCopied,
      addition: isPageRequest(request) ? addition : "",
    });
  }

  /** The browser's copy was rewritten, and stays as good as INLISLite says. */
  #isStillGood(request: IncomingMessage, { statusCode }: IncomingMessage): boolean {
    return statusCode === 304 && this.#etags.isMarked(request.headers["if-none-match"]);
  }

  /** A server that sends every http request to https: rewritten, it would send the browser round in a circle. */
  #refuseLoop(request: IncomingMessage, answer: IncomingMessage): void {
    const { site, origin, addresses } = this.#options;
    const { location } = answer.headers;
    if (location === undefined || !URL.canParse(location) || new URL(location).origin === site.origin) return;
    if (addressIn(addresses, location) !== `${origin}${request.url}`) return;
    answer.destroy();
    throw new UpstreamAway("loop");
  }
}

const hasNoBody = ({ method }: IncomingMessage, { statusCode }: IncomingMessage): boolean =>
  method === "HEAD" || statusCode === 204 || statusCode === 304;

const codeOf = (cause: unknown): string | undefined => (cause as NodeJS.ErrnoException | undefined)?.code;
