import { once } from "node:events";
import http, { type IncomingMessage } from "node:http";
import net from "node:net";
import { expect, it } from "vitest";
import { freePort } from "../../harness/free-port.ts";
import { ManualClock } from "../../harness/manual-clock.ts";
import { NAVIGATION, proxied, SCRIPTED } from "./proxied.ts";
import { rawUpstream, upstream } from "./upstream.ts";

const HTML = { "content-type": "text/html" };

it("says in both languages what to do while INLISLite's server is away, and says nothing of what was asked for", async () => {
  await using through = await proxied({ url: `http://127.0.0.1:${await freePort()}/` });
  const page = await through.send("/anggota?cari=Rahasia", { headers: NAVIGATION });
  const text = page.body.toString();
  expect(page.status).toBe(502);
  expect(page.headers).toMatchObject({ refresh: "15", "cache-control": "no-store" });
  expect(page.headers["content-security-policy"]).toContain("default-src 'none'");
  expect(text).toContain('<html lang="id">');
  expect(text).toContain("Server INLISLite tidak menjawab");
  expect(text).toContain("INLISLite's server does not answer");
  expect(text).not.toContain("Rahasia");
  const english = await through.send("/", {
    headers: { ...NAVIGATION, "accept-language": "en-US,en;q=0.9" },
  });
  expect(english.body.toString()).toContain('<html lang="en">');
  expect(through.reports.at(-1)).toEqual(["down", "INLISLITE_SITE_AWAY"]);
});

it("answers a script with a code, a picture with nothing, and a form with a warning", async () => {
  await using through = await proxied({ url: `http://127.0.0.1:${await freePort()}/` });
  const scripted = await through.send("/api/x", { headers: { ...SCRIPTED, accept: "application/json" } });
  expect([scripted.status, JSON.parse(scripted.text)]).toEqual([
    502,
    { error: "unreachable", message: "Server INLISLite tidak menjawab" },
  ]);
  const picture = await through.send("/x.png", { headers: { accept: "image/*" } });
  expect([picture.status, picture.text]).toEqual([502, ""]);
  const headers = { ...NAVIGATION, "sec-fetch-site": "same-origin", origin: through.origin };
  const form = await through.send("/anggota/save", { method: "POST", headers, body: "a=b" });
  expect(form.status).toBe(502);
  expect(form.body.toString()).toContain("mungkin belum tersimpan");
  expect(form.headers).not.toHaveProperty("refresh");
});

it("gives up within its budgets: no connection, no first byte, nothing more in the middle", async () => {
  const clock = new ManualClock();
  await using site = await upstream(({ url }, response) => {
    if (url === "/half") response.writeHead(200, { ...HTML, "content-length": 100 }).write("<html>");
  });
  await using through = await proxied({ url: site.origin, clock });
  const silent = through.send("/never", { headers: NAVIGATION });
  await arrivals(site, 1);
  await clock.advance(299_000);
  await clock.advance(2_000);
  expect((await silent).status).toBe(504);

  const half = through.send("/half", { headers: NAVIGATION });
  const cut = expect(half).rejects.toThrow(/aborted|hang up/);
  await arrivals(site, 2);
  // The head of the answer has come through once the wait in the middle has begun.
  while (clock.sleepers === 0) await clock.advance(0);
  await clock.advance(121_000);
  await cut;
});

async function arrivals(
  { seen }: { readonly seen: readonly IncomingMessage[] },
  count: number,
): Promise<void> {
  while (seen.length < count) await new Promise((resolve) => setImmediate(resolve));
}

it("does not wait longer for a server that takes no connection", async () => {
  const clock = new ManualClock();
  // TLS towards a server that never says a word: the connection is there, the handshake is not.
  await using mute = await rawUpstream(() => undefined);
  await using through = await proxied({ url: `https://127.0.0.1:${mute.port}/`, clock });
  const answer = through.send("/", { headers: NAVIGATION });
  while (mute.connections() === 0) await clock.advance(0);
  await clock.advance(5_001);
  expect((await answer).status).toBe(502);
});

