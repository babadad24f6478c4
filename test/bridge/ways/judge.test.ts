import { describe, expect, it } from "vitest";
import { addressSpaceOf } from "../../../src/bridge/ways/address-space.ts";
import { ContentPolicy } from "../../../src/bridge/ways/content-policy.ts";
import { type Desk, judge, type Verdict, type Way } from "../../../src/bridge/ways/judge.ts";
import type { SeenSite } from "../../../src/bridge/ways/seen-site.ts";
import { versionOf } from "../../../src/bridge/ways/version-of.ts";
import { APACHE_HEADERS } from "../../stand-in/apache-headers.ts";

const DESK: Desk = { port: 9700, proxied: undefined, proxyTrusts: false };
/** As `.htaccess` of 3.3 sends it. */
const APACHE_CSP = new Map(
  Object.entries(APACHE_HEADERS).map(([name, value]) => [name.toLowerCase(), value]),
);

function site(
  address: string,
  change: Omit<Partial<SeenSite>, "headers"> & { readonly headers?: Partial<SeenSite["headers"]> } = {},
) {
  const origin = change.origin ?? `http://${address}`;
  return {
    ...{ origin, url: `${origin}/login`, status: 200, isHttps: origin.startsWith("https:"), isTrusted: true },
    addresses: [{ address, space: addressSpaceOf(address) }],
    version: "3.3",
    ...change,
    headers: {
      ...{ server: undefined, contentPolicies: [], frameOptions: undefined },
      ...{ permissionsPolicy: undefined, openerPolicy: undefined },
      ...change.headers,
    },
  } satisfies SeenSite;
}

const about = (way: Way, seen: SeenSite | undefined, desk: Partial<Desk> = {}): Verdict =>
  judge(seen, { ...DESK, ...desk }).verdicts.find((verdict) => verdict.way === way)!;

describe("the address space of a server", () => {
  it("is what browsers take its address for", () => {
    const spaces = {
      loopback: ["127.0.0.1", "127.9.9.9", "::1", "::ffff:127.0.0.1"],
      local: [
        "10.1.2.3",
        "172.16.0.1",
        "172.31.255.1",
        "192.168.1.10",
        "100.64.0.1",
        "169.254.1.1",
        "fd00::1",
        "fe80::1",
        "::ffff:192.168.1.10",
      ],
      public: ["8.8.8.8", "172.32.0.1", "100.128.0.1", "203.0.113.10", "2a00:1450::1", "::ffff:8.8.8.8"],
    } as const;
    for (const [space, addresses] of Object.entries(spaces))
      for (const address of addresses) expect(addressSpaceOf(address), address).toBe(space);
  });
});

describe("a content policy", () => {
  const script = new URL("http://127.0.0.1:9700/titian-companion.js");
  const socket = new URL("ws://127.0.0.1:9700/ws");

  it("of INLISLite 3.3 on Apache keeps out both the script and the socket", () => {
    const policy = new ContentPolicy(String(APACHE_CSP.get("content-security-policy")));
    expect([policy.allows("script", script), policy.allows("connect", socket)]).toEqual([false, false]);
  });

  it("lets in what it names, and nothing by 'self', https: or another port", () => {
    const allows = (sources: string, kind: "script" | "connect" = "connect"): boolean =>
      new ContentPolicy(`default-src 'none'; ${kind}-src ${sources}`).allows(
        kind,
        kind === "script" ? script : socket,
      );
    for (const yes of ["*", "ws:", "ws://127.0.0.1:9700", "'self' https: ws://127.0.0.1:*"])
      expect(allows(yes), yes).toBe(true);
    for (const no of [
      "'self'",
      "https:",
      "http://127.0.0.1:9700",
      "ws://127.0.0.1:9701",
      "ws://localhost:9700",
      "'none'",
      "wss:",
      "ws://127.0.0.1",
    ])
      expect(allows(no), no).toBe(false);
    for (const yes of ["*", "http:", "http://127.0.0.1:9700", "127.0.0.1:9700"])
      expect(allows(yes, "script"), yes).toBe(true);
    for (const no of ["'self' 'unsafe-inline'", "https:", "https://127.0.0.1:9700"])
      expect(allows(no, "script"), no).toBe(false);
    expect(new ContentPolicy("img-src 'self'").allows("script", script)).toBe(true);
    expect(new ContentPolicy("default-src 'self'").allows("connect", socket)).toBe(false);
  });
});

