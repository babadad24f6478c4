import { type Clock, withBudget } from "../../src/kernel/clock.ts";
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
  for (let at = 0; at < job.length; at += size) {
    const piece = job.subarray(at, at + size);
    const budgetMs = withinMs * Math.max(1, Math.ceil(piece.length / BUDGET_BYTES));
    using budget = withBudget(clock, budgetMs, signal, () => new TitianError("PRINTER_STUCK"));
    await transport.write(piece, budget.signal);
  }
}