it("cuts an answer off where INLISLite did, so that half a page never passes for a whole one", async () => {
  await using site = await rawUpstream((socket) => {
    socket.write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 500\r\n\r\n<html>half");
    socket.end();
  });
  await using through = await proxied({ url: site.origin });
  await expect(through.send("/", { headers: NAVIGATION })).rejects.toThrow(/aborted|hang up/);

  await using chunked = await rawUpstream((socket) => {
    socket.write(
      "HTTP/1.1 200 OK\r\nContent-Type: application/pdf\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhalf",
    );
    socket.end();
  });
  await using other = await proxied({ url: chunked.origin });
  await expect(other.send("/", { headers: NAVIGATION })).rejects.toThrow(/aborted|hang up/);
});

it("takes what a server sends beyond its Content-Length for nothing, and goes on", async () => {
  await using site = await rawUpstream((socket) => {
    socket.write("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nok-and-more");
  });
  await using through = await proxied({ url: site.origin });
  for (let times = 0; times < 3; times++)
    expect((await through.send("/", { headers: SCRIPTED })).text).toBe("ok");
});

it("calls an answer that is no HTTP broken", async () => {
  await using site = await rawUpstream((socket) => socket.end("220 ftp ready\r\n"));
  await using through = await proxied({ url: site.origin });
  const page = await through.send("/", { headers: NAVIGATION });
  expect([page.status, page.body.toString()]).toEqual([502, expect.stringContaining("terputus")]);
  await using shut = await rawUpstream((socket) => socket.destroy());
  await using other = await proxied({ url: shut.origin });
  expect((await other.send("/", { headers: NAVIGATION })).status).toBe(502);
});

it("asks again over a new connection when the kept one had just been closed", async () => {
  let answered = 0;
  await using site = await rawUpstream((socket) => {
    answered += 1;
    socket.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nKeep-Alive: timeout=60\r\n\r\nok");
    // The second request on it is answered with a reset.
    socket.once("data", () => socket.resetAndDestroy());
  });
  await using through = await proxied({ url: site.origin });
  for (let times = 0; times < 4; times++)
    expect((await through.send("/", { headers: SCRIPTED })).text).toBe("ok");
  expect(answered).toBeGreaterThan(1);
});

it("stops asking when the browser has gone, before and in the middle of an answer", async () => {
  const closed: Promise<unknown>[] = [];
  await using site = await upstream((request, response) => {
    closed.push(once(response, "close"));
    if (request.url === "/half") response.writeHead(200, HTML).write("<html>".padEnd(2_000));
  });
  await using through = await proxied({ url: site.origin });
  for (const place of ["/never", "/half"]) {
    const request = http.get({
      host: "127.0.0.1",
      port: through.port,
      path: place,
      headers: { host: through.host },
    });
    request.on("error", () => undefined);
    await arrivals(site, closed.length + 1);
    if (place === "/half") await once(request, "response");
    request.destroy();
    await closed.at(-1);
  }
  expect(through.reports.some(([health]) => health === "down")).toBe(false);
});

it("waits for a browser that reads slowly as long as it likes", async () => {
  const clock = new ManualClock();
  const size = 64 * 1024 * 1024;
  await using site = await upstream((_, response) => {
    response.writeHead(200, { "content-type": "application/pdf", "content-length": size });
    response.end(Buffer.alloc(size, 1));
  });
  await using through = await proxied({ url: site.origin, clock });
  const request = http.get({ host: "127.0.0.1", port: through.port, headers: { host: through.host } });
  const [response] = (await once(request, "response")) as [IncomingMessage];
  response.pause();
  for (let minutes = 0; minutes < 10; minutes++) await clock.advance(60_000);
  let received = 0;
  response.on("data", (piece: Buffer) => {
    received += piece.length;
  });
  response.resume();
  await once(response, "end");
  expect(received).toBe(size);
});

