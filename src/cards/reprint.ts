import { TitianError } from "../kernel/errors.ts";
import type { JobState, NewJob, PrintJob } from "./print-job.ts";

const IN_PRINT: readonly JobState[] = ["accepted", "rendered", "verified", "spooling", "spooled"];

/** What decides whether a card may be printed beside the ones that the member has already. */
export interface CardWanted extends Pick<NewJob, "case" | "reprintReason"> {
  /**
   * A renewal or a replacement gives a new card: those from before this instant stand in nobody's way, unless they are of
   * the same case. Undefined: every card of the member counts.
   */
  readonly renewsFrom?: Date | undefined;
}

/**
 * The job that a new one replaces, if any. `earlier`: all jobs of the member, oldest first. Rejects with `CARD_IN_PRINT` while
 * one is on its way, and with `CARD_ALREADY_PRINTED` when a card may exist and nobody has said why another one is needed.
 */
export function replacedBy(wanted: CardWanted, earlier: readonly PrintJob[]): PrintJob | undefined {
  const running = earlier.find((job) => IN_PRINT.includes(job.state));
  if (running) throw new TitianError("CARD_IN_PRINT", { details: { job: running.job } });

  const printed = earlier.filter((job) => mayHaveInk(job) && counts(job, wanted)).at(-1);
  if (!printed || wanted.reprintReason) return printed;
  throw new TitianError("CARD_ALREADY_PRINTED", {
    details: {
      job: printed.job,
      printedAt: printed.updatedAt.toISOString(),
      ...(printed.operator === undefined ? {} : { by: printed.operator }),
    },
  });
}

/** Whether a card may exist because of this job. What is proven to have used no ink can be forgotten. */
function mayHaveInk({ state, ink }: PrintJob): boolean {
  if (state === "failed") return ink !== "none";
  return state !== "cancelled" && !IN_PRINT.includes(state);
}

function counts(job: PrintJob, { case: id, renewsFrom }: CardWanted): boolean {
  if (id !== undefined && job.case === id) return true;
  // Spoiled elsewhere: there is no card of it, and it was answered for there.
  return job.state !== "spoiled" && (renewsFrom === undefined || job.acceptedAt >= renewsFrom);
}
