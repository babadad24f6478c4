import { describe, expect, it } from "vitest";
import type { DeviceId } from "../../src/kernel/types.ts";
import { openTestStore } from "./test-store.ts";

const ORIGIN = "http://inlis.example.test";

describe("pairings", () => {
  it("outlive a restart, and hold one token for each browser of the desk, five at most", async () => {
    const { store, folder, clock } = openTestStore();
    for (const letter of "abcdef") {
      await clock.advance(10);
      store.pairings.grant(ORIGIN, letter.repeat(64));
    }
    store.close();

    const { pairings } = openTestStore(folder).store;
    expect(pairings.of(ORIGIN).map(({ tokenHash }) => tokenHash[0])).toEqual(["f", "e", "d", "c", "b"]);
    expect(pairings.all()[0]).toEqual({ origin: ORIGIN, tokenHash: "f".repeat(64), grantedAt: clock.now() });
    expect(pairings.of("http://evil.example.test")).toEqual([]);
  });

  it("end when they are revoked; revoking a stranger writes nothing", () => {
    const { store } = openTestStore();
    store.pairings.grant(ORIGIN, "a".repeat(64));
    store.pairings.revoke(ORIGIN);
    store.pairings.revoke(ORIGIN);
    expect(store.pairings.all()).toEqual([]);
    expect(store.events.lastSeq).toBe(2);
  });
});

describe("the history of a device's health", () => {
  it("is kept per device, newest first", async () => {
    const { store, clock } = openTestStore();
    const printer = "desk-1-printer" as DeviceId;
    const connectedAt = clock.now();
    store.deviceHealth.record(printer, []);
    store.deviceHealth.record("desk-1-camera" as DeviceId, ["not-connected"]);
    await clock.advance(60_000);
    store.deviceHealth.record(printer, ["ribbon-low", "cover-open"]);

    expect(store.deviceHealth.history(printer, 10)).toEqual([
      { reasons: ["ribbon-low", "cover-open"], since: clock.now() },
      { reasons: [], since: connectedAt },
    ]);
    expect(store.deviceHealth.history(printer, 1)).toHaveLength(1);
  });
});
