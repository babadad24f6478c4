import { describe, expect, it } from "vitest";
import { EventHub, type Subscriber } from "../../src/bridge/broadcast.ts";
import type { SessionInfo } from "../../src/bridge/dispatch.ts";
import { Frames } from "../../src/bridge/frames.ts";
import type { EventPayload } from "../../src/bridge/protocol/events.ts";
import { ManualClock } from "../harness/manual-clock.ts";

function listener(id: string, isConsole = true) {
  const heard: string[] = [];
  const info: SessionInfo = {
    ...{ id, isConsole, origin: "http://inlis.test", language: "id" },
    frames: new Frames(new ManualClock(), () => undefined),
    closed: new AbortController().signal,
  };
  const subscriber: Subscriber = {
    info,
    sendEvent: (text) => void heard.push(JSON.parse(text).cursor),
    sendEphemeral: (text, frame) => void heard.push(`${JSON.parse(text).event} ${frame?.bytes.length}`),
  };
  return { heard, subscriber };
}

const better = (name: "store" | "clock" = "store"): EventPayload<"dependency.changed"> => ({
  ...{ name, health: "ok", code: null, since: "2026-02-06T01:00:00.000Z" },
});

function hubWith(events: number) {
  const hub = new EventHub("i1");
  for (let number = 0; number < events; number++) hub.publish("dependency.changed", better());
  return hub;
}

describe("events", () => {
  it("reach nobody who has not asked for them", () => {
    const hub = new EventHub("i1");
    const { heard, subscriber } = listener("s1");
    hub.attach(subscriber);
    hub.publish("dependency.changed", better());
    expect(heard).toEqual([]);
  });

  it("begin with the next one for a page that knows nothing", () => {
    const hub = hubWith(3);
    const { heard, subscriber } = listener("s1");
    hub.attach(subscriber);
    const { cursor, isComplete, begin } = hub.resume("s1", null);
    expect([cursor, isComplete]).toEqual(["i1:3", false]);
    begin();
    hub.publish("dependency.changed", better());
    expect(heard).toEqual(["i1:4"]);
  });

  it("are repeated from the cursor, in order, with those published before the answer went out", () => {
    const hub = hubWith(5);
    const { heard, subscriber } = listener("s1");
    hub.attach(subscriber);
    const { cursor, isComplete, begin } = hub.resume("s1", "i1:3");
    expect([cursor, isComplete]).toEqual(["i1:3", true]);
    hub.publish("dependency.changed", better());
    expect(heard).toEqual([]);
    begin();
    hub.publish("dependency.changed", better());
    expect(heard).toEqual(["i1:4", "i1:5", "i1:6", "i1:7"]);
  });

  it("cannot be repeated from another start, from the future, from nonsense, or from too long ago", () => {
    const hub = hubWith(1_200);
    for (const cursor of ["i0:3", "i1:1201", "i1:-1", "i1:", "", "x", "i1:199"])
      expect(hub.resume("s1", cursor), cursor).toMatchObject({ isComplete: false, cursor: "i1:1200" });
    expect(hub.resume("s1", "i1:200")).toMatchObject({ isComplete: true });
  });

  it("are remembered by weight too", () => {
    const hub = new EventHub("i1");
    const pairings = Array.from({ length: 50 }, (_, number) => ({
      origin: `http://${String(number).padStart(180, "x")}`,
      ...{ state: "granted" as const, code: null, since: "2026-02-06T01:00:00.000Z" },
    }));
    for (let number = 0; number < 900; number++) hub.publish("pairing.changed", { pairings });
    expect(hub.resume("s1", "i1:0")).toMatchObject({ isComplete: false });
    expect(hub.resume("s1", "i1:800")).toMatchObject({ isComplete: true });
  });

  it("that are the console's reach no other page, live or repeated", () => {
    const hub = new EventHub("i1");
    const [console, page] = [listener("c1"), listener("p1", false)];
    hub.attach(console.subscriber);
    hub.attach(page.subscriber);
    hub.publish("pairing.changed", { pairings: [] });
    hub.resume("c1", "i1:0").begin();
    hub.resume("p1", "i1:0").begin();
    hub.publish("pairing.changed", { pairings: [] });
    expect(console.heard).toEqual(["i1:1", "i1:2"]);
    expect(page.heard).toEqual([]);
  });

  it("that are ephemeral reach only those they are for, with their bytes, and are never repeated", () => {
    const hub = new EventHub("i1");
    const [one, other] = [listener("s1"), listener("s2")];
    hub.attach(one.subscriber);
    hub.attach(other.subscriber);
    const frame = { id: "0190b5a0-0000-4000-8000-000000000001", bytes: new Uint8Array(4) };
    const to = ({ id }: SessionInfo): boolean => id === "s1";
    hub.publish("camera.frame", { device: "camera", jpeg: frame.id }, { frame, to });
    hub.resume("s1", "i1:0").begin();
    expect([one.heard, other.heard]).toEqual([["camera.frame 4"], []]);
  });

  it("end with the session", () => {
    const hub = new EventHub("i1");
    const { heard, subscriber } = listener("s1");
    const attached = hub.attach(subscriber);
    const { begin } = hub.resume("s1", null);
    begin();
    attached[Symbol.dispose]();
    begin();
    hub.publish("dependency.changed", better());
    expect(heard).toEqual([]);
  });
});

describe("events at a desk that waits for a PIN", () => {
  const left = { areUsed: true, signedIn: null, refuses: [] };

  it("reach no page, but for those that are for anyone; nor does a page get them by coming back", () => {
    const hub = new EventHub("i1");
    let isLocked = false;
    hub.heed({ hears: ({ isForAnyone }) => !isLocked || isForAnyone === true });
    const [stays, returns] = [listener("s1"), listener("s2")];
    for (const { subscriber } of [stays, returns]) {
      hub.attach(subscriber);
      hub.resume(subscriber.info.id, null).begin();
    }
    isLocked = true;
    hub.publish("operator.changed", left);
    hub.publish("dependency.changed", better());
    hub.publish("waiting.changed", { total: 3 });
    hub.publish("sync.changed", { phase: "off" } as EventPayload<"sync.changed">);
    hub.resume("s2", "i1:0").begin();
    expect(stays.heard).toEqual(["i1:1"]);
    expect(returns.heard).toEqual(["i1:1", "i1:1"]);
  });
});
