import http, { type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { decide } from "./guard.ts";
import { knockOf } from "./knock.ts";
import { proxyHost } from "./origin.ts";

/** A browser holds a silent connection while it asks the operator for permission, and fails if it is dropped meanwhile. */
const HEADERS_WITHIN_MS = 130_000;
/** A 16 MB scan over a village's line; what stalls in between, the proxy's own budgets end. */
const UPLOAD_WITHIN_MS = 30 * 60 * 1000;
const KEEP_ALIVE_MS = 72_000;

/** Every denial and every miss looks the same. */
export const BLAND = { error: "refused" } as const;

/** INLISLite under the proxy's name, and the few files that Titian adds to it. */
export interface Proxied {
  isGuest(request: IncomingMessage): boolean;
  /** Only for requests that the guard has let in. */
  handle(request: IncomingMessage, response: ServerResponse): void;
}

interface ListenerOptions {
  readonly proxied?: Proxied | undefined;
  readonly port: () => number;
  readonly onDenied: (reason: string) => void;
}

/** One TCP server for two names: the daemon's own, and the one under which INLISLite is shown. */
export function createListener(own: RequestListener, options: ListenerOptions): http.Server {
  const { proxied, port, onDenied } = options;
  const requestTimeout = proxied ? UPLOAD_WITHIN_MS : HEADERS_WITHIN_MS;
  return http.createServer(
    { headersTimeout: HEADERS_WITHIN_MS, requestTimeout, keepAliveTimeout: KEEP_ALIVE_MS },
    (request, response) => {
      if (!proxied || request.headers.host !== proxyHost(port())) return own(request, response);
      const verdict = decide(knockOf(request, proxied.isGuest(request) ? "guest" : "proxied"), port());
      if (verdict.admitted) return proxied.handle(request, response);
      onDenied(verdict.reason);
      response.writeHead(verdict.status, { "content-type": "application/json; charset=utf-8" });
      response.end(JSON.stringify(BLAND));
    },
  );
}
