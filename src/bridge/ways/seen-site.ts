import type { AddressSpace } from "./address-space.ts";

/** An INLISLite's address as it answers from this PC. */
export interface SeenSite {
  /** Scheme, name and port as the browser writes an origin, after all redirects. */
  readonly origin: string;
  /** Where the redirects ended. */
  readonly url: string;
  readonly status: number;
  readonly isHttps: boolean;
  /** For https: an authority of this PC's vouches for the certificate. */
  readonly isTrusted: boolean;
  readonly addresses: readonly { readonly address: string; readonly space: AddressSpace }[];
  readonly version: "3.2" | "3.3" | undefined;
  readonly headers: SiteHeaders;
}

export interface SiteHeaders {
  readonly server: string | undefined;
  readonly contentPolicies: readonly string[];
  readonly frameOptions: string | undefined;
  readonly permissionsPolicy: string | undefined;
  readonly openerPolicy: string | undefined;
}

export const NOT_SEEN = ["no-name", "refused", "timeout", "redirects", "not-http", "failed"] as const;
/** Why an address did not answer. */
export type NotSeen = (typeof NOT_SEEN)[number];

/** The farthest of its addresses: which of them a browser takes is the browser's choice. */
export function spaceOf({ addresses }: Pick<SeenSite, "addresses">): AddressSpace {
  const spaces = addresses.map(({ space }) => space);
  return spaces.includes("public") ? "public" : spaces.includes("local") ? "local" : "loopback";
}

/** Pages of this site may use a camera and other things that browsers keep from plain http. */
export function isSecureContext({ origin, isHttps }: Pick<SeenSite, "origin" | "isHttps">): boolean {
  const { hostname } = new URL(origin);
  return (
    isHttps ||
    hostname === "localhost" ||
    hostname.endsWith(".localhost") ||
    /^127\.|^\[::1\]$/.test(hostname)
  );
}
