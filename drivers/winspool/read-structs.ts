import { TitianError } from "../../src/kernel/errors.ts";
import type { NativeResult } from "./native-calls.ts";
import { fromWin32, WIN32 } from "./win32-errors.ts";

export interface Written {
  readonly memory: Uint8Array;
  readonly count: number;
}

/** One call into `memory`; both numbers come back through arrays of one, as koffi has it. */
type Fill = (
  memory: Uint8Array | null,
  size: number,
  needed: number[],
  count: number[],
) => Promise<NativeResult>;

/** Jobs and printers may be added between the question for the size and the question itself. */
const TRIES = 6;

/** The spooler says how much room it needs, and is asked again with that much. */
export async function readStructs(call: string, fill: Fill): Promise<Written> {
  let memory: Uint8Array | null = null;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const needed = [0];
    const count = [0];
    const { value, win32 } = await fill(memory, memory?.length ?? 0, needed, count);
    if (value !== 0) return { memory: memory ?? new Uint8Array(), count: count[0] ?? 0 };
    if (win32 !== WIN32.insufficientBuffer) throw fromWin32(win32, call);
    memory = new Uint8Array(needed[0] ?? 0);
  }
  throw new TitianError("DEVICE_BUSY", { details: { call } });
}
