import type { Cutter } from "./paper.ts";

/** A barcode, the longest command of our own receipts, waits for 255 bytes of data at most. */
const PADDING = new Uint8Array(256);
const INITIALIZE = [0x1b, 0x40];
const LINE_FEEDS = [0x0a, 0x0a, 0x0a];
const CUT = { full: [0x1d, 0x56, 0x00], partial: [0x1d, 0x56, 0x01], none: [] } as const;

/**
 * Goes before the first job after one that broke off. NUL bytes fill up a command that still waits for data and are
 * nothing to a printer otherwise; then the printer is as after power-on and the torn piece of paper is cut away.
 */
export function afterTornJob(cutter: Cutter): Uint8Array {
  return Uint8Array.from([...PADDING, ...INITIALIZE, ...LINE_FEEDS, ...CUT[cutter]]);
}
