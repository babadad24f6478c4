import { setTimeout as wait } from "node:timers/promises";
import type { Clock } from "../../src/kernel/clock.ts";

/** Against a real server time cannot be wound by hand. */
export const realClock: Clock = {
  bootId: "test",
  now: () => new Date(),
  monotonicMs: () => performance.now(),
  sleep: (ms, signal) => wait(ms, undefined, { signal }),
};
