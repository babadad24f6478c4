import { describe, expect, it } from "vitest";
import {
  confirmed,
  nextStart,
  onTrial,
  type Pointer,
  PROBATION_MS,
  pointerOf,
} from "../../../service-install/versions/pointer.ts";
import { readPointer, writePointer } from "../../../service-install/versions/pointer-file.ts";
import { giveStartBack, hasToProveItself, probation } from "../../../src/bridge/updates/probation.ts";
import { ManualClock } from "../../harness/manual-clock.ts";
import { SilentLog } from "../../harness/silent-log.ts";
import { temporaryFolder } from "../../store/test-store.ts";

const never = new AbortController().signal;
const CONFIRMED = confirmed(onTrial(pointerOf("0.1.0"), "0.2.0"), "0.1.0");

/** A daemon of 0.2.0 on a desk with that pointer. */
async function running(pointer: Pointer) {
  const versions = temporaryFolder();
  writePointer(versions, pointer);
  const clock = new ManualClock();
  const service = probation({ versions, running: "0.2.0", clock, log: new SilentLog() });
  await service.start(never);
  return { versions, clock, service };
}

describe("a version that has just been confirmed", () => {
  it("is trusted once it has run for ten minutes in one go, and not a moment before", async () => {
    const { versions, clock, service } = await running(CONFIRMED);
    await clock.advance(PROBATION_MS - 1);
    expect(readPointer(versions)).toEqual(CONFIRMED);
    expect(hasToProveItself(versions, "0.2.0")).toBe(true);
    await clock.advance(1);
    expect(readPointer(versions)).toEqual({ current: "0.2.0", previous: "0.1.0", failed: [] });
    expect(hasToProveItself(versions, "0.2.0")).toBe(false);
    await service.stop();
  });

  it("is not trusted by a daemon that stops before, and loses no start by it", async () => {
    const { versions, clock, service } = await running(nextStart(CONFIRMED, "0.1.0", "").pointer);
    await service.stop();
    giveStartBack(versions, "0.2.0");
    await clock.advance(PROBATION_MS);
    expect(readPointer(versions)).toEqual(CONFIRMED);
  });

  it("says nothing of another version: neither the one before nor one on trial is touched", async () => {
    const pointer = { ...CONFIRMED, current: "0.3.0" };
    const { versions, clock } = await running(pointer);
    await clock.advance(PROBATION_MS);
    giveStartBack(versions, "0.2.0");
    expect(readPointer(versions)).toEqual(pointer);
  });
});
