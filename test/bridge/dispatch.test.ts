import { EventEmitter } from "node:events";
import { describe, expect, it } from "vitest";
import { Dispatcher, type Handlers, type SessionInfo } from "../../src/bridge/dispatch.ts";
import { Frames } from "../../src/bridge/frames.ts";
import { COMMANDS, type Result } from "../../src/bridge/protocol/commands.ts";
import { LONGEST_DEADLINE_MS } from "../../src/bridge/protocol/limits.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import { subscribe } from "../../src/kernel/events.ts";
import { ManualClock } from "../harness/manual-clock.ts";
import { SilentLog } from "../harness/silent-log.ts";
import { handlersWith } from "./server/listening-server.ts";

function dispatching(handlers: Partial<Handlers>, isConsole = false) {
  const clock = new ManualClock();
  const log = new SilentLog();
  const tallied: unknown[] = [];
  const session: SessionInfo = {
    ...{ id: "s1", origin: "http://inlis.test", isConsole, language: "id" },
    frames: new Frames(clock, () => undefined),
    closed: new AbortController().signal,
  };
  const dispatcher = new Dispatcher({
    ...{ clock, log, isReady: () => true, checksResults: true },
    handlers: handlersWith(handlers),
    tally: (command, tookMs, error) => tallied.push([command, tookMs, error?.code]),
  });
  const ask = (command: string, params: unknown = {}, withinMs?: number) =>
    new Promise<unknown>((resolve, reject) => {
      const request = withinMs === undefined ? { command, params } : { command, params, withinMs };
      dispatcher.start(request, session, { result: resolve, failure: reject });
    });
  return { ask, clock, log, tallied, dispatcher };
}

const NOBODY: Result<"member.search"> = { members: [], source: "inlislite", ageMs: 0 };

