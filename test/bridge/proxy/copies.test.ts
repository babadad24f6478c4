import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { buildCdn } from "../../../web/build-cdn.ts";
import { NAVIGATION, proxied } from "./proxied.ts";
import { upstream } from "./upstream.ts";

let webRoot: string;

beforeAll(async () => {
  webRoot = mkdtempSync(path.join(tmpdir(), "titian-cdn-"));
  mkdirSync(path.join(webRoot, "cdn"));
  await buildCdn(path.join(webRoot, "cdn"));
});
afterAll(() => rmSync(webRoot, { recursive: true }));

const SCRIPT = { "sec-fetch-site": "same-origin", "sec-fetch-mode": "no-cors", "sec-fetch-dest": "script" };
const WEBCAM =
  "sha512-dQIiHSl2hr3NWKKLycPndtpbh5iaHLo6MwrXm7F0FM5e+kL2U16oE9uIwPHUl6fQBeCthiEuV/rzP3MiAB8Vfw==";

/** One page of INLISLite, as the browser gets it. */
async function pageWith(markup: string, cdn = true): Promise<string> {
  await using site = await upstream((_, response) => {
    response.writeHead(200, { "content-type": "text/html" }).end(`<html><head>${markup}</head></html>`);
  });
  await using through = await proxied({ url: site.origin, webRoot, cdn });
  const { text } = await through.send("/", { headers: NAVIGATION });
  return text.slice("<html><head>".length, text.indexOf('<script src="/.titian/companion.js"'));
}

