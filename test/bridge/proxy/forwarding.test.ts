import { randomBytes } from "node:crypto";
import { once } from "node:events";
import http, { type IncomingMessage } from "node:http";
import { buffer } from "node:stream/consumers";
import { gzipSync, zstdCompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { COMPANION, NAVIGATION, proxied, SCRIPTED, sha256 } from "./proxied.ts";
import { upstream } from "./upstream.ts";

const HTML = { "content-type": "text/html; charset=UTF-8" };

const seenBy = ({ seen }: { readonly seen: readonly IncomingMessage[] }): IncomingMessage => {
  const last = seen.at(-1);
  if (!last) throw new Error("nothing arrived");
  return last;
};

describe("what INLISLite is told", () => {
  it("looks as if the browser had asked it itself", async () => {
    await using site = await upstream((_, response) => response.end("ok"));
    await using through = await proxied({ url: site.origin });
    await through.send("/anggota?q=a%20b&c=%", {
      method: "POST",
      headers: {
        ...{ ...SCRIPTED, origin: through.origin, referer: `${through.origin}/anggota/create?x` },
        ...{ cookie: "ci_session=abc; theme=dark", "X-Custom": "Tetap", "accept-encoding": "gzip, br" },
        ...{ connection: "keep-alive, X-Hop", "x-hop": "1", te: "trailers", "x-forwarded-for": "1.2.3.4" },
        ...{ forwarded: "for=1.2.3.4", via: "1.1 x", "content-type": "text/plain" },
      },
      body: "isi",
    });
    const { url, method, headers, rawHeaders } = seenBy(site);
    expect([method, url]).toEqual(["POST", "/anggota?q=a%20b&c=%"]);
    expect(headers).toMatchObject({
      ...{ host: site.host, origin: site.origin, referer: `${site.origin}/anggota/create?x` },
      ...{ cookie: "ci_session=abc; theme=dark", "accept-encoding": "identity", "content-length": "3" },
    });
    expect(rawHeaders).toContain("X-Custom");
    for (const name of ["x-hop", "te", "x-forwarded-for", "forwarded", "via"])
      expect(headers, name).not.toHaveProperty(name);
  });

  it("leaves a referer from elsewhere, and what is never rewritten may come compressed", async () => {
    await using site = await upstream((_, response) => response.end("ok"));
    await using through = await proxied({ url: site.origin });
    await through.send("/x.png", {
      headers: {
        ...{ "sec-fetch-site": "same-origin", "sec-fetch-mode": "no-cors", "sec-fetch-dest": "image" },
        ...{ "accept-encoding": "gzip, br", referer: `${through.origin}.evil.example/x` },
      },
    });
    expect(seenBy(site).headers).toMatchObject({
      ...{ "accept-encoding": "gzip, br", referer: `${through.origin}.evil.example/x` },
    });
  });
});

describe("bodies", () => {
  it("go up as they are: a form of 16 MB, and an upload of 12 MB in pieces", async () => {
    const bodies: Buffer[] = [];
    await using site = await upstream((request, response) => {
      void buffer(request).then((body) => {
        bodies.push(body);
        response.end(String(body.length));
      });
    });
    await using through = await proxied({ url: site.origin });
    const own = { ...SCRIPTED, origin: through.origin };
    const photo = Buffer.from(`foto=data%3Aimage%2Fjpeg%3Bbase64%2C${"%2B0Aa".repeat(2_800_000)}`);
    const type = {
      "content-type": "application/x-www-form-urlencoded",
      "content-length": String(photo.length),
    };
    const form = await through.send("/api/anggota/capture_file", {
      method: "POST",
      headers: { ...own, ...type },
      body: photo,
    });
    expect(form.text).toBe(String(photo.length));
    expect(bodies[0]?.equals(photo)).toBe(true);

    const edge = "----WebKitFormBoundaryAbC";
    const upload = Buffer.concat([
      Buffer.from(`--${edge}\r\nContent-Disposition: form-data; name="file"; filename="a.jpg"\r\n\r\n`),
      ...[randomBytes(12_000_000), Buffer.from(`\r\nhttp://inlis.localhost/\r\n--${edge}--\r\n`)],
    ]);
    await through.send("/upload", {
      method: "POST",
      headers: {
        ...own,
        "content-type": `multipart/form-data; boundary=${edge}`,
        "transfer-encoding": "chunked",
      },
      body: upload,
    });
    expect(bodies[1]?.equals(upload)).toBe(true);
    expect(seenBy(site).headers["transfer-encoding"]).toBe("chunked");
  });

  it("come down as they are: PDF, pictures, downloads of any kind, text of another alphabet", async () => {
    const bytes = Buffer.concat([randomBytes(3_000_000), Buffer.from("http://127.0.0.1/</head>")]);
    const utf16 = Buffer.from("\ufeff<html><head></head>http://127.0.0.1/", "utf16le");
    const kinds: Record<string, [Record<string, string>, Buffer]> = {
      "/a.pdf": [{ "content-type": "application/pdf" }, bytes],
      "/a.jpg": [{ "content-type": "image/jpeg" }, bytes],
      "/a.html": [{ ...HTML, "content-disposition": 'attachment; filename="a.html"' }, bytes],
      "/a.js": [{ "content-type": "text/javascript" }, bytes],
      "/none": [{}, bytes],
      "/utf16": [{ "content-type": "text/html; charset=utf-16" }, utf16],
      "/odd": [{ ...HTML, "content-encoding": "compress" }, bytes],
    };
    await using site = await upstream(({ url = "" }, response) => {
      const [headers, body] = kinds[url] ?? [{}, bytes];
      response.writeHead(200, { ...headers, etag: '"1"', "content-length": body.length }).end(body);
    });
    await using through = await proxied({ url: site.origin });
    for (const [path, [, body]] of Object.entries(kinds)) {
      const answer = await through.send(path, { headers: NAVIGATION });
      expect(answer.sha256, path).toBe(sha256(body));
      expect(answer.headers, path).toMatchObject({ "content-length": String(body.length), etag: '"1"' });
    }
  });

  it("come down rewritten with the right length, whatever letters they are in", async () => {
    await using site = await upstream((request, response) => {
      const text = `<html><head></head>\u00e9\u00ff http://${request.headers.host}/x</html>`;
      const body = Buffer.from(text, request.url === "/latin1" ? "latin1" : "utf8");
      response.writeHead(200, { "content-type": "text/html", "content-length": body.length }).end(body);
    });
    await using through = await proxied({ url: site.origin });
    for (const charset of ["latin1", "utf8"] as const) {
      const answer = await through.send(`/${charset}`, { headers: NAVIGATION });
      const expected = `<html><head>${COMPANION}</head>\u00e9\u00ff ${through.origin}/x</html>`;
      expect(answer.body.equals(Buffer.from(expected, charset)), charset).toBe(true);
      expect(answer.headers["content-length"]).toBeUndefined();
    }
  });

  it("are opened where a server compresses although it was asked not to, and else stay compressed", async () => {
    const page = `<html><head></head>${"x".repeat(5_000)}</html>`;
    const compressed = gzipSync(randomBytes(10_000));
    await using site = await upstream(({ url }, response) => {
      const [encoding, body] = url === "/zstd" ? ["zstd", zstdCompressSync(page)] : ["gzip", gzipSync(page)];
      if (url === "/pdf")
        response
          .writeHead(200, { "content-type": "application/pdf", "content-encoding": "gzip" })
          .end(compressed);
      else response.writeHead(200, { ...HTML, "content-encoding": encoding }).end(body);
    });
    await using through = await proxied({ url: site.origin });
    for (const path of ["/gzip", "/zstd"]) {
      const answer = await through.send(path, { headers: NAVIGATION });
      expect(answer.text, path).toBe(page.replace("</head>", `${COMPANION}</head>`));
      expect(answer.headers, path).not.toHaveProperty("content-encoding");
    }
    const pdf = await through.send("/pdf", { headers: NAVIGATION });
    expect(pdf.headers["content-encoding"]).toBe("gzip");
    expect(pdf.sha256).toBe(sha256(compressed));
  });

  it("are sent on as they come, not when they are whole", async () => {
    const held = Promise.withResolvers<void>();
    await using site = await upstream(async (_, response) => {
      response.writeHead(200, { "content-type": "application/octet-stream" });
      response.write("pertama");
      await held.promise;
      response.end("kedua");
    });
    await using through = await proxied({ url: site.origin });
    const request = http.get({ host: "127.0.0.1", port: through.port, headers: { host: through.host } });
    const [response] = (await once(request, "response")) as [IncomingMessage];
    const [first] = (await once(response, "data")) as [Buffer];
    expect(first.toString()).toBe("pertama");
    held.resolve();
    expect((await buffer(response)).toString()).toBe("kedua");
  });
});
