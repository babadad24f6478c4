import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Addresses } from "../../../src/bridge/proxy/addresses.ts";
import { cookieFor } from "../../../src/bridge/proxy/cookies.ts";
import { Etags } from "../../../src/bridge/proxy/etags.ts";
import { HtmlRewriter } from "../../../src/bridge/proxy/rewriting/html.ts";
import { withIntegrity } from "../../../src/bridge/proxy/rewriting/integrity.ts";
import { PlainRewriter } from "../../../src/bridge/proxy/rewriting/plain.ts";
import type { Rewriter } from "../../../src/bridge/proxy/rewriting/rewriter.ts";
import { Site } from "../../../src/bridge/proxy/site.ts";
import { COMPANION } from "./proxied.ts";

const TO = "inlis.localhost:9700";
const OWN = `http://${TO}`;
const addressesOf = (...from: readonly string[]) =>
  new Addresses({ from: from.map((url) => new URL(url)), to: TO });
const ONE = addressesOf("http://192.168.1.10/inlislite3/");
const inOne = (text: string) => ONE.all(text).text;

describe("addresses of INLISLite", () => {
  it.each([
    ['<a href="http://192.168.1.10/anggota">', `<a href="${OWN}/anggota">`],
    ["http://192.168.1.10", OWN],
    ["http://192.168.1.10:80/x", `${OWN}/x`],
    ["https://192.168.1.10/x", `${OWN}/x`],
    ["https://192.168.1.10:443/x", `${OWN}/x`],
    ["HTTP://192.168.1.10/x", `HTTP://${TO}/x`],
    ['src="//192.168.1.10/x.js"', `src="//${TO}/x.js"`],
    ["url(//192.168.1.10/x.png)", `url(//${TO}/x.png)`],
    [String.raw`{"u":"http:\/\/192.168.1.10\/foto"}`, String.raw`{"u":"http:\/\/${TO}\/foto"}`],
    ["http&#x3A;&#x2F;&#x2F;192.168.1.10&#x2F;x", `http&#x3A;&#x2F;&#x2F;${TO}&#x2F;x`],
    ["var base = 'http://192.168.1.10';", `var base = '${OWN}';`],
    ["http://192.168.1.10?a=1&b", `${OWN}?a=1&b`],
    ["a http://192.168.1.10/1, http://192.168.1.10/2", `a ${OWN}/1, ${OWN}/2`],
  ])("turns %s", (text, turned) => expect(inOne(text)).toBe(turned));

  it.each([
    "http://192.168.1.100/x",
    "http://192.168.1.10:8080/x",
    "http://192.168.1.10.evil.example/x",
    "http://192.168.1.10@evil.example/",
    "http://evil.example/192.168.1.10/",
    "http://1192.168.1.10/",
    "ftp://192.168.1.10/x",
    "192.168.1.10/x",
    "x//192.168.1.10/y ftp://192.168.1.10",
    "http%3A%2F%2F192.168.1.10%2Fx",
  ])("leaves %s", (text) => expect(inOne(text)).toBe(text));

  it("turns every address that is configured, each with its own port", () => {
    const many = addressesOf("http://inlis.lan:8080/", "https://perpus.example/");
    expect(many.all("http://inlis.lan:8080/a https://perpus.example/b //perpus.example/c").text).toBe(
      `${OWN}/a ${OWN}/b //${TO}/c`,
    );
    expect(many.all("http://inlis.lan/a http://inlis.lan:80/").text).toBe(
      "http://inlis.lan/a http://inlis.lan:80/",
    );
  });
});

/** Everything that a rewriter puts out, for a text that arrives in pieces. */
function through(rewriter: Rewriter, text: string, cuts: readonly number[]): string {
  const places = [...new Set(cuts.map((cut) => cut % (text.length + 1)))].sort((a, b) => a - b);
  let from = 0;
  let out = "";
  for (const place of [...places, text.length]) {
    out += rewriter.push(text.slice(from, place));
    from = place;
  }
  return out + rewriter.end();
}

