import os from "node:os";
import { expect, it } from "vitest";
import { builtConsole } from "./built-console.ts";
import { listen } from "./listening-server.ts";
import { send } from "./plain-http.ts";

const get = (
  { port }: { readonly port: number },
  path: string,
  site?: string,
  mode = "no-cors",
  dest = "empty",
) =>
  send(
    port,
    path,
    site === undefined ? {} : { "sec-fetch-site": site, "sec-fetch-mode": mode, "sec-fetch-dest": dest },
  );

it("serves the console under a policy that allows its own files and its own socket", async () => {
  await using desk = await listen({ webRoot: builtConsole() });
  const { port } = desk.server;
  const page = await get(desk.server, "/", "none", "navigate", "document");
  expect(page.status).toBe(200);
  expect(page.body).toContain("Titian");
  const policy = String(page.headers["content-security-policy"]).split(";");
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).toContain(`connect-src 'self' ws://127.0.0.1:${port} ws://localhost:${port}`);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(page.headers["content-security-policy"]).not.toContain("unsafe");
  expect(page.headers["x-powered-by"]).toBeUndefined();
  expect((await get(desk.server, "/console.js", "same-origin", "cors", "script")).status).toBe(200);
  expect((await send(port, "/", { host: `localhost:${port}` })).status).toBe(200);
});

it("shows the console to a link from elsewhere, but in no frame and to no script of another site", async () => {
  await using desk = await listen({ webRoot: builtConsole() });
  expect((await get(desk.server, "/", "cross-site", "navigate", "document")).status).toBe(200);
  expect((await get(desk.server, "/", "cross-site", "navigate", "iframe")).status).toBe(403);
  expect((await get(desk.server, "/", "cross-site", "no-cors", "empty")).status).toBe(403);
  expect((await get(desk.server, "/console.js", "cross-site", "no-cors", "script")).status).toBe(403);
  expect((await get(desk.server, "/console.js", "none", "navigate", "document")).status).toBe(403);
});

it("lets INLISLite's page open the bridge window, which keeps its opener, and nobody frame or read it", async () => {
  await using desk = await listen({ webRoot: builtConsole() });
  const { port } = desk.server;
  const opened = await get(desk.server, "/bridge.html", "cross-site", "navigate", "document");
  expect(opened.status).toBe(200);
  expect(opened.headers["cross-origin-opener-policy"]).toBeUndefined();
  expect(opened.headers["content-security-policy"]).toBe(
    "default-src 'none';script-src 'self';style-src 'self';img-src 'self';" +
      `connect-src ws://127.0.0.1:${port} ws://localhost:${port};` +
      "base-uri 'none';form-action 'none';frame-ancestors 'none'",
  );
  expect((await get(desk.server, "/bridge.html", "cross-site", "navigate", "iframe")).status).toBe(403);
  expect((await get(desk.server, "/bridge.html", "cross-site", "no-cors", "empty")).status).toBe(403);
  const rebound = await send(port, "/bridge.html", { host: `evil.example:${port}` });
  expect(rebound.status).toBe(421);
  const console = await get(desk.server, "/", "none", "navigate", "document");
  expect(console.headers["cross-origin-opener-policy"]).toBe("same-origin");
});

it.each(["/titian-client.js", "/titian-companion.js"])(
  "gives %s to any page, as a script without a secret",
  async (name) => {
    await using desk = await listen({ webRoot: builtConsole() });
    const script = await get(desk.server, name, "cross-site", "no-cors", "script");
    expect(script.status).toBe(200);
    expect(script.headers["content-type"]).toContain("text/javascript");
    expect(script.headers["cross-origin-resource-policy"]).toBe("cross-origin");
    expect(script.headers["access-control-allow-origin"]).toBeUndefined();
    expect(script.body).not.toContain(desk.server.consoleToken);
    expect((await get(desk.server, name, "none", "navigate", "document")).status).toBe(403);
  },
);

it("says how it is without saying who it is", async () => {
  let condition: "ok" | "down" = "ok";
  await using desk = await listen({ condition: () => condition });
  const well = await get(desk.server, "/health");
  expect([well.status, well.body]).toEqual([200, '{"status":"ok"}']);
  condition = "down";
  const ill = await get(desk.server, "/health");
  expect([ill.status, ill.body]).toEqual([503, '{"status":"down"}']);
  expect((await get(desk.server, "/health", "cross-site")).status).toBe(403);
  expect((await get(desk.server, "/metrics", "none", "navigate", "document")).status).toBe(403);
});

it("counts requests, errors and refusals for Prometheus", async () => {
  await using desk = await listen();
  const page = await desk.console();
  await page.ask("system.ping");
  await page.ask("desk.get");
  await desk.page({ origin: "null" }).catch(() => undefined);
  const { body: scrape } = await get(desk.server, "/metrics");
  expect(scrape).toContain("titian_sessions 1");
  expect(scrape).toContain('titian_requests_total{command="system.ping",outcome="result"} 1');
  expect(scrape).toContain('titian_errors_total{code="DEVICE_NOT_FOUND"} 1');
  expect(scrape).toContain('titian_denied_total{reason="origin"} 1');
});

it("listens on the loopback address and on no other", async () => {
  await using desk = await listen();
  const others = Object.values(os.networkInterfaces())
    .flatMap((list) => list ?? [])
    .filter(({ address }) => address !== "127.0.0.1" && !address.startsWith("fe80"));
  for (const { address, family } of others) {
    const host = family === "IPv6" ? `[${address}]` : address;
    await expect(fetch(`http://${host}:${desk.server.port}/health`)).rejects.toThrow();
  }
});
