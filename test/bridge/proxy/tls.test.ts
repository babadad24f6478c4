import { execFileSync } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import https from "node:https";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { ConfigError } from "../../../src/kernel/schema.ts";
import { NAVIGATION, proxied, SCRIPTED } from "./proxied.ts";
import { listening } from "./upstream.ts";

const HTML = { "content-type": "text/html" };

it("speaks https to the server that was meant, by its authority or its fingerprint, and to no other", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "titian-tls-"));
  const file = (name: string) => path.join(folder, name);
  execFileSync(
    "openssl",
    [
      ...[
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-nodes",
        "-days",
        "2",
      ],
      ...["-keyout", file("key.pem"), "-out", file("cert.pem"), "-subj", "/CN=inlis"],
      ...["-addext", "subjectAltName=IP:127.0.0.1"],
    ],
    { stdio: "ignore" },
  );
  const cert = readFileSync(file("cert.pem"));
  const { fingerprint256 } = new X509Certificate(cert);
  const server = https.createServer({ key: readFileSync(file("key.pem")), cert }, (request, response) => {
    response.writeHead(200, HTML).end(`<html>https://${request.headers.host}/x</html>`);
  });
  await using site = await listening(server, [], "https");
  const url = site.origin;
  const answer = async (trust: { readonly ca?: string; readonly fingerprint?: string }) => {
    await using through = await proxied({ url, ...trust });
    const { status, text, headers } = await through.send("/", { headers: SCRIPTED });
    return status === 200 ? text.replace(through.origin, "OWN") : `${status} ${headers["content-type"]}`;
  };
  const page = "<html>OWN/x</html>";
  expect(await answer({ ca: file("cert.pem") })).toBe(page);
  expect(await answer({ fingerprint: fingerprint256 })).toBe(page);
  expect(await answer({ fingerprint: fingerprint256.toLowerCase() })).toBe(page);
  expect(await answer({})).toContain("502");
  expect(await answer({ fingerprint: fingerprint256.replace(/^../, "00") })).toContain("502");
  await expect(proxied({ url, ca: file("missing.pem") })).rejects.toThrow(ConfigError);

  await using through = await proxied({ url });
  const refused = await through.send("/", { headers: NAVIGATION });
  expect(refused.body.toString()).toContain("Sertifikat server INLISLite tidak dikenal");
  expect(through.reports.at(-1)).toEqual(["down", "INLISLITE_SITE_UNTRUSTED"]);
  rmSync(folder, { recursive: true });
});
