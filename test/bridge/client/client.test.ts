import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { freePort } from "../../harness/free-port.ts";
import { listen } from "../server/listening-server.ts";
import { deskPage } from "./desk-page.ts";

const LIBRARY = "http://192.168.1.10";
const never = (): Promise<never> => new Promise(() => undefined);

describe("the client", () => {
  it("connects by itself, and calls made before that wait for it", async () => {
    await using desk = await listen({ handlers: { "device.list": async () => ({ devices: [] }) } });
    using page = deskPage(() => desk.server.port, desk.server.consoleToken);
    expect(page.client.state).toEqual({ name: "connecting" });
    expect(await page.client.call("device.list", {})).toEqual({ devices: [] });
    expect(page.client.state).toMatchObject({ name: "open", isConsole: true });
  });

  it("hands a refusal on in the daemon's words", async () => {
    await using desk = await listen();
    using page = deskPage(() => desk.server.port, desk.server.consoleToken);
    await expect(page.client.call("desk.get", {})).rejects.toMatchObject({
      ...{
        name: "CallError",
        code: "DEVICE_NOT_FOUND",
        remedy: "fix-request",
        text: "DEVICE_NOT_FOUND in id",
      },
    });
  });

  it("has the bytes of a picture when the answer names it, and sends bytes ahead of their name", async () => {
    const jpeg = Uint8Array.of(0xff, 0xd8, 7);
    const drawings: Uint8Array[] = [];
    await using desk = await listen({
      handlers: {
        "photo.get": async (_params, { session }) => ({ photo: session.frames.send(jpeg) }),
        "card.preview": async ({ case: id }, { session }) => {
          drawings.push(Uint8Array.from(session.frames.take(id)));
          return { card: id };
        },
      },
    });
    using page = deskPage(() => desk.server.port, desk.server.consoleToken);
    const { photo } = await page.client.call("photo.get", { case: randomUUID() });
    expect(await page.client.frame(photo)).toEqual(jpeg);
    const drawing = page.client.upload(Uint8Array.of(1, 2, 3));
    await page.client.call("card.preview", { case: drawing });
    expect(drawings).toEqual([Uint8Array.of(1, 2, 3)]);
    await expect(page.client.frame(randomUUID())).rejects.toMatchObject({ code: "FRAME_UNKNOWN" });
  });

  it("cancels the work in the daemon when the caller gives up", async () => {
    let reason: unknown;
    const begun = Promise.withResolvers<void>();
    await using desk = await listen({
      handlers: {
        "desk.get": (_params, { signal }) => {
          signal.addEventListener("abort", () => {
            reason = signal.reason.code;
          });
          begun.resolve();
          return never();
        },
      },
    });
    using page = deskPage(() => desk.server.port, desk.server.consoleToken);
    const caller = new AbortController();
    const answer = page.client.call("desk.get", {}, { signal: caller.signal });
    await begun.promise;
    caller.abort();
    await expect(answer).rejects.toMatchObject({ code: "CANCELLED" });
    await page.client.call("system.ping", {});
    expect(reason).toBe("CANCELLED");
    const late = page.client.call("desk.get", {}, { signal: AbortSignal.abort() });
    await expect(late).rejects.toMatchObject({ code: "CANCELLED" });
  });

  it("does not wait for ever for a daemon that says nothing", async () => {
    await using desk = await listen({ handlers: { "desk.get": never } });
    using page = deskPage(() => desk.server.port, desk.server.consoleToken);
    await page.until("open");
    const answer = page.client.call("desk.get", {}, { withinMs: 500 });
    page.timers.fire(2_500);
    await expect(answer).rejects.toMatchObject({ code: "DEADLINE_EXCEEDED" });
  });
});

