import type { IncomingMessage } from "node:http";
import type { Etags } from "./etags.ts";
import { endToEnd } from "./hop-by-hop.ts";
import type { Site } from "./site.ts";

/** Not passed on. INLISLite sees the desk's PC as before, so nothing says that somebody stands in between. */
const NOT_OURS = /^(host|expect|forwarded|via|x-forwarded-.*|x-real-ip)$/;

/** What browsers fetch that is never rewritten, and may so come compressed. */
const NEVER_REWRITTEN = ["image", "font", "script", "audio", "video", "worker", "sharedworker", "manifest"];

interface RequestHeaderOptions {
  readonly site: Site;
  /** The proxy's own origin. */
  readonly origin: string;
  readonly etags: Etags;
}

/** A browser's headers as INLISLite would have had them without us. */
export function requestHeaders(
  request: IncomingMessage,
  { site, origin, etags }: RequestHeaderOptions,
): readonly string[] {
  const headers: string[] = ["Host", site.host];
  const put = (name: string, value: string | undefined): void => {
    if (value !== undefined) headers.push(name, value);
  };
  const comesCompressed = NEVER_REWRITTEN.includes(String(request.headers["sec-fetch-dest"]));
  for (const [lower, name, value] of endToEnd(request.rawHeaders)) {
    if (NOT_OURS.test(lower)) continue;
    if (lower === "origin") put(name, value === origin ? site.origin : value);
    else if (lower === "referer") put(name, refererFor(value, origin, site.origin));
    else if (lower === "if-none-match") put(name, etags.unmark(value));
    else if (lower === "accept-encoding") put(name, comesCompressed ? value : "identity");
    else put(name, value);
  }
  if (request.headers["transfer-encoding"] !== undefined) put("Transfer-Encoding", "chunked");
  return headers;
}

const refererFor = (referer: string, from: string, to: string): string =>
  referer === from || referer.startsWith(`${from}/`) ? to + referer.slice(from.length) : referer;