describe("the ways into INLISLite", () => {
  it("are all open in the library's own network, and the script tag is enough there", () => {
    const seen = site("192.168.1.10");
    expect(about("script", seen)).toMatchObject({ works: { chromium: "yes", firefox: "yes" }, reasons: [] });
    expect(about("popup", seen).works).toEqual({ chromium: "click", firefox: "click" });
    expect(about("console", seen).works.chromium).toBe("yes");
    expect(judge(seen, DESK)).toMatchObject({ recommended: "script", hasPageCamera: false });
  });

  it("lead through the proxy where Apache's policy or a public http address keeps the script out", () => {
    const csp = [String(APACHE_CSP.get("content-security-policy"))];
    const strict = site("192.168.1.10", { headers: { contentPolicies: csp } });
    expect(about("script", strict)).toMatchObject({
      works: { chromium: "change", firefox: "change" },
      reasons: ["csp-script", "csp-socket"],
    });
    expect(about("popup", strict).reasons).toEqual(["script-needed"]);
    expect(judge(strict, DESK).recommended).toBe("proxy");

    const open = site("203.0.113.10");
    expect(about("script", open)).toMatchObject({
      works: { chromium: "no", firefox: "prompt" },
      reasons: ["public-http"],
    });
    expect(judge(open, DESK).recommended).toBe("proxy");
    expect(about("proxy", open, { proxied: "http://203.0.113.10" }).works.chromium).toBe("yes");
    expect(about("proxy", open, { proxied: "http://203.0.113.11" }).reasons).toEqual(["proxy-elsewhere"]);
  });

  it("ask once on a public https address, and not at all by the proxy", () => {
    const seen = site("203.0.113.10", { origin: "https://inlis.example.id" });
    expect(about("script", seen).works).toEqual({ chromium: "prompt", firefox: "prompt" });
    expect(judge(seen, DESK)).toMatchObject({ recommended: "proxy", hasPageCamera: true });
    expect(judge(seen, { ...DESK, proxied: "https://inlis.example.id" }).recommended).toBe("proxy");
  });

  it("count a server in the library as public while it also has a global IPv6 address", () => {
    const seen = site("192.168.1.10", {
      addresses: [
        { address: "192.168.1.10", space: "local" },
        { address: "2a00:1450::1", space: "public" },
      ],
    });
    expect(about("script", seen).reasons).toEqual(["public-http"]);
  });

  it("need the proxy to know a certificate that this PC does not", () => {
    const seen = site("192.168.1.10", { origin: "https://192.168.1.10", isTrusted: false });
    const on = { proxied: "https://192.168.1.10" };
    expect(about("proxy", seen, on).reasons).toEqual(["certificate"]);
    expect(about("proxy", seen, { ...on, proxyTrusts: true }).works.chromium).toBe("yes");
  });

  it("have no window where the site cuts off what it opens", () => {
    const sending = (origin: string, openerPolicy: string) =>
      about("popup", site("192.168.1.10", { origin, headers: { openerPolicy } }));
    const cut = sending("https://inlis.lan", 'same-origin; report-to="x"');
    expect(cut).toMatchObject({ works: { chromium: "no" }, reasons: ["opener-cut-off"] });
    expect(sending("https://inlis.lan", "same-origin-allow-popups").works.chromium).toBe("click");
    expect(sending("http://192.168.1.10", "same-origin").works.chromium).toBe("click");
  });

  it("come down to the console while the site does not answer", () => {
    expect(judge(undefined, DESK)).toMatchObject({ recommended: "console", hasPageCamera: false });
    expect(about("proxy", undefined).reasons).toEqual(["not-reached"]);
  });

  it("leave the camera to pages that the browser trusts and the site allows", () => {
    const https = { origin: "https://inlis.lan" };
    expect(judge(site("192.168.1.10", https), DESK).hasPageCamera).toBe(true);
    for (const [policy, may] of [
      ["camera=(self)", true],
      ["microphone=(), camera=()", false],
      ["camera=*", true],
    ] as const)
      expect(
        judge(site("192.168.1.10", { ...https, headers: { permissionsPolicy: policy } }), DESK).hasPageCamera,
      ).toBe(may);
  });
});

describe("the version of a page", () => {
  it("is told by its cookies and its form", () => {
    const page = (cookie: string, body = "") => versionOf({ headers: { "set-cookie": [cookie] }, body });
    expect(page("backendSession=x; path=/")).toBe("3.2");
    expect(page("_backendInlislite=x")).toBe("3.2");
    expect(page("ci_session=x")).toBe("3.3");
    expect(page("PHPSESSID=x", '<meta name="csrf-param" content="_backendInlislite">')).toBe("3.2");
    expect(page("PHPSESSID=x")).toBeUndefined();
  });
});