const page = (addition = COMPANION) => new HtmlRewriter({ addresses: ONE, addition, onCopied: (tag) => tag });

describe("a page in pieces", () => {
  const filler = "ünïcödé ".repeat(200);
  const html = `\u00ef\u00bb\u00bf<!doctype html><html><head><!-- </head> http://192.168.1.10/c -->
<script>var t = "</he" + "ad>", u = "http:\\/\\/192.168.1.10\\/x", h = "</head><textarea>";</script>
<link rel="stylesheet" href="http://192.168.1.10/a.css"><title>x</title>${filler}
</head><body data-x="a>b"><textarea name="isi">http://192.168.1.10/tetap</textarea>
<a href='//192.168.1.10/y'>${filler}</a> http://192.168.1.100/ http://192.168.1.10</body></html>`;
  const whole = through(page(), html, []);

  it("has its addresses turned, except in what is sent back, and one script before </head>", () => {
    expect(whole.split(COMPANION).length).toBe(2);
    expect(whole).toContain(`${COMPANION}</head><body`);
    expect(whole).toContain('<textarea name="isi">http://192.168.1.10/tetap</textarea>');
    expect(whole).toContain(`<!-- </head> ${OWN}/c -->`);
    expect(whole).toContain(String.raw`u = "http:\/\/${TO}\/x"`);
    expect(whole).toContain(`<link rel="stylesheet" href="${OWN}/a.css">`);
    expect(whole).toContain(`<a href='//${TO}/y'>`);
    expect(whole.endsWith(`http://192.168.1.100/ ${OWN}</body></html>`)).toBe(true);
  });

  it("comes out the same wherever it was cut", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(html.length), { maxLength: 12 }), (cuts) => {
        expect(through(page(), html, cuts)).toBe(whole);
      }),
    );
    expect(
      through(
        page(),
        html,
        Array.from({ length: html.length }, (_, at) => at),
      ),
    ).toBe(whole);
  });

  it("keeps every byte that is no address", () => {
    const bytes = fc.uint8Array({ minLength: 0, maxLength: 3_000 });
    fc.assert(
      fc.property(bytes, fc.array(fc.nat(3_000), { maxLength: 8 }), (array, cuts) => {
        const text = Buffer.from(array).toString("latin1");
        expect(through(page(""), text, cuts)).toBe(text);
        expect(through(new PlainRewriter(ONE), text, cuts)).toBe(text);
      }),
    );
  });

  it("rewrites JSON and CSS alike, wherever they were cut", () => {
    const json = `[${Array.from({ length: 60 }, (_, n) => String.raw`{"u":"http:\/\/192.168.1.10\/${n}","v":${"1".repeat(n)}}`).join()}]`;
    const turned = json.replaceAll("192.168.1.10", TO);
    fc.assert(
      fc.property(fc.array(fc.nat(json.length), { maxLength: 12 }), (cuts) => {
        expect(through(new PlainRewriter(ONE), json, cuts)).toBe(turned);
      }),
    );
  });
});

describe("the companion's script", () => {
  it.each([
    ["<html><head><title>a</title></head><body></body></html>", `</title>${COMPANION}</head>`],
    ["<html><body>kartu</body></html>", `<html>${COMPANION}<body>`],
    ["<html><p>kartu</p></html>", `</p>${COMPANION}</html>`],
    ["<p>kartu</p>", `<p>kartu</p>${COMPANION}`],
    ["\n <HTML><HEAD></HEAD>", `<HEAD>${COMPANION}</HEAD>`],
  ])("goes into %s", (html, expected) => expect(through(page(), html, [])).toContain(expected));

  it("stays out of what is no markup, and out of an empty page", () => {
    expect(through(page(), '{"a":"</head>"}', [])).toBe('{"a":"</head>"}');
    expect(through(page(), "", [])).toBe("");
    expect(through(page(), "  \n", [])).toBe("  \n");
  });

  it("does not wait for the end of a tag that never ends", () => {
    const endless = `<script src="${"x".repeat(40_000)}`;
    const rewriter = page("");
    expect(rewriter.push(endless).length).toBeGreaterThan(30_000);
  });
});

