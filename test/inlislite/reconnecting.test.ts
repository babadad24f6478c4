import { describe, expect, it } from "vitest";
import type { Member } from "../../src/inlislite/member.ts";
import {
  type InlisliteStatus,
  type OpenInlislite,
  ReconnectingInlislite,
} from "../../src/inlislite/reconnecting.ts";
import { type ErrorCode, TitianError } from "../../src/kernel/errors.ts";
import { subscribe } from "../../src/kernel/events.ts";
import { FakeMemberFeed } from "../harness/fake-member-feed.ts";
import { ManualClock } from "../harness/manual-clock.ts";
import { SilentLog } from "../harness/silent-log.ts";

const never = new AbortController().signal;

/** A server that is there or not, and counts how often it is asked to open. */
class FlakyServer {
  failsWith: ErrorCode | undefined;
  version: "3.2" | "3.3" = "3.2";
  opened = 0;
  closed = 0;
  readonly feed = new FakeMemberFeed(new ManualClock());
  /** While set, an attempt to open waits for it. */
  gate: Promise<void> = Promise.resolve();

  readonly open = async (): Promise<OpenInlislite> => {
    this.opened += 1;
    await this.gate;
    const answer = async <T>(value: T): Promise<T> => {
      if (this.failsWith) throw new TitianError(this.failsWith);
      return value;
    };
    await answer(undefined);
    return {
      version: this.version,
      members: {
        findByNo: () => answer<readonly Member[]>([]),
        findById: () => answer(undefined),
        search: () => answer<readonly Member[]>([]),
        newestId: () => answer(undefined),
        findNew: () => answer<readonly Member[]>([]),
        phoneOf: () => answer(undefined),
        isMinor: () => answer(undefined),
      },
      settings: {
        memberTypes: () => answer<readonly string[]>([]),
        library: () =>
          answer({
            ...{ libraryName: "A", locationName: undefined, cardBackground: undefined },
            cardTerms: undefined,
          }),
      },
      openingDays: {
        read: () =>
          answer({
            ...{ holidays: undefined, hours: undefined },
            ...{ isSaturdayHoliday: undefined, isSundayHoliday: undefined },
          }),
      },
      counts: { count: () => answer({ sex: [], age: [], type: [] }) },
      feed: this.feed,
      ping: () => answer(undefined),
      close: async () => {
        this.closed += 1;
      },
    };
  };
}

function setUp() {
  const server = new FlakyServer();
  const clock = new ManualClock();
  const log = new SilentLog();
  const inlislite = new ReconnectingInlislite({ open: server.open, clock, log, random: () => 0 });
  const changes: InlisliteStatus[] = [];
  subscribe(inlislite.events, "statusChanged", ({ to }) => changes.push(to));
  return { server, clock, log, inlislite, changes };
}

