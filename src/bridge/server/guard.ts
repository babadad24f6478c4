import { allowedHosts, consoleHosts, consoleOrigins, isWebOrigin } from "./origin.ts";

/**
 * What is asked for. `page`: the console's HTML; `asset`: its other files; `script`: the client for pages elsewhere;
 * `token`: the console's own; `probe`: /health and /metrics; `socket`: the websocket.
 */
export type RouteKind = "page" | "asset" | "script" | "token" | "probe" | "socket";

export type DenialReason = "host" | "peer" | "method" | "origin" | "sec-fetch" | "referer";

/** What the request says about itself. Only a browser can be held to it; the token is for everyone else. */
export interface Knock {
  readonly kind: RouteKind;
  readonly method: string;
  readonly host: string | undefined;
  readonly remoteAddress: string | undefined;
  readonly origin: string | undefined;
  readonly referer: string | undefined;
  readonly fetchSite: string | undefined;
  readonly fetchMode: string | undefined;
  readonly fetchDest: string | undefined;
}

export type Verdict =
  | { readonly admitted: true }
  | { readonly admitted: false; readonly status: 403 | 421; readonly reason: DenialReason };

const ADMITTED: Verdict = { admitted: true };
const deny = (reason: DenialReason): Verdict => ({
  admitted: false,
  status: reason === "host" ? 421 : 403,
  reason,
});

/**
 * Host, peer, Origin, Sec-Fetch, in this order: the name comes first because a rebound DNS name makes every later
 * answer look same-origin. The token and the schema follow in the session.
 */
export function decide(knock: Knock, port: number): Verdict {
  if (!isOurHost(knock, port)) return deny("host");
  if (knock.remoteAddress !== "127.0.0.1") return deny("peer");
  if (knock.method !== "GET" && knock.method !== "HEAD") return deny("method");
  if (!isOriginAllowed(knock, port)) return deny("origin");
  if (!isFetchAllowed(knock)) return deny("sec-fetch");
  if (knock.kind === "token" && !isRefererOurs(knock, port)) return deny("referer");
  return ADMITTED;
}

/** The console and its token are not served under the proxy's name: INLISLite's scripts are same-origin there. */
function isOurHost({ kind, host }: Knock, port: number): boolean {
  const isConsole = kind === "page" || kind === "asset" || kind === "token";
  return host !== undefined && (isConsole ? consoleHosts(port) : allowedHosts(port)).includes(host);
}

/**
 * On a socket any well-formed web origin may knock, and that does not soften the allow-list: the list decides who may
 * speak, and a session of an origin outside it has no commands, no events and no name of ours. It can only show a code
 * that the operator compares and approves in the console, where else a typed-in address would have to be trusted. The
 * room is small (`Limits.strangers`), so that an open door is not an open queue.
 *
 * Over HTTP the header is absent on every ordinary GET; where present it must be the console's.
 */
function isOriginAllowed({ kind, origin }: Knock, port: number): boolean {
  if (kind === "socket") return origin !== undefined && isWebOrigin(origin);
  return origin === undefined || consoleOrigins(port).includes(origin);
}

/** Chromium sends no Sec-Fetch on a websocket, Firefox does; a program that is no browser sends none at all. */
function isFetchAllowed({ kind, fetchSite, fetchMode, fetchDest }: Knock): boolean {
  const isOwn = fetchSite === "same-origin";
  const isNavigation = fetchMode === "navigate";
  switch (kind) {
    case "socket":
      return fetchMode === undefined || fetchMode === "websocket";
    case "page":
      return fetchSite === undefined || (isNavigation ? fetchDest === "document" : isOwn);
    case "asset":
    case "probe":
      return fetchSite === undefined || (isOwn && !isNavigation);
    case "script":
      return !isNavigation;
    case "token":
      return isOwn && !isNavigation;
  }
}

function isRefererOurs({ referer }: Knock, port: number): boolean {
  return referer === undefined || consoleOrigins(port).some((origin) => referer.startsWith(`${origin}/`));
}
