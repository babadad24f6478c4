import type { Clock } from "../../src/kernel/clock.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import type { Transport } from "./transport.ts";

/** What one budget is for. Serial and USB pieces are smaller; a spooler takes the whole job at once. */
const BUDGET_BYTES = 64 * 1_024;

/**
 * Hands a job over piece by piece, each when the one before was taken, so that no second copy of it waits anywhere.
 * Rejects with `PRINTER_STUCK` when the printer takes nothing for too long: some of it may already be on paper.
 */
export async function writeJob(
  transport: Transport,
  job: Uint8Array,
  { clock, withinMs }: { readonly clock: Clock; readonly withinMs: number },
  signal: AbortSignal,
): Promise<void> {
  const size = Math.min(transport.pieceBytes, job.length);
  const stuck = new AbortController();
  // One for the whole job: such a signal stays in memory until a full collection, and a job has many pieces.
  const either = AbortSignal.any([signal, stuck.signal]);
  for (let at = 0; at < job.length; at += size) {
    const piece = job.subarray(at, at + size);
    const taken = new AbortController();
    clock
      .sleep(withinMs * Math.max(1, Math.ceil(piece.length / BUDGET_BYTES)), taken.signal)
      .then(() => stuck.abort(new TitianError("PRINTER_STUCK")))
      .catch(() => undefined);
    await transport.write(piece, either).finally(() => taken.abort());
  }
}
