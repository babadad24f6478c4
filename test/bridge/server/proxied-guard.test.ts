import { describe, expect, it } from "vitest";
import { decide, type Knock } from "../../../src/bridge/server/guard.ts";

const PORT = 9700;
const OWN = "http://inlis.localhost:9700";
const PAGE: Knock = {
  kind: "proxied",
  method: "GET",
  path: "/anggota",
  host: "inlis.localhost:9700",
  remoteAddress: "127.0.0.1",
  origin: undefined,
  referer: undefined,
  fetchSite: "same-origin",
  fetchMode: "navigate",
  fetchDest: "document",
};
const answerTo = (knock: Partial<Knock>): string => {
  const verdict = decide({ ...PAGE, ...knock }, PORT);
  return verdict.admitted ? "admitted" : `${verdict.status} ${verdict.reason}`;
};

const POST = { method: "POST", origin: OWN } as const;
const XHR = { fetchMode: "cors", fetchDest: "empty" } as const;
const LINK = { fetchSite: "cross-site", fetchMode: "navigate", fetchDest: "document" } as const;
const NO_SEC_FETCH = { fetchSite: undefined, fetchMode: undefined, fetchDest: undefined };

/** What INLISLite's own pages, and people, do. */
const ADMITTED: readonly (readonly [string, Partial<Knock>])[] = [
  ["an address typed in", { fetchSite: "none" }],
  ["a link inside INLISLite", {}],
  ["a form of INLISLite", POST],
  ["a page with a form in it, loaded again", { ...POST, fetchSite: "none" }],
  ["a script's GET, which has no Origin", XHR],
  ["a script's POST", { ...POST, ...XHR }],
  ["PUT", { ...POST, ...XHR, method: "PUT" }],
  ["PATCH", { ...POST, ...XHR, method: "PATCH" }],
  ["DELETE", { ...POST, ...XHR, method: "DELETE" }],
  ["OPTIONS", { ...POST, ...XHR, method: "OPTIONS" }],
  ["HEAD", { ...XHR, method: "HEAD" }],
  ["a picture", { fetchMode: "no-cors", fetchDest: "image" }],
  ["a frame of its own", { fetchDest: "iframe" }],
  ["a link from the console, an e-mail, a chat", LINK],
  ["a link from another port of this PC", { ...LINK, fetchSite: "same-site" }],
  ["a browser too old for Sec-Fetch", NO_SEC_FETCH],
  ["a form in such a browser", { ...POST, ...NO_SEC_FETCH }],
  ["INLISLite's own delete", { path: "/anggota/delete/7" }],
];