it("refuses an upload above the bound, whether it says its size or not", async () => {
  await using site = await upstream((request, response) => {
    request.resume();
    request.once("end", () => response.end("ok"));
  });
  await using through = await proxied({ url: site.origin, maxUploadMb: 1 });
  const headers = { ...NAVIGATION, "sec-fetch-site": "same-origin", origin: through.origin };
  const post = (size: number, more: Record<string, string>) =>
    through.send("/", { method: "POST", headers: { ...headers, ...more }, body: Buffer.alloc(size) });
  const saysSo = await post(1_500_000, { "content-length": "1500000" });
  expect([saysSo.status, saysSo.body.toString()]).toEqual([
    413,
    expect.stringContaining("Berkas terlalu besar"),
  ]);
  expect((await post(1_500_000, { "transfer-encoding": "chunked" })).status).toBe(413);
  expect((await post(900_000, { "transfer-encoding": "chunked" })).text).toBe("ok");
});

it("passes on what INLISLite answers before it has read an upload", async () => {
  await using site = await upstream((request, response) => {
    response.writeHead(413, HTML).end("<html>terlalu besar</html>");
    // As Apache's lingering close: a reset would overtake the answer.
    request.resume();
  });
  await using through = await proxied({ url: site.origin });
  const headers = { ...SCRIPTED, origin: through.origin, "content-length": "3000000" };
  const answer = await through.send("/", { method: "POST", headers, body: Buffer.alloc(3_000_000) });
  expect([answer.status, answer.text]).toEqual([413, "<html>terlalu besar</html>"]);
});

it("sees that a server which sends everybody to https would send the browser round in a circle", async () => {
  await using site = await upstream((request, response) => {
    response.writeHead(301, { location: `https://${request.headers.host}${request.url}` }).end();
  });
  await using through = await proxied({ url: site.origin });
  const page = await through.send("/login?x=1", { headers: NAVIGATION });
  expect([page.status, page.body.toString()]).toEqual([502, expect.stringContaining("proxy.url")]);
  expect(through.reports.at(-1)).toEqual(["down", "INLISLITE_SITE_MOVED"]);
});

it("notices that INLISLite's server is back without anybody asking for a page", async () => {
  const clock = new ManualClock();
  const port = await freePort();
  await using through = await proxied({ url: `http://127.0.0.1:${port}/`, clock, watches: true });
  while (through.reports.at(-1)?.[0] !== "down") await clock.advance(0);
  const server = http.createServer((_, response) => response.end());
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  while (through.reports.at(-1)?.[0] !== "ok") await clock.advance(15_000);
  expect(through.reports.map(([health]) => health)).toContain("degraded");
  server.close();
});

it("lets no stranger's request through, whatever path it asks for", async () => {
  await using site = await upstream((_, response) => response.end("inside"));
  await using through = await proxied({ url: site.origin });
  const { port, desk } = through;
  for (const host of [`evil.example:${port}`, `127.0.0.1:${port}`, `localhost:${port}`])
    expect((await through.send("/anggota", { headers: { host } })).text, host).not.toBe("inside");
  for (const place of ["/console-token", "/health", "/metrics", "/titian-client.js", "/index.html"]) {
    const answer = await through.send(place, { headers: NAVIGATION });
    expect(answer.text, place).toBe("inside");
    expect(answer.text).not.toContain(desk.server.consoleToken);
  }
  const crossSite = { ...NAVIGATION, "sec-fetch-site": "cross-site", origin: "https://evil.example" };
  expect((await through.send("/anggota", { method: "POST", headers: crossSite, body: "x" })).status).toBe(
    403,
  );
  // A proxy for everybody would take a whole address.
  const absolute = await new Promise<string>((resolve) => {
    const socket = net.connect(port, "127.0.0.1", () =>
      socket.write(`GET http://evil.example/ HTTP/1.1\r\nHost: ${through.host}\r\nConnection: close\r\n\r\n`),
    );
    let text = "";
    socket.on("data", (piece) => {
      text += piece.toString();
    });
    socket.on("close", () => resolve(text));
  });
  expect(absolute).toMatch(/^HTTP\/1\.1 (502|400)/);
  expect(absolute).not.toContain("inside");
});
