import { describe, expect, it } from "vitest";
import { EventHub } from "../../../src/bridge/broadcast.ts";
import type { ScanOutcome, ScanRouter } from "../../../src/bridge/flows/scan-router.ts";
import { Scans } from "../../../src/bridge/flows/scans.ts";
import type { DeviceId } from "../../../src/kernel/types.ts";
import { ManualClock } from "../../harness/manual-clock.ts";
import { SilentLog } from "../../harness/silent-log.ts";

const SCANNER = "desk-1-scanner" as DeviceId;
const nothing: ScanOutcome = {
  effect: "unknown",
  case: undefined,
  job: undefined,
  members: [],
  voided: undefined,
};

function followed() {
  const log = new SilentLog();
  const routed: string[] = [];
  let answer = Promise.withResolvers<ScanOutcome>();
  const route: ScanRouter["route"] = (text) => {
    routed.push(text);
    return answer.promise;
  };
  const show = (): never => expect.fail("nobody was found");
  const scans = new Scans({ route }, new EventHub(), show, new ManualClock(), log);
  const finish = (): void => {
    answer.resolve(nothing);
    answer = Promise.withResolvers();
  };
  return { scans, routed, finish, log };
}

describe("scans that come faster than they can be followed", () => {
  it("are dropped above five hundred, told of once, and followed again when those are done", async () => {
    const { scans, routed, finish, log } = followed();
    for (let count = 0; count < 10_000; count++) scans.heard(`${count}`, SCANNER);
    expect(routed).toHaveLength(500);
    expect(log.lines.map(({ message }) => message)).toEqual(["scans come faster than they can be followed"]);
    finish();
    await expect
      .poll(() => {
        scans.heard("after", SCANNER);
        return routed;
      })
      .toContain("after");
  });

  it("of one scanner hold up no other", () => {
    const { scans, routed } = followed();
    for (let count = 0; count < 1_000; count++) scans.heard("babble", SCANNER);
    scans.heard("a card", "desk-1-other" as DeviceId);
    expect(routed).toContain("a card");
  });
});
