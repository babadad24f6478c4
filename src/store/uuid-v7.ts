import { randomBytes } from "node:crypto";
import type { Clock } from "../kernel/clock.ts";

interface Last {
  readonly ms: number;
  readonly counter: number;
}

/** The last identifier of each clock: identifiers keep rising within the process when the wall clock stands or jumps back. */
const lastByClock = new WeakMap<Clock, Last>();

/** RFC 9562 version 7: 48 bits of Unix milliseconds, a 12-bit counter, 62 random bits. */
export function uuidV7(clock: Clock): string {
  const bytes = randomBytes(16);
  const seed = bytes.readUInt16BE(6) & 0x7ff;
  const { ms, counter } = after(lastByClock.get(clock), clock.now().getTime(), seed);
  lastByClock.set(clock, { ms, counter });

  bytes.writeUIntBE(ms, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** A counter that runs over borrows from the next millisecond. The seed leaves its top bit free for counting. */
function after(last: Last | undefined, nowMs: number, seed: number): Last {
  if (!last || nowMs > last.ms) return { ms: nowMs, counter: seed };
  return last.counter < 0xfff
    ? { ms: last.ms, counter: last.counter + 1 }
    : { ms: last.ms + 1, counter: seed };
}