it("keeps an integrity that the copy fulfils, and drops one that it does not", () => {
  const hashes = ["sha256-aaa=", "sha512-bbb="];
  const tag = (attribute: string) => `<script src="/x.js"${attribute} crossorigin="anonymous">`;
  expect(withIntegrity(tag(' integrity="sha512-bbb="'), hashes)).toBe(tag(' integrity="sha512-bbb="'));
  expect(withIntegrity(tag(" integrity='sha384-zzz= sha256-aaa='"), hashes)).toContain("integrity");
  expect(withIntegrity(tag(' integrity="sha512-other="'), hashes)).toBe(tag(""));
  expect(withIntegrity(tag(""), hashes)).toBe(tag(""));
});

it("gives cookies to the proxy's name and to no other", () => {
  const root = (cookie: string) => cookieFor("/", cookie);
  expect(
    root(
      "ci_session=a%3D=b; expires=Thu, 26 Nov 2026 12:00:00 GMT; Max-Age=7200; path=/; HttpOnly; SameSite=Lax",
    ),
  ).toBe(
    "ci_session=a%3D=b; expires=Thu, 26 Nov 2026 12:00:00 GMT; Max-Age=7200; Path=/; HttpOnly; SameSite=Lax",
  );
  expect(root("a=b; Domain=.perpus.example; Secure; SameSite=None; Partitioned")).toBe("a=b; SameSite=Lax");
  expect(root("__Host-a=b; Secure; Path=/")).toBe("__Host-a=b; Secure; Path=/");
  const folder = (path: string) => cookieFor("/inlislite3/backend/", `a=b; path=${path}`);
  expect(folder("/inlislite3/")).toBe("a=b; Path=/");
  expect(folder("/inlislite3/backend")).toBe("a=b; Path=/");
  expect(folder("/inlislite3/opac")).toBe("a=b; path=/inlislite3/opac");
});

it("marks the ETag of a rewritten page, and knows its own again", () => {
  const etags = new Etags("1a2b");
  expect(etags.mark('"abc"')).toBe('"abc-titian-1a2b"');
  expect(etags.unmark(etags.mark('"abc"'))).toBe('"abc"');
  expect(etags.unmark(etags.mark('W/"abc"'))).toBe('W/"abc"');
  expect(etags.unmark('"old-titian-ffff"')).toBeUndefined();
  expect(etags.unmark('"old-titian-ffff", "plain"')).toBe('"plain"');
});

describe("a sub-folder", () => {
  const site = new Site("http://192.168.1.10/inlislite3/backend/index.php");
  it.each([
    ["/", true, { kind: "redirect", path: "/inlislite3/backend/" }],
    [
      "/inlislite3/backend/member/member/index?a=1",
      true,
      { kind: "forward", path: "/inlislite3/backend/member/member/index?a=1" },
    ],
    ["/inlislite3", true, { kind: "forward", path: "/inlislite3" }],
    [
      "/inlislite3/uploaded_files/x.jpg",
      false,
      { kind: "forward", path: "/inlislite3/uploaded_files/x.jpg" },
    ],
    ["/login?next=/a", false, { kind: "forward", path: "/inlislite3/backend/login?next=/a" }],
    ["/inlislite3b", true, { kind: "redirect", path: "/inlislite3/backend/inlislite3b" }],
  ])("sends %s where it belongs", (path, isPage, route) => expect(site.routeOf(path, isPage)).toEqual(route));

  it("takes no path that is none", () => {
    for (const path of ["*", "http://evil.example/", "evil.example:443", ""])
      expect(site.routeOf(path, true), path).toBeUndefined();
    expect(new Site("http://192.168.1.10").routeOf("//evil.example/", true)).toEqual({
      kind: "forward",
      path: "//evil.example/",
    });
  });
});