describe("dispatch", () => {
  it("answers with what the handler returns, and fills in what the page left out", async () => {
    const seen: unknown[] = [];
    const { ask } = dispatching({
      "member.search": async (params) => {
        seen.push(params);
        return NOBODY;
      },
    });
    expect(await ask("member.search", { text: "siti" })).toEqual(NOBODY);
    expect(seen).toEqual([{ text: "siti", limit: 20 }]);
  });

  it("knows only the names in the table, not those every object has", async () => {
    const { ask } = dispatching({});
    for (const command of ["camera.explode", "constructor", "__proto__", "toString", ""])
      await expect(ask(command)).rejects.toMatchObject({ code: "UNKNOWN_COMMAND", details: { command } });
  });

  it("says where the parameters leave the schema", async () => {
    const { ask } = dispatching({});
    const faulty: [string, unknown, string][] = [
      ["member.search", { text: "s" }, "/text"],
      ["member.search", { text: "siti", limit: 51 }, "/limit"],
      ["member.search", {}, "/text"],
      ["member.search", [], "/"],
      ["member.search", null, "/"],
      ["system.ping", { extra: 1 }, "/extra"],
      ["camera.capture", { device: "../../etc/passwd" }, "/device"],
      ["photo.keep", { case: "x" }, "/photo"],
    ];
    for (const [command, params, at] of faulty)
      await expect(ask(command, params), `${command} ${at}`).rejects.toMatchObject({
        ...{ code: "BAD_REQUEST", details: { command, at } },
      });
  });

  it("keeps the console's commands from every other page", async () => {
    await expect(dispatching({}).ask("pairing.list")).rejects.toMatchObject({ code: "CONSOLE_ONLY" });
    const { ask } = dispatching({ "pairing.list": async () => ({ pairings: [] }) }, true);
    expect(await ask("pairing.list")).toEqual({ pairings: [] });
  });

  it("turns whatever is thrown into a coded error, even where it is thrown at once", async () => {
    const { ask, log } = dispatching({
      "desk.get": () => {
        throw new Error("SELECT Fullname FROM members");
      },
      "device.list": () => Promise.reject(new TitianError("DEVICE_BUSY")),
      "standard.list": () => Promise.reject("text"),
    });
    await expect(ask("desk.get")).rejects.toMatchObject({ code: "INTERNAL" });
    await expect(ask("device.list")).rejects.toMatchObject({ code: "DEVICE_BUSY" });
    await expect(ask("standard.list")).rejects.toMatchObject({ code: "INTERNAL" });
    expect(log.lines.map(({ level, fields }) => [level, fields["code"]])).toEqual([
      ["error", "INTERNAL"],
      ["debug", "DEVICE_BUSY"],
      ["error", "INTERNAL"],
    ]);
  });

  it("does not let a result leave its schema in tests", async () => {
    const { ask } = dispatching({ "device.list": async () => ({ devices: "none" }) as never });
    await expect(ask("device.list")).rejects.toMatchObject({
      code: "INTERNAL",
      cause: expect.objectContaining({ message: "the result of device.list leaves its schema at /devices" }),
    });
  });

  it("fails a result that cannot be written as JSON, instead of the daemon", async () => {
    const session = { id: "s1", origin: "http://inlis.test", isConsole: true, language: "id" as const };
    const { dispatcher } = dispatching({ "system.ping": async () => ({}) });
    const frames = new Frames(new ManualClock(), () => undefined);
    const code = await new Promise((resolve) =>
      dispatcher.start(
        { command: "system.ping", params: {} },
        { ...session, frames, closed: new AbortController().signal },
        {
          result: () => {
            throw new TypeError("a BigInt cannot be serialised");
          },
          failure: (error) => resolve(error.code),
        },
      ),
    );
    expect(code).toBe("INTERNAL");
  });

  it("gives every command its own deadline, shorter where the page asks, never longer", async () => {
    const never = () => new Promise<never>(() => undefined);
    const { ask, clock, tallied } = dispatching({ "system.ping": never, "camera.capture": never });
    const outcome = (answer: Promise<unknown>) => answer.catch((error: TitianError) => error.code);
    const ended: string[] = [];
    const watch = (name: string, answer: Promise<unknown>) =>
      void outcome(answer).then((code) => ended.push(`${name} ${code}`));
    watch("long", ask("camera.capture", { device: "camera" }, 60_000));
    watch("own", ask("system.ping"));
    watch("short", ask("system.ping", {}, 200));

    await clock.advance(199);
    expect(ended).toEqual([]);
    await clock.advance(1);
    await clock.advance(4_800);
    await clock.advance(10_000);
    expect(ended).toEqual(["short", "own", "long"].map((name) => `${name} DEADLINE_EXCEEDED`));
    expect(tallied).toEqual([
      ["system.ping", 200, "DEADLINE_EXCEEDED"],
      ["system.ping", 5_000, "DEADLINE_EXCEEDED"],
      ["camera.capture", 15_000, "DEADLINE_EXCEEDED"],
    ]);
  });

  it("answers once, whatever comes after", async () => {
    const late = Promise.withResolvers<never>();
    const { ask, clock, tallied } = dispatching({ "system.ping": () => late.promise });
    const answer = ask("system.ping").catch((error: TitianError) => error.code);
    await clock.advance(5_000);
    late.reject(new Error("much too late"));
    expect(await answer).toBe("DEADLINE_EXCEEDED");
    await clock.advance(1);
    expect(tallied).toHaveLength(1);
  });

  it("leaves no timer behind when it is closed", async () => {
    const { ask, clock, dispatcher } = dispatching({ "system.ping": async () => ({}) });
    await ask("system.ping");
    expect(clock.sleepers).toBe(1);
    dispatcher.close();
    expect(clock.sleepers).toBe(0);
  });
});

it("a subscription ends with its block", () => {
  const source = new EventEmitter<{ changed: [{ readonly to: number }] }>();
  const heard: number[] = [];
  {
    using _subscription = subscribe(source, "changed", ({ to }) => heard.push(to));
    source.emit("changed", { to: 1 });
  }
  source.emit("changed", { to: 2 });
  expect(heard).toEqual([1]);
});

it("no command takes longer than the client waits", () => {
  const deadlines = Object.values(COMMANDS).map(({ deadlineMs }) => deadlineMs);
  expect(Math.max(...deadlines)).toBe(LONGEST_DEADLINE_MS);
});