it("puts a copy in the place of every library that INLISLite loads, and leaves what has none", async () => {
  const { files } = JSON.parse(readFileSync(path.join(webRoot, "cdn/manifest.json"), "utf8"));
  const addresses: readonly string[] = files.flatMap((file: { addresses: string[] }) => file.addresses);
  expect(addresses.length).toBeGreaterThan(20);
  for (const scheme of ["https://", "http://", "//"]) {
    const page = await pageWith(addresses.map((one) => `<script src="${scheme}${one}"></script>`).join(""));
    expect(page).not.toMatch(/jsdelivr|cloudflare/);
    expect(page.match(/src="\/\.titian\/cdn\//g)).toHaveLength(addresses.length);
  }
  for (const tag of [
    '<script src="https://js.hcaptcha.com/1/api.js" async defer></script>',
    '<script src="https://cdn.tiny.cloud/1/no-api-key/tinymce/5/tinymce.min.js"></script>',
    '<script src="https://cdn.jsdelivr.net/npm/axios@1.2.0/dist/axios.min.js"></script>',
    '<script src="https://cdnjs.cloudflare.com/ajax/libs/axios/1.4.0/axios.min.js.map"></script>',
    '<script src="https://evil.example/cdn.jsdelivr.net/npm/axios"></script>',
  ])
    expect(await pageWith(tag)).toBe(tag);
  const off = '<script src="https://cdn.jsdelivr.net/npm/sweetalert2@11"></script>';
  expect(await pageWith(off, false)).toBe(off);
});

it("serves each copy with the very bytes of the manifest, and nothing beside it", async () => {
  const { files } = JSON.parse(readFileSync(path.join(webRoot, "cdn/manifest.json"), "utf8"));
  await using through = await proxied({ url: "http://192.0.2.1/", webRoot, cdn: true });
  for (const file of files as readonly { path: string; type: string; sha256: string; licence: string }[]) {
    const answer = await through.send(`/.titian/cdn/${file.path}`, { headers: SCRIPT });
    expect(answer.status, file.path).toBe(200);
    expect(answer.sha256, file.path).toBe(file.sha256);
    expect(answer.headers, file.path).toMatchObject({
      ...{ "content-type": file.type, "cache-control": expect.stringContaining("immutable") },
      "x-content-type-options": "nosniff",
    });
    expect(file.licence, file.path).not.toBe("");
    const etag = String(answer.headers.etag);
    const again = await through.send(`/.titian/cdn/${file.path}`, {
      headers: { ...SCRIPT, "if-none-match": etag },
    });
    expect([again.status, again.text], file.path).toEqual([304, ""]);
  }
  for (const place of [
    ...["/.titian/", "/.titian/cdn/", "/.titian/cdn/manifest.json", "/.titian/cdn/axios/1.4.0/LICENSE.txt"],
    ...["/.titian/cdn/../manifest.json", "/.titian/cdn/..%2fmanifest.json", "/.titian/../../../etc/passwd"],
    ...["/.titian/cdn/%2e%2e/%2e%2e/package.json", "/.titian/cdn//etc/passwd", "/.titian/..\\index.html"],
    ...["/.titian/index.html", "/.titian/constructor", "/.titian/__proto__", "/.titian/console-token"],
    ...["/.titian/titian-client.js", "/.titian/cdn/placehold/", "/.titian/cdn/placehold/x", "/.titian/ws"],
  ]) {
    const answer = await through.send(place, { headers: SCRIPT });
    expect([answer.status, answer.text], place).toEqual([404, '{"error":"refused"}']);
  }
});

it("keeps an integrity that the copy has, and drops another, wherever the attribute stands", async () => {
  const address = "https://cdnjs.cloudflare.com/ajax/libs/webcamjs/1.0.26/webcam.min.js";
  const copy = "/.titian/cdn/webcamjs/1.0.26/webcam.min.js";
  const kept = await pageWith(
    `<script integrity="${WEBCAM}" src="${address}" crossorigin="anonymous"></script>`,
  );
  expect(kept).toBe(`<script integrity="${WEBCAM}" src="${copy}" crossorigin="anonymous"></script>`);
  const other = "sha384-AAAA";
  const dropped = await pageWith(`<script src='${address}' integrity='${other}' defer></script>`);
  expect(dropped).toBe(`<script src='${copy}' defer></script>`);
  const elsewhere = `<script src="https://example.org/x.js" integrity="${other}"></script>`;
  expect(await pageWith(elsewhere)).toBe(elsewhere);
});

it("answers for Google Fonts with the families it has, whatever weights are asked for", async () => {
  const link =
    "https://fonts.googleapis.com/css2?family=Inter:wght@300;400&amp;family=Plus+Jakarta+Sans:wght@600";
  expect(
    await pageWith(
      `<link rel="preconnect" href="https://fonts.gstatic.com"><link href="${link}&amp;display=swap" rel="stylesheet">`,
    ),
  ).not.toMatch(/google(apis)?\.com|gstatic/);

  await using through = await proxied({ url: "http://192.0.2.1/", webRoot, cdn: true });
  const ask = (query: string) => through.send(`/.titian/cdn/google-fonts/${query}`, { headers: SCRIPT });
  const sheet = await ask("css2?family=Inter:wght@300;400&family=Plus+Jakarta+Sans:wght@600&display=swap");
  expect(sheet.headers["content-type"]).toBe("text/css; charset=utf-8");
  expect(sheet.text).toContain("font-family: 'Inter'");
  expect(sheet.text).toContain("font-family: 'Plus Jakarta Sans'");
  const fonts = [...sheet.text.matchAll(/url\(([^)]+)\)/g)].map((found) => String(found[1]));
  expect(fonts.length).toBeGreaterThanOrEqual(8);
  for (const font of fonts) {
    const { status, headers, body } = await through.send(font, { headers: SCRIPT });
    expect([status, headers["content-type"], body.subarray(0, 4).toString()], font).toEqual([
      200,
      "font/woff2",
      "wOF2",
    ]);
  }
  expect((await ask("css?family=Inter:300,400|Roboto")).text).toContain("'Inter'");
  const unknown = await ask("css2?family=Roboto&display=swap");
  expect([unknown.status, unknown.headers.location]).toEqual([
    302,
    "https://fonts.googleapis.com/css2?family=Roboto&display=swap",
  ]);
});

it("draws the placeholders of card pages, and lets nothing of an address into the picture", async () => {
  expect(await pageWith('<img src="https://placehold.co/400x500?text=Foto">')).toBe(
    '<img src="/.titian/cdn/placehold/400x500?text=Foto">',
  );
  await using through = await proxied({ url: "http://192.0.2.1/", webRoot, cdn: true });
  const draw = async (wanted: string) =>
    (await through.send(`/.titian/cdn/placehold/${wanted}`, { headers: SCRIPT })).body.toString();
  expect(await draw("400x500?text=Foto")).toMatch(/<svg [^>]*width="400" height="500".*>Foto<\/text>/s);
  expect(await draw("120/EEE/999/png")).toContain('width="120" height="120"');
  expect(await draw("9999x9999")).toContain('width="4000"');
  const hostile = await draw(`10x10?text=${encodeURIComponent("</text><script>alert(1)</script>&\"'")}`);
  expect(hostile).not.toContain("<script>");
  const { headers } = await through.send("/.titian/cdn/placehold/10x10", { headers: SCRIPT });
  expect(headers["content-security-policy"]).toBe("default-src 'none'; sandbox");
});

it("names a build by its bytes, so that no browser keeps a page that points to other copies", () => {
  const { build, files } = JSON.parse(readFileSync(path.join(webRoot, "cdn/manifest.json"), "utf8"));
  const all = files.map(({ sha256 }: { sha256: string }) => sha256).join();
  expect(build).toBe(createHash("sha256").update(all).digest("hex").slice(0, 12));
});
