import { createServer, type RequestListener } from "node:http";
import { createServer as createTlsServer } from "node:https";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { doctorExit, doctorText } from "../../../src/bridge/cli/doctor.ts";
import { doctorUrl } from "../../../src/bridge/cli/doctor-url.ts";
import { demoConfig } from "../../../src/bridge/config/demo.ts";
import { lookAtSite } from "../../../src/bridge/ways/look-at-site.ts";
import { APACHE_HEADERS } from "../../stand-in/apache-headers.ts";
import { makeCertificate } from "../../stand-in/certificate.ts";

const never = new AbortController().signal;
const LOGIN = '<!doctype html><form><input type="hidden" name="csrf_test_name" value="x"></form>';
const cleanUp: (() => Promise<unknown>)[] = [];
afterEach(() => Promise.all(cleanUp.splice(0).map((close) => close())));

async function serve(
  answer: RequestListener,
  tls?: { readonly key: string; readonly cert: string },
): Promise<string> {
  const server = tls ? createTlsServer(tls, answer) : createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  cleanUp.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  return `${tls ? "https" : "http"}://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const look = (url: string) => lookAtSite(new URL(url), never);

describe("a look at INLISLite's address", () => {
  it("follows it to the login page, and takes the real headers from there", async () => {
    const origin = await serve((request, response) => {
      if (request.url === "/") return response.writeHead(302, { location: "/login" }).end();
      for (const [name, value] of Object.entries(APACHE_HEADERS)) response.setHeader(name, value);
      return response.setHeader("server", "Apache/2.4").end(LOGIN);
    });
    expect(await look(`${origin}/`)).toMatchObject({
      ...{ origin, url: `${origin}/login`, status: 200, version: "3.3", isHttps: false },
      addresses: [{ address: "127.0.0.1", space: "loopback" }],
      headers: { server: "Apache/2.4", frameOptions: "DENY", openerPolicy: undefined },
    });
  });

  it("goes round no circle, follows to no other scheme, and reads no endless page", async () => {
    const circle = await serve(
      (_request, response) => void response.writeHead(302, { location: "/again" }).end(),
    );
    expect(await look(circle)).toBe("redirects");
    const away = await serve(
      (_request, response) => void response.writeHead(302, { location: "file:///etc/passwd" }).end(),
    );
    expect(await look(away)).toBe("redirects");
    const endless = await serve((_request, response) => {
      const pour = (): void => {
        while (!response.destroyed && response.write(Buffer.alloc(64 * 1024, "a")));
        if (!response.destroyed) response.once("drain", pour);
      };
      pour();
    });
    expect(await look(endless)).toMatchObject({ status: 200, version: undefined });
  });

  it("sees through an untrusted certificate, and says so", async () => {
    const origin = await serve(
      (_request, response) => void response.end(LOGIN),
      makeCertificate("127.0.0.1"),
    );
    expect(await look(origin)).toMatchObject({ isHttps: true, isTrusted: false, version: "3.3" });
  });

  it("tells why there is no answer", async () => {
    expect(await look("http://127.0.0.1:1/")).toBe("refused");
    expect(await look("http://no-such-name.invalid/")).toBe("no-name");
    const given = AbortSignal.timeout(50);
    const silent = await serve(() => undefined);
    await expect(lookAtSite(new URL(silent), given)).rejects.toThrow();
  });
});

describe("titian doctor --url", () => {
  const config = demoConfig({ folder: "/nowhere", port: 9700 });

  it("tells a technician which ways work, why not, what to do, and which to take", async () => {
    const origin = await serve((_request, response) => {
      for (const [name, value] of Object.entries(APACHE_HEADERS)) response.setHeader(name, value);
      response.end(LOGIN);
    });
    const report = await doctorUrl(new URL(origin), { config, language: "id" }, never);
    const text = doctorText(report.findings);
    expect(text).toContain("INLISLite 3.3, jawaban 200");
    expect(text).toContain("127.0.0.1 (komputer ini)");
    expect(text).toMatch(/! tag skrip +setelah perubahan; CSP situs menolak skrip dari komputer ini/);
    expect(text).toContain("Tambahkan ws://127.0.0.1:9700 pada connect-src");
    expect(text).toContain("disarankan: proxy");
    expect(text).toContain("http://inlis.localhost:9700/");
    expect(doctorExit(report.findings)).toBe(0);
    expect(JSON.parse(JSON.stringify(report))).toMatchObject({
      site: { version: "3.3" },
      ways: {
        recommended: "proxy",
        verdicts: [{ way: "script", works: { chromium: "change" } }, {}, {}, {}],
      },
    });
  });

  it("fails where nobody answers, and leaves the console", async () => {
    const report = await doctorUrl(new URL("http://127.0.0.1:1/"), { config, language: "en" }, never);
    expect(doctorText(report.findings)).toContain("nobody answers at this address");
    expect(doctorExit(report.findings)).toBe(1);
    expect(report.ways.recommended).toBe("console");
  });
});
