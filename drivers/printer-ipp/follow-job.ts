import { type HealthReason, type PrintOutcome, Silence } from "../../src/devices/index.ts";
import type { Clock } from "../../src/kernel/clock.ts";
import { type ErrorCode, TitianError } from "../../src/kernel/errors.ts";
import type { IppClient } from "./ipp-client.ts";
import { isStopping, type JobReference, readJob } from "./job-state.ts";
import { wasSilent } from "./was-silent.ts";

export interface Following {
  readonly client: IppClient;
  readonly clock: Clock;
  readonly pollMs: number;
  /** From the moment the printer has the job, refilling by a person included. */
  readonly withinMs: number;
  readonly lostAfterMs: number;
  /** Asks the printer itself, reports its health, and resolves to its reasons. Rejects when it cannot be reached. */
  readonly lookAtPrinter: (signal: AbortSignal) => Promise<readonly HealthReason[]>;
  /** Told of every question without an answer; knows when that has gone on for too long. */
  readonly lineFailed: (error: unknown) => "silent" | "lost";
}

/** CUPS 2.4.2 took up to 150 ms from stopping a job to saying that a person had cancelled it. */
const SAYS_WHY_WITHIN_MS = 1_000;

/** What a reason means for a card or a sheet that did not come out. */
const CODE_OF: Partial<Record<HealthReason, ErrorCode>> = {
  jam: "PRINTER_JAM",
  "ribbon-empty": "PRINTER_RIBBON_EMPTY",
  "ink-empty": "PRINTER_INK_EMPTY",
  "cards-empty": "PRINTER_CARDS_EMPTY",
  "paper-empty": "PRINTER_CARDS_EMPTY",
  "cover-open": "PRINTER_COVER_OPEN",
  "not-connected": "DEVICE_NOT_CONNECTED",
};

/** After a last card or sheet, feeder and ribbon are empty and the print is good all the same; with these it is not. */
const SPOILS_COMPLETED: readonly HealthReason[] = ["jam", "cover-open", "not-connected"];

/**
 * Resolves when the printer reports the job done and itself well. "Completed" from a queue means bytes delivered, so a
 * printer in trouble at that moment has not put out a card that anybody should believe in. CUPS 2.4.2 even says it of some
 * jobs that the printer gave up (5 of 22 on a busy machine): behind a queue, only the scan of the card proves the card.
 */
export async function followJob(job: JobReference, following: Following, signal: AbortSignal): Promise<void> {
  const { client, clock, pollMs, withinMs, lostAfterMs, lookAtPrinter, lineFailed } = following;
  const untilMs = clock.monotonicMs() + withinMs;
  const cable = new Silence(clock, lostAfterMs);
  let explainsUntilMs = untilMs;
  let reasons: readonly HealthReason[] = [];

  for (;;) {
    try {
      const answer = await client.job(job.id, signal);
      const outcome = readJob(answer, job);
      reasons = await lookAtPrinter(signal);
      const nowMs = clock.monotonicMs();
      if (isStopping(answer)) explainsUntilMs = Math.min(explainsUntilMs, nowMs + SAYS_WHY_WITHIN_MS);
      const mayStillSayWhy = isStopping(answer) && nowMs < explainsUntilMs;
      if (outcome !== undefined && outcome !== "pending" && !mayStillSayWhy) return settle(outcome, reasons);
    } catch (error) {
      signal.throwIfAborted();
      if (!isOfTheLine(error)) throw error;
      if (lineFailed(error) === "lost")
        throw new TitianError(wasSilent(error) ? "PRINTER_STUCK" : "DEVICE_NOT_CONNECTED", { cause: error });
    }
    // A queue that is well and whose printer is away would print the card whenever somebody plugs it in.
    if (!reasons.includes("not-connected")) cable.broken();
    else if (cable.goesOn()) throw new TitianError("DEVICE_NOT_CONNECTED");
    if (clock.monotonicMs() >= untilMs) throw new TitianError(codeFor(reasons) ?? "PRINTER_STUCK");
    await clock.sleep(pollMs, signal);
  }
}

function settle(outcome: Exclude<PrintOutcome, "pending">, reasons: readonly HealthReason[]): void {
  if (outcome === "completed") {
    const spoilt = codeFor(reasons.filter((reason) => SPOILS_COMPLETED.includes(reason)));
    if (spoilt) throw new TitianError(spoilt);
    return;
  }
  if (outcome === "vanished") throw new TitianError("PRINTER_JOB_VANISHED");
  if (outcome === "cancelled") throw new TitianError("PRINTER_CANCELLED");
  throw new TitianError(codeFor(reasons) ?? "PRINTER_ABORTED");
}

function codeFor(reasons: readonly HealthReason[]): ErrorCode | undefined {
  return reasons.map((reason) => CODE_OF[reason]).find((code) => code !== undefined);
}

function isOfTheLine(error: unknown): boolean {
  const codes: readonly ErrorCode[] = ["DEVICE_NOT_CONNECTED", "DEVICE_TIMEOUT", "DEVICE_BAD_ANSWER"];
  return error instanceof TitianError && codes.includes(error.code);
}