const REFUSED: readonly (readonly [string, Partial<Knock>, string])[] = [
  ["a rebound name", { host: "evil.example:9700", ...NO_SEC_FETCH }, "421 host"],
  ["the console's name", { host: "127.0.0.1:9700" }, "421 host"],
  ["another port", { host: "inlis.localhost:9701" }, "421 host"],
  ["no port", { host: "inlis.localhost" }, "421 host"],
  ["a longer name", { host: "x.inlis.localhost:9700" }, "421 host"],
  ["capitals", { host: "INLIS.localhost:9700" }, "421 host"],
  ["no name", { host: undefined }, "421 host"],
  ["somebody in the network", { remoteAddress: "192.168.1.7" }, "403 peer"],
  ["TRACE", { method: "TRACE" }, "403 method"],
  ["CONNECT", { method: "CONNECT" }, "403 method"],
  ["PROPFIND", { method: "PROPFIND" }, "403 method"],
  ["a form of a page elsewhere", { ...POST, ...LINK, origin: "https://evil.example" }, "403 origin"],
  ["a form whose page hides its origin", { ...POST, ...LINK, origin: "null" }, "403 origin"],
  ["a form of the console", { ...POST, ...LINK, origin: "http://127.0.0.1:9700" }, "403 origin"],
  ["a form of another port", { ...POST, ...LINK, origin: "http://inlis.localhost:8080" }, "403 origin"],
  ["a form of INLISLite's real address", { ...POST, ...LINK, origin: "http://192.168.1.10" }, "403 origin"],
  ["a form without an Origin", { method: "POST" }, "403 origin"],
  ["a POST of an old browser without one", { method: "POST", ...NO_SEC_FETCH }, "403 origin"],
  ["a sandboxed frame", { ...XHR, origin: "null", fetchSite: "cross-site" }, "403 origin"],
  ["fetch from elsewhere", { ...XHR, origin: "https://evil.example", fetchSite: "cross-site" }, "403 origin"],
  ["a preflight from elsewhere", { ...XHR, method: "OPTIONS", origin: "https://a.example" }, "403 origin"],
  ["a picture of a page elsewhere", { ...LINK, fetchMode: "no-cors", fetchDest: "image" }, "403 sec-fetch"],
  ["a script tag elsewhere", { ...LINK, fetchMode: "no-cors", fetchDest: "script" }, "403 sec-fetch"],
  ["the same from another port", { fetchSite: "same-site", fetchMode: "no-cors" }, "403 sec-fetch"],
  ["a frame elsewhere", { ...LINK, fetchDest: "iframe" }, "403 sec-fetch"],
  ["an object elsewhere", { ...LINK, fetchDest: "object" }, "403 sec-fetch"],
  ["a cross-site POST that claims our origin", { ...POST, ...LINK }, "403 sec-fetch"],
  ["a link elsewhere that deletes", { ...LINK, path: "/anggota/delete/7" }, "403 sec-fetch"],
  ["the same spelt otherwise", { ...LINK, path: "/anggota/%64elete/7" }, "403 sec-fetch"],
  ["a link elsewhere that nobody can read", { ...LINK, path: "/anggota/%E0%A4%A/7" }, "403 sec-fetch"],
  [
    "a link elsewhere that sets a status",
    { ...LINK, path: "/anggota/apply_status/7?field=x" },
    "403 sec-fetch",
  ],
  ["the same in 3.2", { ...LINK, path: "/inlislite3/backend/member/member/delete?id=7" }, "403 sec-fetch"],
];

const FILE = {
  kind: "guest",
  path: "/.titian/companion.js",
  fetchMode: "no-cors",
  fetchDest: "script",
} as const;
const FILES: readonly (readonly [string, Partial<Knock>, string])[] = [
  ["a page of INLISLite", FILE, "admitted"],
  ["a font, which is fetched with CORS", { ...FILE, fetchMode: "cors", fetchDest: "font" }, "admitted"],
  ["a page elsewhere", { ...FILE, fetchSite: "cross-site" }, "403 sec-fetch"],
  ["a frame around it", { ...FILE, fetchMode: "navigate", fetchDest: "iframe" }, "403 sec-fetch"],
  ["somebody who opens it", { ...FILE, fetchMode: "navigate", fetchSite: "none" }, "403 sec-fetch"],
  ["a POST", { ...FILE, method: "POST", origin: OWN }, "403 method"],
  ["a rebound name", { ...FILE, host: "evil.example:9700" }, "421 host"],
  ["the console's name", { ...FILE, host: "127.0.0.1:9700" }, "421 host"],
];

const SOCKET = { kind: "socket", path: "/.titian/ws", origin: OWN, ...NO_SEC_FETCH } as const;
const SOCKETS: readonly (readonly [string, Partial<Knock>, string])[] = [
  ["a page of INLISLite", SOCKET, "admitted"],
  ["the same in Firefox", { ...SOCKET, fetchMode: "websocket" }, "admitted"],
  ["a page of INLISLite's real address", { ...SOCKET, origin: "http://192.168.1.10" }, "403 origin"],
  ["the console", { ...SOCKET, origin: "http://127.0.0.1:9700" }, "403 origin"],
  ["another port", { ...SOCKET, origin: "http://inlis.localhost:8080" }, "403 origin"],
  ["a frame without an origin", { ...SOCKET, origin: "null" }, "403 origin"],
  ["no origin", { ...SOCKET, origin: undefined }, "403 origin"],
];

describe("the guard, under the proxy's name", () => {
  it.each(ADMITTED)("admits %s", (_, knock) => expect(answerTo(knock)).toBe("admitted"));

  it.each(REFUSED)("refuses %s", (_, knock, answer) => expect(answerTo(knock)).toBe(answer));

  it.each(FILES)("answers %s that asks for a file of Titian's", (_, knock, answer) =>
    expect(answerTo(knock)).toBe(answer),
  );

  it.each(SOCKETS)("answers %s that knocks at the socket", (_, knock, answer) =>
    expect(answerTo(knock)).toBe(answer),
  );
});
