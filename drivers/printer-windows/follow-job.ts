import { type HealthReason, Silence } from "../../src/devices/index.ts";
import type { Clock } from "../../src/kernel/clock.ts";
import { type ErrorCode, TitianError } from "../../src/kernel/errors.ts";
import { type JobStage, outcomeOfGone, reasonOfJob, stageOf } from "../winspool/job-status.ts";
import type { SpoolerJob } from "../winspool/spooler.ts";

export interface Following {
  readonly clock: Clock;
  readonly pollMs: number;
  /** From the moment the spooler has the job, refilling by a person included. */
  readonly withinMs: number;
  readonly lostAfterMs: number;
  readonly emptyReason: HealthReason;
  /** Undefined when it has left the queue. */
  readonly lookAtJob: (signal: AbortSignal) => Promise<SpoolerJob | undefined>;
  /** Asks the printer, reports its health, and resolves to its reasons. */
  readonly lookAtPrinter: (signal: AbortSignal) => Promise<readonly HealthReason[]>;
}

const CODE_OF: Partial<Record<HealthReason, ErrorCode>> = {
  jam: "PRINTER_JAM",
  "ribbon-empty": "PRINTER_RIBBON_EMPTY",
  "ink-empty": "PRINTER_INK_EMPTY",
  "cards-empty": "PRINTER_CARDS_EMPTY",
  "paper-empty": "PRINTER_CARDS_EMPTY",
  "cover-open": "PRINTER_COVER_OPEN",
  "not-connected": "DEVICE_NOT_CONNECTED",
};

/** After a last card, feeder and ribbon are empty and that card is good all the same; with these it is not to be believed. */
const SPOILS: readonly HealthReason[] = ["jam", "cover-open", "not-connected", "needs-attention"];

const OF_THE_LINE: readonly ErrorCode[] = [
  "DEVICE_NOT_CONNECTED",
  "DEVICE_TIMEOUT",
  "DEVICE_BAD_ANSWER",
  "DEVICE_BUSY",
];

/** Resolves when the job is printed as far as Windows can tell; `outcomeOfGone` says how far that is. */
export async function followJob(
  first: JobStage | undefined,
  { clock, pollMs, withinMs, lostAfterMs, emptyReason, lookAtJob, lookAtPrinter }: Following,
  signal: AbortSignal,
): Promise<void> {
  const untilMs = clock.monotonicMs() + withinMs;
  const absence = new Silence(clock, lostAfterMs);
  let lastSeen = first;
  let reasons: readonly HealthReason[] = [];

  for (;;) {
    try {
      const job = await lookAtJob(signal);
      const ofJob = job && reasonOfJob(job, emptyReason);
      reasons = [...(await lookAtPrinter(signal)), ...(ofJob ? [ofJob] : [])];
      if (job) lastSeen = stageOf(job);
      if (!job || lastSeen === "printed") return settle(lastSeen, reasons);
      // A queue that is well and whose printer is away would print the card whenever somebody plugs it in.
      if (!reasons.includes("not-connected")) absence.broken();
      else if (absence.goesOn())
        throw new TitianError("DEVICE_NOT_CONNECTED", { details: { reason: "lost" } });
    } catch (error) {
      signal.throwIfAborted();
      if (!isOfTheLine(error) || absence.goesOn()) throw error;
    }
    if (clock.monotonicMs() >= untilMs) throw new TitianError(codeFor(reasons) ?? "PRINTER_STUCK");
    await clock.sleep(pollMs, signal);
  }
}

function settle(lastSeen: JobStage | undefined, reasons: readonly HealthReason[]): void {
  const spoilt = reasons.filter((reason) => SPOILS.includes(reason));
  const outcome = outcomeOfGone(lastSeen, spoilt.length === 0);
  if (outcome === "cancelled") throw new TitianError("PRINTER_CANCELLED");
  const code = codeFor(spoilt);
  if (code) throw new TitianError(code);
  if (outcome === "vanished" || spoilt.length > 0) throw new TitianError("PRINTER_JOB_VANISHED");
}

function codeFor(reasons: readonly HealthReason[]): ErrorCode | undefined {
  return reasons.map((reason) => CODE_OF[reason]).find((code) => code !== undefined);
}

function isOfTheLine(error: unknown): boolean {
  return error instanceof TitianError && OF_THE_LINE.includes(error.code);
}
