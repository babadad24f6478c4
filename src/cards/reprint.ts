import { TitianError } from "../kernel/errors.ts";
import type { JobState, NewJob, PrintJob } from "./print-job.ts";

const IN_PRINT: readonly JobState[] = ["accepted", "rendered", "verified", "spooling", "spooled"];

/** Whether a card may exist because of this job. What is proven to have used no ink can be forgotten. */
function mayHaveInk(job: PrintJob): boolean {
  return job.state === "failed" ? job.ink !== "none" : !IN_PRINT.includes(job.state);
}

/**
 * The job that a new one replaces, if any. Rejects with `CARD_IN_PRINT` while one is on its way, and with
 * `CARD_ALREADY_PRINTED` when a card may exist and nobody has said why another one is needed.
 */
export function replacedBy(
  request: Pick<NewJob, "reprintReason">,
  earlier: readonly PrintJob[],
): PrintJob | undefined {
  const running = earlier.find((job) => IN_PRINT.includes(job.state));
  if (running) throw new TitianError("CARD_IN_PRINT", { details: { job: running.job } });

  const printed = earlier
    .filter(mayHaveInk)
    .toSorted((a, b) => a.acceptedAt.getTime() - b.acceptedAt.getTime())
    .at(-1);
  if (printed && !request.reprintReason) {
    throw new TitianError("CARD_ALREADY_PRINTED", { details: { job: printed.job } });
  }
  return printed;
}
