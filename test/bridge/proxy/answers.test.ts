import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { COMPANION, NAVIGATION, proxied, SCRIPTED } from "./proxied.ts";
import { upstream } from "./upstream.ts";

const HTML = { "content-type": "text/html; charset=UTF-8" };
const CSP = "default-src 'self' data: blob:; script-src 'self' 'unsafe-inline' 'unsafe-eval'";

const pairs = (raw: readonly string[]): readonly string[] =>
  raw.flatMap((name, at) => (at % 2 === 0 ? [`${name}: ${raw[at + 1]}`] : []));
const seenBy = ({ seen }: { readonly seen: readonly IncomingMessage[] }): IncomingMessage => {
  const last = seen.at(-1);
  if (!last) throw new Error("nothing arrived");
  return last;
};

describe("answers", () => {
  it("keep ranges, HEAD, 304 and 204", async () => {
    await using site = await upstream((request, response) => {
      const { url, headers } = request;
      if (headers["if-none-match"] === '"v1"') response.writeHead(304, { etag: '"v1"' }).end();
      else if (url === "/none") response.writeHead(204).end();
      else if (headers.range)
        response
          .writeHead(206, { "content-range": "bytes 2-4/10", "content-type": "application/pdf" })
          .end("234");
      else response.writeHead(200, { ...HTML, etag: '"v1"', "content-length": 13 }).end("<html></html>");
    });
    await using through = await proxied({ url: site.origin });
    const part = await through.send("/a.pdf", { headers: { ...NAVIGATION, range: "bytes=2-4" } });
    expect([part.status, part.text, part.headers["content-range"]]).toEqual([206, "234", "bytes 2-4/10"]);
    expect(seenBy(site).headers.range).toBe("bytes=2-4");
    expect((await through.send("/none", { headers: SCRIPTED })).status).toBe(204);

    const head = await through.send("/", { method: "HEAD", headers: NAVIGATION });
    expect([head.status, head.text, head.headers["content-length"]]).toEqual([200, "", undefined]);

    const page = await through.send("/", { headers: NAVIGATION });
    const etag = String(page.headers.etag);
    expect(etag).toMatch(/^"v1-titian-/);
    const again = await through.send("/", { headers: { ...NAVIGATION, "if-none-match": etag } });
    expect([again.status, again.headers.etag, again.text]).toEqual([304, etag, ""]);
    const other = { ...NAVIGATION, "if-none-match": 'W/"v1-titian-00000000"' };
    expect((await through.send("/", { headers: other })).status).toBe(200);
  });

  it("keep the CSP and every other header, and lose what is about one connection or about TLS", async () => {
    await using site = await upstream((_, response) => {
      response.writeHead(200, [
        ...["Content-Type", "text/html", "Content-Security-Policy", CSP, "X-Frame-Options", "DENY"],
        ...[
          "Permissions-Policy",
          "camera=(self)",
          "Keep-Alive",
          "timeout=5",
          "X-Hop",
          "1",
          "Connection",
          "x-hop",
        ],
        ...[
          "Strict-Transport-Security",
          "max-age=1",
          "X-Odd",
          "a",
          "X-Odd",
          "b",
          "Date",
          "Thu, 01 Jan 2026 00:00:00 GMT",
        ],
        ...["Set-Cookie", "a=1; path=/", "Set-Cookie", "b=2; Secure; Domain=x.example"],
      ]);
      response.end("<html></html>");
    });
    await using through = await proxied({ url: site.origin });
    const { rawHeaders } = await through.send("/", { headers: NAVIGATION });
    const sent = pairs(rawHeaders);
    for (const line of [
      ...[`Content-Security-Policy: ${CSP}`, "X-Frame-Options: DENY", "Permissions-Policy: camera=(self)"],
      ...["X-Odd: a", "X-Odd: b", "Set-Cookie: a=1; Path=/", "Set-Cookie: b=2"],
      "Date: Thu, 01 Jan 2026 00:00:00 GMT",
    ])
      expect(sent).toContain(line);
    expect(
      sent.filter((line) => /^(x-hop|strict-transport|keep-alive: timeout=5$|date)/i.test(line)),
    ).toEqual(["Date: Thu, 01 Jan 2026 00:00:00 GMT"]);
  });

  it("lead to the proxy wherever INLISLite leads to itself", async () => {
    await using site = await upstream(({ url = "" }, response) => {
      const location = decodeURIComponent(url.slice(4));
      response.writeHead(302, { location, "x-redirect": location, refresh: `0; url=${location}` }).end();
    });
    const aliases = ["http://inlis.lan/", "https://perpus.example/"];
    await using through = await proxied({ url: site.origin, aliases });
    const { origin, host } = through;
    const leads: Record<string, string> = {
      [`${site.origin}/dashboard`]: `${origin}/dashboard`,
      [`https://${site.host}/dashboard`]: `${origin}/dashboard`,
      [site.origin]: origin,
      [`//${site.host}/a?b=c#d`]: `//${host}/a?b=c#d`,
      "http://inlis.lan/x": `${origin}/x`,
      "http://inlis.lan:80/x": `${origin}/x`,
      "https://perpus.example/x": `${origin}/x`,
      "/relative": "/relative",
      relative: "relative",
      "http://elsewhere.example/x": "http://elsewhere.example/x",
      "http://inlis.lan:8080/x": "http://inlis.lan:8080/x",
    };
    for (const [from, to] of Object.entries(leads)) {
      const { status, headers } = await through.send(`/to?${encodeURIComponent(from)}`, {
        headers: NAVIGATION,
      });
      expect([status, headers.location], from).toEqual([302, to]);
      expect(headers["x-redirect"], from).toBe(to);
      expect(headers["refresh"], from).toBe(`0; url=${to}`);
    }
  });

  it("have the companion in what a browser opens, and in nothing that a script fetches", async () => {
    await using site = await upstream((_, response) =>
      response.writeHead(200, HTML).end("<html><head></head></html>"),
    );
    await using through = await proxied({ url: site.origin });
    const has = async (headers: Record<string, string>) =>
      (await through.send("/", { headers })).text.includes(COMPANION);
    expect(await has(NAVIGATION)).toBe(true);
    expect(await has({ accept: "text/html" })).toBe(true);
    expect(await has(SCRIPTED)).toBe(false);
    expect(await has({ ...NAVIGATION, "sec-fetch-dest": "iframe", "sec-fetch-site": "same-origin" })).toBe(
      false,
    );
    expect(await has({ ...NAVIGATION, "x-pjax": "true" })).toBe(false);
    expect(await has({ accept: "text/html", "x-requested-with": "XMLHttpRequest" })).toBe(false);
    expect(await has({ accept: "*/*" })).toBe(false);
  });

  it("come over few connections, and a POST never over one that may just have closed", async () => {
    await using site = await upstream((request, response) => {
      request.resume();
      request.once("end", () => response.end("ok"));
    });
    await using through = await proxied({ url: site.origin });
    const before = site.connections();
    for (let times = 0; times < 10; times++) await through.send("/", { headers: SCRIPTED });
    expect(site.connections() - before).toBe(1);
    const headers = { ...SCRIPTED, origin: through.origin, "content-length": "1" };
    for (let times = 0; times < 3; times++) await through.send("/", { method: "POST", headers, body: "x" });
    expect(site.connections() - before).toBe(4);
  });
});

it("carries the upload of a sub-folder's login form, which 3.3 posts outside of the folder", async () => {
  await using site = await upstream((request, response) => response.end(request.url));
  await using through = await proxied({ url: `${site.origin}/inlislite3/` });
  const headers = {
    ...NAVIGATION,
    "sec-fetch-site": "same-origin",
    origin: through.origin,
    "content-length": "1",
  };
  const { text } = await through.send("/login", { method: "POST", headers, body: "x" });
  expect(text).toBe("/inlislite3/login");
  const root = await through.send("/", { headers: NAVIGATION });
  expect([root.status, root.headers.location]).toEqual([302, "/inlislite3/"]);
});
