import { isWebOrigin } from "../server/origin.ts";
import { addressSpaceOf } from "../ways/address-space.ts";

export const POLICY_BROWSERS = ["chrome", "edge", "chromium", "firefox"] as const;
export type PolicyBrowser = (typeof POLICY_BROWSERS)[number];

/** One value in one list of one browser's policies. */
export interface PolicyEntry {
  readonly browser: PolicyBrowser;
  /** Names from the outside in: `["policies", "LocalNetworkAccess", "SkipDomains"]`. */
  readonly policy: readonly string[];
  readonly value: string;
}

export interface PolicyWish {
  readonly origin: string;
  readonly browsers: readonly PolicyBrowser[];
  /** INLISLite's own pages are to use a camera of the browser. */
  readonly camera: boolean;
  /** Browsers take the server to be on the internet. */
  readonly isPublic: boolean;
}

/** Reach this PC's own addresses, and nothing wider (Chrome and Edge 146). */
const LOOPBACK = "LoopbackNetworkAllowedForUrls";
/** Makes a plain-http origin one that the browser trusts: camera, service workers, and reaching this PC from a public address. */
const TRUSTED = "OverrideSecurityRestrictionsOnInsecureOrigin";
const CAMERA = "VideoCaptureAllowedUrls";
const FIREFOX = ["policies", "LocalNetworkAccess", "SkipDomains"] as const;

/** The least that lets this one origin reach the daemon. */
export function entriesFor({ origin, browsers, camera, isPublic }: PolicyWish): readonly PolicyEntry[] {
  const isPlain = origin.startsWith("http:");
  const chromium = [
    LOOPBACK,
    ...(isPlain && (camera || isPublic) ? [TRUSTED] : []),
    ...(camera ? [CAMERA] : []),
  ];
  return browsers.flatMap((browser): readonly PolicyEntry[] =>
    browser === "firefox"
      ? [{ browser, policy: FIREFOX, value: new URL(origin).hostname }]
      : chromium.map((policy) => ({ browser, policy: [policy], value: origin })),
  );
}

/** Why a policy must not be written for this text; undefined when it may. */
export type OriginFault = "not-an-origin" | "wildcard" | "this-pc";

/**
 * Exactly one origin as a browser writes it. This PC's own names are refused: they need no policy, and in Firefox an entry for
 * 127.0.0.1 would open it to every site on earth.
 */
export function originFault(text: string): OriginFault | undefined {
  if (/[*?[\]]/.test(text.replace(/\/\/\[[0-9a-f:.]+\]/i, "//"))) return "wildcard";
  if (!isWebOrigin(text)) return "not-an-origin";
  const host = new URL(text).hostname.replace(/^\[|\]$/g, "");
  const isOwnName = host === "localhost" || host.endsWith(".localhost");
  const isOwn = isOwnName || /^0(\.0){3}$/.test(host) || host === "::" || isLoopback(host);
  return isOwn ? "this-pc" : undefined;
}

const isLoopback = (host: string): boolean => /^[0-9.]+$|:/.test(host) && addressSpaceOf(host) === "loopback";
