import { allAllow } from "./content-policy.ts";
import { isSecureContext, type SeenSite, spaceOf } from "./seen-site.ts";

export const WAYS = ["script", "proxy", "popup", "console"] as const;
export type Way = (typeof WAYS)[number];

/** Edge is Chromium here. */
export const BROWSERS = ["chromium", "firefox"] as const;
export type BrowserKind = (typeof BROWSERS)[number];

/** `prompt`: the browser asks once. `click`: a person opens a window once per browser session. `change`: after what `mends` say. */
export type Works = "yes" | "prompt" | "click" | "change" | "no";

export const REASONS = [
  "csp-script",
  "csp-socket",
  "public-http",
  "public-https",
  "opener-cut-off",
  "script-needed",
  "proxy-off",
  "proxy-elsewhere",
  "certificate",
  "not-reached",
] as const;
export type Reason = (typeof REASONS)[number];

export interface Verdict {
  readonly way: Way;
  readonly works: Readonly<Record<BrowserKind, Works>>;
  readonly reasons: readonly Reason[];
}

export interface Desk {
  readonly port: number;
  /** Origin of the INLISLite that the proxy shows; undefined while it is off. */
  readonly proxied: string | undefined;
  /** The certificate is pinned or its authority is named in titian.toml. */
  readonly proxyTrusts: boolean;
}

export interface Judgement {
  readonly verdicts: readonly Verdict[];
  readonly recommended: Way;
  /** The page itself may open a camera of the browser. */
  readonly hasPageCamera: boolean;
}

const both = (works: Works): Verdict["works"] => ({ chromium: works, firefox: works });

/** Undefined `site`: it did not answer from this PC. As browsers were measured to behave (Chromium 156, Firefox 153 ESR). */
export function judge(site: SeenSite | undefined, desk: Desk): Judgement {
  const verdicts = [
    site ? script(site, desk) : notReached("script"),
    site ? proxy(site, desk) : notReached("proxy"),
    site ? popup(site, desk) : notReached("popup"),
    { way: "console", works: both("yes"), reasons: [] } as const,
  ];
  return {
    verdicts,
    recommended: recommend(verdicts),
    hasPageCamera: site !== undefined && isSecureContext(site) && mayUseCamera(site),
  };
}

const notReached = (way: Way): Verdict => ({ way, works: both("no"), reasons: ["not-reached"] });

function cspReasons({ headers }: SeenSite, { port }: Desk): readonly Reason[] {
  const { contentPolicies } = headers;
  const script = new URL(`http://127.0.0.1:${port}/titian-companion.js`);
  const socket = new URL(`ws://127.0.0.1:${port}/ws`);
  return [
    ...(allAllow(contentPolicies, "script", script) ? [] : (["csp-script"] as const)),
    ...(allAllow(contentPolicies, "connect", socket) ? [] : (["csp-socket"] as const)),
  ];
}

/** A public page may not reach the PC's own addresses: over http never in Chromium, else after one question. */
function script(site: SeenSite, desk: Desk): Verdict {
  const csp = cspReasons(site, desk);
  const isPublic = spaceOf(site) === "public";
  const reasons = isPublic
    ? [...csp, site.isHttps ? ("public-https" as const) : ("public-http" as const)]
    : csp;
  const works = (browser: BrowserKind): Works => {
    if (isPublic && !site.isHttps && browser === "chromium") return "no";
    if (csp.length > 0) return "change";
    return isPublic ? "prompt" : "yes";
  };
  return { way: "script", works: { chromium: works("chromium"), firefox: works("firefox") }, reasons };
}

function proxy(site: SeenSite, { proxied, proxyTrusts }: Desk): Verdict {
  const reasons: Reason[] = [];
  if (proxied === undefined) reasons.push("proxy-off");
  else if (proxied !== site.origin) reasons.push("proxy-elsewhere");
  if (!site.isTrusted && !proxyTrusts) reasons.push("certificate");
  return { way: "proxy", works: both(reasons.length === 0 ? "yes" : "change"), reasons };
}

/** The window itself is never kept from the page; the companion that opens it must have got there. */
function popup(site: SeenSite, desk: Desk): Verdict {
  // Browsers heed the header only where they trust the page.
  const isCutOff = isSecureContext(site) && /^same-origin(?![\w-])/.test(site.headers.openerPolicy ?? "");
  if (isCutOff) return { way: "popup", works: both("no"), reasons: ["opener-cut-off"] };
  const isScriptKept = cspReasons(site, desk).includes("csp-script") || spaceOf(site) === "public";
  return isScriptKept
    ? { way: "popup", works: both("change"), reasons: ["script-needed"] }
    : { way: "popup", works: both("click"), reasons: [] };
}

/** The least that has to be changed, and of that the way that asks the staff for nothing. */
function recommend(verdicts: readonly Verdict[]): Way {
  const everywhere = (...fine: readonly Works[]): Way | undefined =>
    verdicts.find(({ works }) => BROWSERS.every((browser) => fine.includes(works[browser])))?.way;
  const ready = everywhere("yes");
  if (ready && ready !== "console") return ready;
  const proxied = verdicts.find(({ way }) => way === "proxy");
  return proxied?.works.chromium === "change" ? "proxy" : (everywhere("yes", "click", "prompt") ?? "console");
}

/** `camera=()` and lists without `self` or `*` forbid it. */
function mayUseCamera({ headers }: SeenSite): boolean {
  const list = /\bcamera=(\([^)]*\)|\*|self)/.exec(headers.permissionsPolicy ?? "")?.[1];
  return list === undefined || /\*|self/.test(list);
}