describe("an INLISLite that comes and goes", () => {
  it("starts at once without the server, and without a version", async () => {
    const { server, inlislite } = setUp();
    server.failsWith = "INLISLITE_UNREACHABLE";
    await inlislite.start(never);
    expect(inlislite.version).toBeUndefined();
    expect(inlislite.status.reachable).toBe(false);
    await inlislite.stop();
  });

  it("tries again after 1, 2, 4, 8, 16 and then every 30 seconds", async () => {
    const { server, clock, inlislite } = setUp();
    server.failsWith = "INLISLITE_UNREACHABLE";
    await inlislite.start(never);
    await clock.advance(0);
    for (const [attempts, waitMs] of [1, 2, 4, 8, 16, 30, 30, 30].map(
      (s, index) => [index + 1, s * 1000] as const,
    )) {
      expect(server.opened).toBe(attempts);
      await clock.advance(waitMs - 1);
      expect(server.opened).toBe(attempts);
      await clock.advance(1);
    }
    await inlislite.stop();
  });

  it("never waits less than a second nor less than half of the step, whatever chance says", async () => {
    const server = new FlakyServer();
    server.failsWith = "INLISLITE_UNREACHABLE";
    const clock = new ManualClock();
    const log = new SilentLog();
    const inlislite = new ReconnectingInlislite({ open: server.open, clock, log, random: () => 0.999 });
    await inlislite.start(never);
    await clock.advance(999);
    expect(server.opened).toBe(1);
    await clock.advance(1);
    expect(server.opened).toBe(2);
    await clock.advance(1_000 + 2_000 + 4_000 + 8_000);
    const soFar = server.opened;
    await clock.advance(15_000);
    expect(server.opened).toBe(soFar + 1);
    await inlislite.stop();
  });

  it("says when it is there, when it is gone and why, once each", async () => {
    const { server, clock, inlislite, changes } = setUp();
    await inlislite.start(never);
    await clock.advance(60_000);
    server.failsWith = "INLISLITE_UNREACHABLE";
    await clock.advance(60_000);
    server.failsWith = "INLISLITE_REFUSED";
    await clock.advance(60_000);
    server.failsWith = undefined;
    await clock.advance(60_000);
    expect(changes.map(({ reachable, code }) => code ?? reachable)).toEqual([
      ...[true, "INLISLITE_UNREACHABLE", "INLISLITE_REFUSED", true],
    ]);
    expect(changes.map(({ since }) => since.getTime())).toEqual(
      changes.map(({ since }) => since.getTime()).toSorted((a, b) => a - b),
    );
    await inlislite.stop();
  });

  it("notices the loss by the first question that fails, not by the next look", async () => {
    const { server, clock, inlislite } = setUp();
    await inlislite.start(never);
    await clock.advance(0);
    server.failsWith = "INLISLITE_UNREACHABLE";
    await expect(inlislite.settings.library(never)).rejects.toMatchObject({ code: "INLISLITE_UNREACHABLE" });
    expect(inlislite.status).toMatchObject({ reachable: false, code: "INLISLITE_UNREACHABLE" });
    expect(server.closed).toBe(1);
    await inlislite.stop();
  });

  it("tries at once when somebody asks, instead of waiting for the backoff", async () => {
    const { server, clock, inlislite } = setUp();
    server.failsWith = "INLISLITE_UNREACHABLE";
    await inlislite.start(never);
    await clock.advance(60_000);
    server.failsWith = undefined;
    await expect(inlislite.members.findById("1", never)).resolves.toBeUndefined();
    expect(inlislite.status.reachable).toBe(true);
    await inlislite.stop();
  });

  it("lets all who wait share one attempt, and lets each of them leave", async () => {
    const { server, inlislite } = setUp();
    const gate = Promise.withResolvers<void>();
    server.gate = gate.promise;
    const leaver = new AbortController();
    const left = inlislite.members.findById("1", leaver.signal);
    const stayed = inlislite.settings.library(never);
    leaver.abort(new Error("left"));
    await expect(left).rejects.toThrow("left");
    gate.resolve();
    await expect(stayed).resolves.toMatchObject({ libraryName: "A" });
    expect(server.opened).toBe(1);
    await inlislite.stop();
  });

  it("keeps the last version while the server is away, and learns a new one when it comes back", async () => {
    const { server, clock, inlislite } = setUp();
    await inlislite.start(never);
    await clock.advance(0);
    expect(inlislite.version).toBe("3.2");
    server.failsWith = "INLISLITE_UNREACHABLE";
    await clock.advance(60_000);
    expect(inlislite.version).toBe("3.2");
    server.failsWith = undefined;
    server.version = "3.3";
    await clock.advance(60_000);
    expect(inlislite.version).toBe("3.3");
    await inlislite.stop();
  });

  it("does not take a bad request for a lost server", async () => {
    const { server, clock, inlislite, changes } = setUp();
    await inlislite.start(never);
    await clock.advance(0);
    server.failsWith = "BAD_REQUEST";
    await expect(inlislite.members.findById("1", never)).rejects.toMatchObject({ code: "BAD_REQUEST" });
    expect(changes).toHaveLength(1);
    expect(server.closed).toBe(0);
    await inlislite.stop();
  });

  it("stops twice, closes what was open, and answers nobody afterwards", async () => {
    const { server, clock, inlislite } = setUp();
    await inlislite.start(never);
    await clock.advance(0);
    await inlislite.stop();
    await inlislite.stop();
    expect(server.closed).toBe(1);
    expect(clock.sleepers).toBe(0);
    await expect(inlislite.settings.library(never)).rejects.toMatchObject({ code: "INLISLITE_UNREACHABLE" });
  });

  it("closes an INLISLite that opens only after the stop", async () => {
    const { server, clock, inlislite } = setUp();
    const gate = Promise.withResolvers<void>();
    server.gate = gate.promise;
    await inlislite.start(never);
    await clock.advance(0);
    const stopping = inlislite.stop();
    gate.resolve();
    await stopping;
    expect({ opened: server.opened, closed: server.closed }).toEqual({ opened: 1, closed: 1 });
  });
});
