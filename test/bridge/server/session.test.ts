import { describe, expect, it } from "vitest";
import { encodeFrame } from "../../../src/bridge/protocol/binary.ts";
import { CLOSE } from "../../../src/bridge/protocol/limits.ts";
import { listen } from "./listening-server.ts";
import { codeOf } from "./raw-page.ts";

const never = (): Promise<never> => new Promise(() => undefined);

describe("a session", () => {
  it("is greeted first, with the version, the schema and the instance", async () => {
    await using desk = await listen();
    const page = await desk.page();
    expect(page.hello).toEqual({
      ...{ type: "hello", titian: "0.0.0-test", schema: { min: 1, max: 1 } },
      ...{ instance: desk.hub.instance, state: "ready" },
    });
    expect(await page.start(desk.server.consoleToken, "en")).toMatchObject({
      type: "session.opened",
      isConsole: true,
    });
    expect(desk.server.sessions).toMatchObject([
      { isConsole: true, language: "en", origin: desk.server.address },
    ]);
  });

  it("hears that the daemon is still starting, and is answered STARTING until it is not", async () => {
    let isReady = false;
    await using desk = await listen({
      isReady: () => isReady,
      handlers: { "device.list": async () => ({ devices: [] }) },
    });
    const page = await desk.console();
    expect(page.hello).toMatchObject({ state: "starting" });
    expect(codeOf(await page.ask("device.list"))).toBe("STARTING");
    expect(await page.ask("system.ping")).toMatchObject({ result: {} });
    expect(await page.ask("events.resume", { cursor: null })).toMatchObject({
      result: { isComplete: false },
    });
    isReady = true;
    expect(await page.ask("device.list")).toMatchObject({ result: { devices: [] } });
  });

  it("is not begun with a version on trial: the page hears why, and is admitted by the one that stays", async () => {
    let isOnTrial = true;
    await using desk = await listen({ holdsBack: () => isOnTrial });
    const page = await desk.page();
    expect(page.hello).toMatchObject({ state: "starting" });
    expect((await page.next("error"))["error"]).toMatchObject({
      ...{ code: "UPDATE_ON_TRIAL", remedy: "retry-later" },
    });
    expect(await page.closed).toBe(CLOSE.stopping);
    expect(desk.server.sessions).toEqual([]);

    isOnTrial = false;
    const next = await desk.console();
    expect(next.hello).toMatchObject({ state: "ready" });
    expect(await next.ask("system.ping")).toMatchObject({ result: {} });
  });

  it("ends when it is not opened in time", async () => {
    await using desk = await listen();
    const page = await desk.page();
    await desk.clock.advance(9_999);
    expect(page.socket.readyState).toBe(page.socket.OPEN);
    await desk.clock.advance(1);
    expect(await page.closed).toBe(CLOSE.openTimeout);

    const open = await desk.console();
    await desk.clock.advance(3_600_000);
    expect(await open.ask("system.ping")).toMatchObject({ result: {} });
  });

  it("is refused with a protocol version the daemon does not speak", async () => {
    await using desk = await listen();
    const page = await desk.page();
    page.send({ type: "session.open", schema: 2, token: desk.server.consoleToken, language: "id" });
    expect((await page.next("error"))["error"]).toEqual({
      code: "SESSION_SCHEMA",
      remedy: "fix-request",
      text: "SESSION_SCHEMA in id",
      details: { min: 1, max: 1 },
    });
    expect(await page.closed).toBe(CLOSE.refused);
  });

  it("ends with 1007 when a message is not JSON", async () => {
    await using desk = await listen();
    const page = await desk.console();
    page.socket.send('{"type": "request", ');
    expect(codeOf(await page.next("error"))).toBe("BAD_REQUEST");
    expect(await page.closed).toBe(CLOSE.notJson);
  });

  it("is told where a message leaves the schema, and goes on", async () => {
    await using desk = await listen();
    const page = await desk.console();
    const faulty: [object | string | number | null, string, number | null][] = [
      [null, "/type", null],
      [7, "/type", null],
      [[], "/type", null],
      [{ type: "constructor" }, "/type", null],
      [{ type: "request", id: "1", command: "system.ping", params: {} }, "/id", null],
      [{ type: "request", id: 3, command: "system.ping" }, "/params", 3],
      [{ type: "request", id: 4, command: "x".repeat(65), params: {} }, "/command", 4],
      [{ type: "request", id: 5, command: "system.ping", params: {}, withinMs: 0 }, "/withinMs", 5],
      [{ type: "cancel", id: -1 }, "/id", null],
      [{ type: "session.open", schema: 1, token: null, language: "fr" }, "/language", null],
    ];
    for (const [message, at, id] of faulty) {
      page.socket.send(JSON.stringify(message));
      expect(await page.next("error")).toMatchObject({ id, error: { code: "BAD_REQUEST", details: { at } } });
    }
    page.socket.send(Buffer.alloc(3));
    expect(await page.next("error")).toMatchObject({ id: null, error: { details: { at: "/frame" } } });
    expect(await page.ask("system.ping")).toMatchObject({ result: {} });
  });

  it("cannot open twice, nor use an id that has no answer yet", async () => {
    await using desk = await listen({ handlers: { "desk.get": never } });
    const page = await desk.console();
    expect(codeOf(await page.start(desk.server.consoleToken))).toBe("BAD_REQUEST");
    page.send({ type: "request", id: 9, command: "desk.get", params: {} });
    page.send({ type: "request", id: 9, command: "desk.get", params: {} });
    expect(await page.next("error")).toMatchObject({
      id: 9,
      error: { code: "BAD_REQUEST", details: { at: "/id" } },
    });
  });

  it("has only so many requests without an answer", async () => {
    await using desk = await listen({ handlers: { "desk.get": never }, limits: { inFlight: 3 } });
    const page = await desk.console();
    for (let times = 0; times < 3; times++) void page.ask("desk.get");
    expect(codeOf(await page.ask("desk.get"))).toBe("TOO_MANY_REQUESTS");
  });

  it("ends a request by cancel, and the work hears of it", async () => {
    const reasons: unknown[] = [];
    await using desk = await listen({
      handlers: {
        "desk.get": (_params, { signal }) =>
          new Promise((_, reject) => {
            signal.addEventListener("abort", () => {
              reasons.push(signal.reason.code);
              reject(signal.reason);
            });
          }),
      },
    });
    const page = await desk.console();
    const answer = page.ask("desk.get");
    page.send({ type: "cancel", id: 1 });
    page.send({ type: "cancel", id: 77 });
    expect(codeOf(await answer)).toBe("CANCELLED");
    expect(reasons).toEqual(["CANCELLED"]);

    const left = page.ask("desk.get");
    await page.ask("system.ping");
    page.terminate();
    await page.closed;
    await expect.poll(() => reasons).toEqual(["CANCELLED", "CANCELLED"]);
    void left;
  });

  it("answers at the deadline although the work goes on, and the shorter deadline counts", async () => {
    await using desk = await listen({ handlers: { "desk.get": never, "member.find": never } });
    const page = await desk.console();
    const long = page.ask("desk.get");
    const short = page.ask("member.find", { memberNo: "26" }, { withinMs: 700 });
    await page.ask("system.ping");
    await desk.clock.advance(700);
    expect(codeOf(await short)).toBe("DEADLINE_EXCEEDED");
    await desk.clock.advance(9_300);
    expect(codeOf(await long)).toBe("DEADLINE_EXCEEDED");
    expect(await page.ask("system.ping")).toMatchObject({ result: {} });
  });

  it("receives only the answers to its own requests", async () => {
    await using desk = await listen({ handlers: { "device.list": async () => ({ devices: [] }) } });
    const [one, other] = [await desk.console(), await desk.console()];
    await one.ask("device.list");
    await other.ask("system.ping");
    expect(other.messages).toEqual([]);
  });

  it("sends a picture before the answer that names it, and takes one back by its name", async () => {
    const jpeg = Uint8Array.of(0xff, 0xd8, 1, 2, 3);
    const kept: Uint8Array[] = [];
    await using desk = await listen({
      handlers: {
        "camera.capture": async (_params, { session }) => ({
          ...{ photo: session.frames.hold(jpeg), widthPx: 3, heightPx: 4 },
        }),
        "photo.get": async ({ case: id }, { session }) => {
          kept.push(session.frames.take(id));
          return { photo: id };
        },
      },
    });
    const page = await desk.console();
    const { result } = await page.ask("camera.capture", { device: "camera" });
    const { photo } = result as { photo: string };
    expect(page.frames).toEqual([Buffer.from(encodeFrame({ id: photo, bytes: jpeg }))]);

    const id = "0190b5a0-0000-4000-8000-000000000001";
    page.socket.send(encodeFrame({ id, bytes: Uint8Array.of(9) }));
    expect(await page.ask("photo.get", { case: id })).toMatchObject({ result: { photo: id } });
    expect(await page.ask("photo.get", { case: photo })).toMatchObject({ type: "result" });
    expect(kept).toEqual([Buffer.of(9), jpeg]);

    const stranger = await desk.console();
    expect(codeOf(await stranger.ask("photo.get", { case: photo }))).toBe("FRAME_UNKNOWN");
  });

  it("never hears the words of a library's error, nor a stack", async () => {
    await using desk = await listen({
      handlers: { "desk.get": () => Promise.reject(new Error("ER_NO_SUCH_TABLE /var/lib/mysql members")) },
    });
    const page = await desk.console();
    const { error } = await page.ask("desk.get");
    expect(error).toEqual({ code: "INTERNAL", remedy: "report-bug", text: "INTERNAL in id", details: {} });
    expect(desk.log.lines).toContainEqual(
      expect.objectContaining({ level: "error", message: "request failed" }),
    );
  });

  it("is said goodbye to when the daemon stops, and the port is free again", async () => {
    const desk = await listen();
    const page = await desk.console();
    await desk.server.stop();
    expect(await page.closed).toBe(CLOSE.stopping);
    await desk.server.stop();
    await using other = await listen({ port: desk.server.port });
    expect(other.server.port).toBe(desk.server.port);
  });

  it("is not possible on a port that another program has", async () => {
    await using desk = await listen();
    await expect(listen({ port: desk.server.port })).rejects.toMatchObject({ code: "PORT_IN_USE" });
  });
});
