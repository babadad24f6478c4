/** What one Content-Security-Policy header lets a page load, as far as the daemon's addresses are concerned. */
export class ContentPolicy {
  readonly #sources: ReadonlyMap<string, readonly string[]>;

  /** Several policies in one header, or several headers joined by a comma, must all agree: see `allAllow`. */
  constructor(policy: string) {
    const directives = policy.split(";").map((directive) => directive.trim().split(/\s+/));
    const sources = new Map<string, readonly string[]>();
    // The first of its name counts.
    for (const [name = "", ...values] of directives)
      if (name !== "" && !sources.has(name.toLowerCase())) sources.set(name.toLowerCase(), values);
    this.#sources = sources;
  }

  /** `address` is on another origin than the page, so `'self'` never covers it. */
  allows(kind: "script" | "connect", address: URL): boolean {
    const names =
      kind === "script" ? ["script-src-elem", "script-src", "default-src"] : ["connect-src", "default-src"];
    const named = names.find((name) => this.#sources.has(name));
    if (named === undefined) return true;
    return (this.#sources.get(named) ?? []).some((source) => covers(source.toLowerCase(), address));
  }
}

/** Scheme of the source → schemes of an address that it covers too. `https:` covers no `wss:` across origins. */
const WIDER: Readonly<Record<string, readonly string[]>> = {
  "http:": ["http:", "https:"],
  "ws:": ["ws:", "wss:", "http:", "https:"],
};

function covers(source: string, { protocol, hostname, port }: URL): boolean {
  if (source === "*") return true;
  if (/^[a-z][a-z0-9+.-]*:$/.test(source))
    return source === protocol || (WIDER[source]?.includes(protocol) ?? false);
  const [, scheme, host, sourcePort] =
    /^(?:([a-z]+:)\/\/)?([^:/]+)(?::(\d+|\*))?(?:\/.*)?$/.exec(source) ?? [];
  if (host === undefined || host.startsWith("'")) return false;
  const isScheme =
    scheme === undefined || scheme === protocol || (WIDER[scheme]?.includes(protocol) ?? false);
  const isHost = host === hostname || (host.startsWith("*.") && hostname.endsWith(host.slice(1)));
  return isScheme && isHost && (sourcePort === "*" || (sourcePort ?? "") === port);
}

/** Every header has its say. */
export const allAllow = (policies: readonly string[], kind: "script" | "connect", address: URL): boolean =>
  policies.every((policy) => new ContentPolicy(policy).allows(kind, address));
