import net from "node:net";
import { describe, expect, it } from "vitest";
import { CLOSE, MAX_PICTURE_BYTES, MAX_TEXT_BYTES } from "../../../src/bridge/protocol/limits.ts";
import { type Listening, listen } from "./listening-server.ts";
import { send } from "./plain-http.ts";
import { codeOf } from "./raw-page.ts";

const LIBRARY = "http://192.168.1.10";
const EVIL = "https://evil.example";

const REFUSED = JSON.stringify({ error: "refused" });

describe("a page that has no business here", () => {
  it("is refused without an Origin, with null, and with text that is none", async () => {
    await using desk = await listen();
    for (const origin of [
      "absent",
      "null",
      "file://",
      "http://a b",
      "http://evil.example/path",
      "HTTP://EVIL.example",
    ])
      await expect(desk.page({ origin })).rejects.toThrow("status 403");
  });

  it("is refused under a rebound name, on the socket and over HTTP, even when Origin and Host agree", async () => {
    await using desk = await listen();
    const { port } = desk.server;
    const host = `evil.example:${port}`;
    await expect(desk.page({ host, origin: `http://${host}` })).rejects.toThrow("status 421");
    await expect(desk.page({ host: "127.0.0.1" })).rejects.toThrow("status 421");
    await expect(desk.page({ host: `[::1]:${port}` })).rejects.toThrow("status 421");
    for (const path of ["/", "/console-token", "/health", "/metrics", "/titian-client.js", "/nothing"]) {
      const answer = await send(port, path, { host });
      expect(answer, path).toMatchObject({ status: 421, body: REFUSED });
    }
  });

  it("learns neither version nor instance, and can say nothing but session.open", async () => {
    await using desk = await listen();
    const page = await desk.page({ origin: EVIL });
    page.send({ type: "request", id: 1, command: "desk.get", params: {} });
    expect(codeOf(await page.next("error"))).toBe("SESSION_REQUIRED");
    expect(await page.closed).toBe(CLOSE.policy);

    const other = await desk.page({ origin: EVIL });
    const hello = JSON.stringify(other.hello);
    expect(hello).not.toContain("0.0.0-test");
    expect(hello).not.toContain(desk.hub.instance);
  });

  it("gets nowhere with a form post, wherever it is sent from", async () => {
    await using desk = await listen();
    const { port } = desk.server;
    for (const origin of [EVIL, "null", `http://127.0.0.1:${port}`])
      for (const path of ["/", "/console-token", "/health", "/ws"]) {
        const headers = {
          origin,
          "content-type": "application/x-www-form-urlencoded",
          "sec-fetch-mode": "navigate",
        };
        expect(await send(port, path, headers, "POST")).toMatchObject({ status: 403, body: REFUSED });
      }
  });

  it("cannot read the console's token, navigate to it, or frame the console", async () => {
    await using desk = await listen();
    const { port } = desk.server;
    const own = `http://127.0.0.1:${port}`;
    const from = (site: string, mode: string, more: Record<string, string> = {}) =>
      send(port, "/console-token", { "sec-fetch-site": site, "sec-fetch-mode": mode, ...more });

    expect(await send(port, "/console-token")).toMatchObject({ status: 403 });
    expect(await from("cross-site", "cors", { origin: EVIL })).toMatchObject({ status: 403 });
    expect(await from("same-site", "no-cors")).toMatchObject({ status: 403 });
    expect(await from("none", "navigate")).toMatchObject({ status: 403 });
    expect(await from("same-origin", "navigate")).toMatchObject({ status: 403 });
    expect(await from("same-origin", "cors", { referer: `${EVIL}/` })).toMatchObject({ status: 403 });
    const proxied = { host: `inlis.localhost:${port}`, origin: `http://inlis.localhost:${port}` };
    expect(await from("same-origin", "cors", proxied)).toMatchObject({ status: 421 });

    const token = await from("same-origin", "cors", { referer: `${own}/`, origin: own });
    expect(JSON.parse(token.body)).toEqual({ token: desk.server.consoleToken });
    expect(token.headers).not.toHaveProperty("access-control-allow-origin");
  });

  it("cannot use the console's token, nor another origin's, nor one that was revoked", async () => {
    await using desk = await listen();
    const tokenOf = async (origin: string): Promise<string> => {
      const page = await desk.page({ origin });
      const { code } = await page.start(null);
      desk.pairing.approve(String(code));
      return String((await page.next("session.paired"))["token"]);
    };
    const token = await tokenOf(LIBRARY);

    for (const [origin, stolen] of [
      [EVIL, token],
      [`${LIBRARY}:8080`, token],
      ["https://192.168.1.10", token],
      [LIBRARY, desk.server.consoleToken],
      [LIBRARY, `${token}x`],
    ] as const) {
      const page = await desk.page({ origin });
      expect(codeOf(await page.start(stolen))).toBe("SESSION_REFUSED");
      expect(await page.closed).toBe(CLOSE.refused);
    }

    const page = await desk.page({ origin: LIBRARY });
    expect(await page.start(token)).toMatchObject({ type: "session.opened", isConsole: false });
    desk.pairing.revoke(LIBRARY);
    expect(await page.closed).toBe(CLOSE.revoked);
    const again = await desk.page({ origin: LIBRARY });
    expect(codeOf(await again.start(token))).toBe("SESSION_REFUSED");
  });

  it("finds no file by a path of its own making", async () => {
    await using desk = await listen({ webRoot: "web/messages" });
    for (const path of [
      ...["/../package.json", "/..%2f..%2fpackage.json", "/%2e%2e/package.json", "/..\\package.json"],
      ...["/%00", "/%", "//etc/passwd", "/.git/config", "/index.html%00.js", "/ws/../package.json"],
    ]) {
      const answer = await send(desk.server.port, path);
      expect(answer, path).toMatchObject({ status: 404, body: REFUSED });
    }
  });

  it("is told nothing about the framework by a request that is not HTTP", async () => {
    await using desk = await listen();
    const answer = await new Promise<string>((resolve) => {
      const socket = net.connect(desk.server.port, "127.0.0.1", () => socket.end("HELLO\r\n\r\n"));
      socket.on("data", (chunk) => resolve(chunk.toString()));
    });
    expect(answer).toBe("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
  });
});

describe("a page that is too much", () => {
  it("has few places among strangers, and none of them is taken from the console", async () => {
    await using desk = await listen({ limits: { strangers: 3, sessionsPerOrigin: 2 } });
    await desk.page({ origin: EVIL });
    await desk.page({ origin: EVIL });
    await expect(desk.page({ origin: EVIL })).rejects.toThrow("status 503");
    await desk.page({ origin: "https://second.example" });
    await expect(desk.page({ origin: "https://third.example" })).rejects.toThrow("status 503");
    const console = await desk.console();
    expect(await console.ask("system.ping")).toMatchObject({ type: "result" });
  });

  it("cannot come and go in a loop", async () => {
    await using desk = await listen({ limits: { strangers: 3, strangersPerSecond: 1 } });
    for (let times = 0; times < 3; times++) {
      const page = await desk.page({ origin: EVIL });
      page.terminate();
      await page.closed;
    }
    await expect(desk.page({ origin: EVIL })).rejects.toThrow("status 503");
    await desk.clock.advance(1_000);
    await expect(desk.page({ origin: EVIL })).resolves.toBeDefined();
  });

  it("is refused when all sockets are in use", async () => {
    await using desk = await listen({ limits: { sessions: 2 } });
    await desk.console();
    await desk.console();
    await expect(desk.page()).rejects.toThrow("status 503");
  });

  it("is closed for a frame above the bound, text and picture apart", async () => {
    await using desk = await listen();
    const text = await desk.console();
    text.socket.send("x".repeat(MAX_TEXT_BYTES + 1));
    expect(await text.closed).toBe(CLOSE.tooBig);

    const picture = await desk.console();
    picture.socket.send(Buffer.alloc(MAX_PICTURE_BYTES + 17));
    expect(await picture.closed).toBe(CLOSE.tooBig);

    const largest = await desk.console();
    largest.socket.send(Buffer.alloc(MAX_PICTURE_BYTES + 16));
    expect(await largest.ask("system.ping")).toMatchObject({ type: "result" });
  });

  it("may, as a stranger, not even send what a session.open could never be", async () => {
    await using desk = await listen();
    const page = await desk.page({ origin: EVIL });
    page.socket.send("x".repeat(5_000));
    expect(await page.closed).toBe(CLOSE.tooBig);
  });

  it("is slowed down, and closed when it does not stop", async () => {
    await using desk = await listen({ limits: { messagesPerSecond: 10, refusals: 30 } });
    const page = await desk.console();
    const answers = await Promise.all(Array.from({ length: 25 }, () => page.ask("system.ping")));
    expect(answers.filter((answer) => codeOf(answer) === "TOO_MANY_REQUESTS").length).toBeGreaterThan(0);

    await desk.clock.advance(1_000);
    expect(await page.ask("system.ping")).toMatchObject({ type: "result" });
    for (let times = 0; times < 80; times++)
      page.send({ type: "request", id: 1_000 + times, command: "x", params: {} });
    expect(await page.closed).toBe(CLOSE.tooMany);
    expect(desk.log.lines).toContainEqual(
      expect.objectContaining({ message: "session closed for flooding" }),
    );
  });

  it("exhausts only its own HTTP allowance", async () => {
    await using desk: Listening = await listen({ limits: { httpPerMinute: 5 } });
    const { port } = desk.server;
    const statuses: number[] = [];
    for (let times = 0; times < 8; times++) statuses.push((await send(port, "/health")).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429, 429]);
    const token = await send(port, "/console-token", {
      "sec-fetch-site": "same-origin",
      "sec-fetch-mode": "cors",
    });
    expect(token.status).toBe(200);
  });
});
