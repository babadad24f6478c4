import { expect, it } from "vitest";
import { loadConfig } from "../../../src/bridge/config/load.ts";
import { ConfigError } from "../../../src/kernel/schema.ts";
import { startBridge } from "../../harness/start-bridge.ts";
import { RawPage } from "../server/raw-page.ts";
import { NAVIGATION, send } from "./proxied.ts";
import { upstream } from "./upstream.ts";

it("is part of the daemon: the console names its address and its state, and a page of INLISLite pairs through it", async () => {
  await using site = await upstream((_, response) => {
    response.writeHead(200, { "content-type": "text/html" }).end("<html><head></head></html>");
  });
  await using desk = await startBridge({
    config: (demo) => ({ ...demo, proxy: { ...demo.proxy, enabled: true, url: site.origin } }),
  });
  const { port } = desk.bridge.server;
  const host = `inlis.localhost:${port}`;
  const page = await send(port, "/", { headers: { host, ...NAVIGATION } });
  expect(page.text).toContain("/.titian/companion.js");

  const view = await desk.client.call("desk.get", {});
  expect(view.proxyAddress).toBe(`http://${host}`);
  expect(view.dependencies).toContainEqual(
    expect.objectContaining({ name: "proxy", health: "ok", code: null }),
  );

  const socket = await RawPage.open(port, { host, origin: `http://${host}`, path: "/.titian/ws" });
  expect(await socket.start(null)).toMatchObject({ type: "session.pairing" });
  socket.terminate();
  for (const path of ["/ws", "/.titian/ws/", "/anggota"])
    await expect(RawPage.open(port, { host, origin: `http://${host}`, path }), path).rejects.toThrow(
      "status 404",
    );
});

it("is off unless it is asked for, and its name is then nobody's", async () => {
  await using desk = await startBridge();
  const { port } = desk.bridge.server;
  const host = `inlis.localhost:${port}`;
  for (const path of ["/", "/health", "/titian-client.js", "/.titian/companion.js"])
    expect((await send(port, path, { headers: { host } })).status, path).toBe(421);
  await expect(RawPage.open(port, { host, origin: `http://${host}`, path: "/.titian/ws" })).rejects.toThrow(
    "status 404",
  );
  expect((await desk.client.call("desk.get", {})).proxyAddress).toBeNull();
});

function problemsOf(flags: Readonly<Record<string, string>>): readonly string[] {
  try {
    loadConfig({
      ...{ file: undefined, environment: {}, storeFolder: "/tmp/titian", drivers: [] },
      flags: new Map(Object.entries({ "library.standard": "id.sidoarjo.kta-dan-kta-online", ...flags })),
    });
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

it("says before it starts what is wrong with an address", () => {
  const on = { "proxy.enabled": "true" };
  expect(problemsOf({ ...on, "proxy.url": "http://192.168.1.10/inlislite3/" })).toEqual([]);
  expect(problemsOf(on)).toEqual([expect.stringContaining("/proxy/url is missing")]);
  for (const url of ["http://inlis.localhost:9700/", "http://127.0.0.1:9700/", "http://localhost:9700/x"])
    expect(problemsOf({ ...on, "proxy.url": url }), url).toEqual([expect.stringContaining("Titian itself")]);
  for (const url of ["192.168.1.10", "ftp://x/", "http://u:p@x/", "http://x/?a=1", "http://x y/"])
    expect(problemsOf({ ...on, "proxy.url": url }), url).not.toEqual([]);
  expect(problemsOf({ ...on, "proxy.url": "http://127.0.0.1/" })).toEqual([]);
  expect(problemsOf({ ...on, "proxy.url": "http://a/", "proxy.ca": "x.pem" })).toEqual([
    expect.stringContaining("does not begin with https:"),
  ]);
});