describe("a client whose connection is lost", () => {
  it("is away, fails what had no answer, comes back with growing pauses and misses no event", async () => {
    await using desk = await listen({ handlers: { "desk.get": never } });
    using page = deskPage(() => desk.server.port, desk.server.consoleToken);
    const heard: number[] = [];
    let resyncs = 0;
    page.client.on("pairing.changed", ({ pairings }) => heard.push(pairings.length));
    page.client.onResync(() => resyncs++);
    await page.until("open");
    await page.client.call("system.ping", {});
    desk.hub.publish("pairing.changed", { pairings: [] });
    await page.client.call("system.ping", {});

    const answer = page.client.call("desk.get", {});
    page.sockets[0]?.terminate();
    await expect(answer).rejects.toMatchObject({ code: "CONNECTION_LOST" });
    expect(page.client.state).toEqual({ name: "away" });
    await expect(page.client.call("system.ping", {})).rejects.toMatchObject({ code: "CONNECTION_LOST" });
    expect(() => page.client.upload(new Uint8Array(1))).toThrowError(/CONNECTION_LOST/);
    const waiting = {
      origin: LIBRARY,
      state: "granted",
      code: null,
      since: "2026-02-06T01:00:00.000Z",
    } as const;
    desk.hub.publish("pairing.changed", { pairings: [waiting] });

    page.timers.fire(250);
    await page.until("open");
    await page.client.call("system.ping", {});
    expect(heard).toEqual([0, 1]);
    expect(resyncs).toBe(1);
  });

  it("knows a daemon that answers and admits nobody yet, and asks it again at short intervals", async () => {
    let isOnTrial = true;
    await using desk = await listen({ holdsBack: () => isOnTrial });
    using page = deskPage(() => desk.server.port, desk.server.consoleToken);
    for (let attempt = 0; attempt < 5; attempt++) {
      await expect.poll(() => page.timers.pauses).toEqual([250]);
      expect(page.client.state).toEqual({ name: "away", isStarting: true });
      isOnTrial = attempt < 4;
      page.timers.fire(250);
    }
    await page.until("open");
    page.sockets.at(-1)?.terminate();
    expect(await page.until("away")).toEqual({ name: "away" });
  });

  it("doubles its pauses up to ten seconds while nobody listens, and resyncs with another daemon", async () => {
    const first = await listen({ port: await freePort() });
    let port = first.server.port;
    using page = deskPage(() => port, first.server.consoleToken);
    let resyncs = 0;
    page.client.onResync(() => resyncs++);
    await page.until("open");
    await page.client.call("system.ping", {});
    await first.server.stop();
    await page.until("away");

    const pauses: number[] = [];
    for (let attempt = 0; attempt < 7; attempt++) {
      await expect.poll(() => page.timers.pauses).toHaveLength(1);
      pauses.push(...page.timers.pauses);
      page.timers.fire(10_000);
    }
    expect(pauses).toEqual([250, 500, 1_000, 2_000, 4_000, 8_000, 10_000]);

    await using second = await listen();
    port = second.server.port;
    page.kept.token = second.server.consoleToken;
    await expect.poll(() => page.timers.pauses).toHaveLength(1);
    page.timers.fire(10_000);
    await page.until("open");
    await page.client.call("system.ping", {});
    expect(resyncs).toBe(2);
  });

  it("tries at once when it is told that another way has opened", async () => {
    const first = await listen();
    let port = first.server.port;
    using page = deskPage(() => port, first.server.consoleToken);
    await page.until("open");
    page.client.retryNow();
    expect(page.sockets).toHaveLength(1);
    await first.server.stop();
    await page.until("away");
    await using second = await listen();
    port = second.server.port;
    page.kept.token = second.server.consoleToken;
    page.client.retryNow();
    page.client.retryNow();
    await page.until("open");
    expect(page.sockets).toHaveLength(2);
    expect(page.timers.pauses.filter((ms) => ms <= 10_000)).toEqual([]);
  });

  it("is refused with a dead token, forgets it, and waits to be asked", async () => {
    await using desk = await listen();
    using page = deskPage(() => desk.server.port, "a-token-that-was-never-given", LIBRARY);
    expect(await page.until("refused")).toMatchObject({ error: { code: "SESSION_REFUSED" } });
    expect(page.kept.token).toBeNull();
    expect(page.timers.pauses).toEqual([]);
    await expect(page.client.call("system.ping", {})).rejects.toMatchObject({ code: "SESSION_REFUSED" });
  });

  it("tries once more when the daemon was started anew and with it the console's token", async () => {
    await using desk = await listen();
    using page = deskPage(() => desk.server.port, "the-token-of-an-earlier-daemon");
    page.sockets[0]?.on("message", (data: Buffer) => {
      if (data.toString().includes("SESSION_REFUSED")) page.kept.token = desk.server.consoleToken;
    });
    await page.until("away");
    page.timers.fire(250);
    await page.until("open");
  });

  it("stays away for good once the page has closed it", async () => {
    await using desk = await listen();
    using page = deskPage(() => desk.server.port, desk.server.consoleToken);
    await page.until("open");
    page.client.close();
    expect(page.client.state).toEqual({ name: "away" });
    await expect.poll(() => desk.server.sessions.length).toBe(0);
    expect(page.timers.pauses).toEqual([]);
  });

  it("comes back in the other language when the operator changes it", async () => {
    await using desk = await listen();
    using page = deskPage(() => desk.server.port, desk.server.consoleToken);
    await page.until("open");
    page.client.setLanguage("en");
    await page.until("open");
    await expect(page.client.call("desk.get", {})).rejects.toMatchObject({ text: "DEVICE_NOT_FOUND in en" });
  });
});

describe("a client of another origin", () => {
  it("shows a code, keeps the token it is given, and is open without a reload", async () => {
    await using desk = await listen();
    using page = deskPage(() => desk.server.port, null, LIBRARY);
    const state = await page.until("pairing");
    await expect(page.client.call("system.ping", {})).rejects.toMatchObject({ code: "SESSION_UNPAIRED" });
    desk.pairing.approve(state.name === "pairing" ? state.code : "");
    await page.until("open");
    expect(page.kept.token).toMatch(/^[\w-]{43}$/);
    expect(await page.client.call("system.ping", {})).toEqual({});
  });

  it("is refused when its right is taken away, and may ask again", async () => {
    await using desk = await listen();
    using page = deskPage(() => desk.server.port, null, LIBRARY);
    const asked = await page.until("pairing");
    desk.pairing.approve(asked.name === "pairing" ? asked.code : "");
    await page.until("open");
    desk.pairing.revoke(LIBRARY);
    await page.until("refused");
    expect(page.kept.token).toBeNull();
    page.client.pair();
    expect(await page.until("pairing")).toHaveProperty("code");
  });

  it("is refused, and does not knock on, when nobody approves it", async () => {
    await using desk = await listen();
    using page = deskPage(() => desk.server.port, null, LIBRARY);
    await page.until("pairing");
    await desk.clock.advance(600_000);
    expect(await page.until("refused")).toMatchObject({ error: { code: "SESSION_UNPAIRED" } });
    expect(page.timers.pauses).toEqual([]);
  });
});
