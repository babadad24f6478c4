import { isPrivateAddress } from "./private-address.ts";

/** What a request to the kiosk says about itself. */
export interface KioskKnock {
  readonly method: string;
  readonly host: string | undefined;
  readonly remoteAddress: string | undefined;
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
  readonly fetchMode: string | undefined;
  readonly fetchDest: string | undefined;
}

export type KioskDenial = "host" | "peer" | "method" | "origin" | "sec-fetch";

/**
 * As the daemon's own guard asks, in the same order: the exact name, then the peer (here the library's network), then the
 * origin, then Sec-Fetch where a browser sends it. Undefined: let in.
 */
export function kioskDenial(knock: KioskKnock, address: string): KioskDenial | undefined {
  const { method, host, remoteAddress, origin, fetchSite, fetchMode, fetchDest } = knock;
  if (host !== address) return "host";
  if (!isPrivateAddress(remoteAddress)) return "peer";
  if (method !== "GET" && method !== "POST") return "method";
  const own = `http://${address}`;
  // A page of somebody else's may lead here, but never send: every browser says where a form comes from.
  if (method === "POST" ? origin !== own : origin !== undefined && origin !== own) return "origin";
  if (fetchSite === undefined) return undefined;
  const isPage = fetchMode === "navigate" && fetchDest === "document";
  return isPage && (method === "GET" || fetchSite === "same-origin") ? undefined : "sec-fetch";
}
