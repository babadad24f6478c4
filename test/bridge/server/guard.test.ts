import { describe, expect, it } from "vitest";
import { decide, type Knock } from "../../../src/bridge/server/guard.ts";
import { isWebOrigin } from "../../../src/bridge/server/origin.ts";

const PORT = 9700;
const NOTHING: Knock = {
  kind: "socket",
  method: "GET",
  path: "/ws",
  host: "127.0.0.1:9700",
  remoteAddress: "127.0.0.1",
  origin: "http://192.168.1.10",
  referer: undefined,
  fetchSite: undefined,
  fetchMode: undefined,
  fetchDest: undefined,
};
const reasonOf = (knock: Partial<Knock>): string => {
  const verdict = decide({ ...NOTHING, ...knock }, PORT);
  return verdict.admitted ? "admitted" : verdict.reason;
};

describe("the guard", () => {
  it("looks at the name first, then at the peer, the method, the origin, and Sec-Fetch", () => {
    const wrong: Partial<Knock>[] = [
      { fetchMode: "navigate" },
      { origin: "null" },
      { method: "POST" },
      { remoteAddress: "192.168.1.77" },
      { host: "evil.example:9700" },
    ];
    let knock: Partial<Knock> = {};
    const reasons = wrong.map((one) => {
      knock = { ...knock, ...one };
      return reasonOf(knock);
    });
    expect(reasons).toEqual(["sec-fetch", "origin", "method", "peer", "host"]);
    expect(reasonOf({})).toBe("admitted");
  });

  it("compares names exactly, port included", () => {
    for (const host of [undefined, "", "127.0.0.1", "127.0.0.1:970", "127.0.0.1:97000", "127.0.0.2:9700"])
      expect(reasonOf({ host }), String(host)).toBe("host");
    for (const host of ["[::1]:9700", "0:9700", "LOCALHOST:9700", "x.localhost:9700", "127.0.0.1:9700.evil"])
      expect(reasonOf({ host }), host).toBe("host");
    for (const host of ["127.0.0.1:9700", "localhost:9700"])
      expect(reasonOf({ host }), host).toBe("admitted");
    expect(reasonOf({ host: "inlis.localhost:9700", origin: "http://inlis.localhost:9700" })).toBe(
      "admitted",
    );
  });

  it("keeps the console and its token from the proxy's name, where INLISLite's scripts run", () => {
    for (const kind of ["page", "asset", "token", "probe", "script"] as const)
      expect(reasonOf({ kind, host: "inlis.localhost:9700", origin: undefined }), kind).toBe("host");
  });

  it("knows no peer but this machine", () => {
    for (const remoteAddress of [undefined, "::1", "127.0.0.2", "::ffff:127.0.0.1", "192.168.1.2"])
      expect(reasonOf({ remoteAddress }), String(remoteAddress)).toBe("peer");
  });

  it("lets a Firefox websocket in, which says what it is", () => {
    expect(reasonOf({ fetchMode: "websocket", fetchSite: "cross-site" })).toBe("admitted");
  });

  it("takes an origin over HTTP only from the console", () => {
    const probe = { kind: "probe" } as const;
    expect(reasonOf({ ...probe, origin: undefined })).toBe("admitted");
    expect(reasonOf({ ...probe, origin: "http://127.0.0.1:9700" })).toBe("admitted");
    expect(reasonOf({ ...probe, origin: "http://127.0.0.1:9701" })).toBe("origin");
    expect(reasonOf({ ...probe, origin: "http://inlis.localhost:9700" })).toBe("origin");
  });

  it("tells a web origin from what only looks like one", () => {
    for (const origin of [
      "http://inlis-server",
      "https://inlis.lan:8443",
      "http://192.168.1.10",
      "http://[fd00::1]:81",
    ])
      expect(isWebOrigin(origin), origin).toBe(true);
    for (const origin of [
      ...[
        "",
        "null",
        "file://",
        "http://",
        "http:///x",
        "http://a/",
        "http://a?b",
        "http://a#b",
        "http://u@a",
      ],
      ...[
        "HTTP://a",
        "http://A",
        "http://a:80",
        "ftp://a",
        "chrome-extension://abc",
        ` http://a`,
        "http://a b",
      ],
      `http://${"a".repeat(200)}`,
    ])
      expect(isWebOrigin(origin), origin).toBe(false);
  });
});
