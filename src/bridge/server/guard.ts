import { consoleHosts, consoleOrigins, isWebOrigin, proxyHost, proxyOrigin } from "./origin.ts";

/**
 * What is asked for. `page`: the console's HTML; `asset`: its other files; `script`: the client for pages elsewhere;
 * `token`: the console's own; `probe`: /health and /metrics; `socket`: the websocket. Under the proxy's name `proxied` is
 * everything of INLISLite's, and `guest` what Titian adds to it.
 */
export type RouteKind = "page" | "asset" | "script" | "token" | "probe" | "socket" | "proxied" | "guest";

export type DenialReason = "host" | "peer" | "method" | "origin" | "sec-fetch" | "referer";

/** What the request says about itself. Only a browser can be held to it; the token is for everyone else. */
export interface Knock {
  readonly kind: RouteKind;
  readonly method: string;
  /** As sent. */
  readonly path: string;
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

const READING = ["GET", "HEAD"];
const PROXIED = [...READING, "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];

/**
 * INLISLite deletes and changes by GET (3.3 `/anggota/delete/{ID}`, `/anggota/apply_status/{ID}?field=…`): no link on somebody
 * else's page may do that. A word in the address is enough, however it is spelt.
 */
const CHANGES = /delete|hapus|remove|destroy|logout|apply_status|aktif/i;

/** As the server reads it: `%64elete` is `delete` there. What cannot be read is nobody's link. */
function changesByGet(path: string): boolean {
  try {
    return CHANGES.test(decodeURIComponent(path));
  } catch {
    return true;
  }
}

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
  if (!(knock.kind === "proxied" ? PROXIED : READING).includes(knock.method)) return deny("method");
  if (!isOriginAllowed(knock, port)) return deny("origin");
  if (!isFetchAllowed(knock)) return deny("sec-fetch");
  if (knock.kind === "token" && !isRefererOurs(knock, port)) return deny("referer");
  return ADMITTED;
}

/** Nothing of the console is served under the proxy's name: INLISLite's scripts are same-origin there. */
function isOurHost({ kind, host }: Knock, port: number): boolean {
  if (host === undefined) return false;
  if (host === proxyHost(port)) return kind === "proxied" || kind === "guest" || kind === "socket";
  return kind !== "proxied" && kind !== "guest" && consoleHosts(port).includes(host);
}

/**
 * On a socket any well-formed web origin may knock, and that does not soften the allow-list: the list decides who may
 * speak, and a session of an origin outside it has no commands, no events and no name of ours. It can only show a code
 * that the operator compares and approves in the console, where else a typed-in address would have to be trusted. The
 * room is small (`Limits.strangers`), so that an open door is not an open queue.
 *
 * Over HTTP the header is absent on every ordinary GET; where present it must be the console's, or under the proxy's
 * name the proxy's. Every browser sends it with a form.
 */
function isOriginAllowed({ kind, method, host, origin }: Knock, port: number): boolean {
  if (host === proxyHost(port))
    return (
      origin === proxyOrigin(port) || (origin === undefined && kind !== "socket" && READING.includes(method))
    );
  if (kind === "socket") return origin !== undefined && isWebOrigin(origin);
  return origin === undefined || consoleOrigins(port).includes(origin);
}

/** Chromium sends no Sec-Fetch on a websocket, Firefox does; a program that is no browser sends none at all. */
function isFetchAllowed({ kind, method, path, fetchSite, fetchMode, fetchDest }: Knock): boolean {
  const isOwn = fetchSite === "same-origin";
  const isNavigation = fetchMode === "navigate";
  switch (kind) {
    case "socket":
      return fetchMode === undefined || fetchMode === "websocket";
    case "page":
      return fetchSite === undefined || (isNavigation ? fetchDest === "document" : isOwn);
    case "proxied":
      // Own pages, what the operator typed, and a link from elsewhere: never a frame, a picture or a form of another page.
      if (fetchSite === undefined || fetchSite === "none" || isOwn) return true;
      return isNavigation && fetchDest === "document" && READING.includes(method) && !changesByGet(path);
    case "guest":
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
