import { describe, expect, it } from "vitest";
import { uuidV7 } from "../../src/store/uuid-v7.ts";
import { ManualClock } from "../harness/manual-clock.ts";

describe("a UUIDv7", () => {
  it("carries the wall clock's milliseconds, the version and the variant", () => {
    const clock = new ManualClock(new Date("2026-11-24T02:03:04.567Z"));
    const id = uuidV7(clock);
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(Number.parseInt(id.replace("-", "").slice(0, 12), 16)).toBe(clock.now().getTime());
  });

  it("rises strictly while the clock stands, and when it jumps back", () => {
    const clock = new ManualClock();
    const ids: string[] = [];
    for (let count = 0; count < 20_000; count++) {
      if (count === 10_000) clock.jumpWall(-3_600_000);
      ids.push(uuidV7(clock));
    }
    expect(ids).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(ids.length);
  });
});
