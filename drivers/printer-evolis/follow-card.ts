import { type HealthReason, Silence } from "../../src/devices/index.ts";
import type { Clock } from "../../src/kernel/clock.ts";
import { type ErrorCode, TitianError } from "../../src/kernel/errors.ts";
import { type CardLimits, CardProgress, type Verdict } from "./card-progress.ts";
import type { SeenOutcome } from "./job-book.ts";
import type { PrinterReading } from "./printer-state.ts";
import type { Question } from "./question.ts";

export interface CardTimes extends CardLimits {
  readonly pollMs: number;
  readonly answerWithinMs: number;
  readonly lostAfterMs: number;
}

export interface Following {
  readonly clock: Clock;
  readonly times: CardTimes;
  readonly question: Question;
  /** Asks the service for state and event; health follows. */
  readonly look: (signal: AbortSignal) => Promise<PrinterReading>;
  /** Told of every question without an answer; knows when that has gone on for too long. */
  readonly lineFailed: (error: unknown) => "silent" | "lost";
  readonly isAccepted: () => boolean;
  /** A person has answered that the card is given up. */
  readonly isCancelled: () => boolean;
  /** Called whenever the printer is seen at work. */
  readonly sawWork: () => void;
}

/** `code` is undefined when the card is out. */
export interface Ending {
  readonly outcome: SeenOutcome;
  readonly code: ErrorCode | undefined;
}

/** What a reason means for a card that did not come out. */
const CODE_OF: Partial<Record<HealthReason, ErrorCode>> = {
  jam: "PRINTER_JAM",
  "ribbon-empty": "PRINTER_RIBBON_EMPTY",
  "cards-empty": "PRINTER_CARDS_EMPTY",
  "cover-open": "PRINTER_COVER_OPEN",
};

/** Looks at the printer until its card has an ending. Rejects when the service or the printer is lost over it. */
export async function followCard(following: Following, signal: AbortSignal): Promise<Ending> {
  const { clock, times, question } = following;
  const progress = new CardProgress(clock, times);
  const cable = new Silence(clock, times.lostAfterMs);
  let reasons: readonly HealthReason[] = [];

  for (;;) {
    const reading = await lookOnce(following, signal);
    if (reading) reasons = [...question.reasons, ...reading.reasons];
    if (following.isCancelled()) return { outcome: "cancelled", code: "PRINTER_CANCELLED" };
    // The service is well and its printer is away.
    if (!reading?.reasons.includes("not-connected")) cable.broken();
    else if (cable.goesOn()) throw new TitianError("DEVICE_NOT_CONNECTED");

    const verdict = reading ? progress.saw(sightOf(following, reading)) : progress.sawNothing();
    if (verdict) return endingFor(verdict, reasons);
    if (question.waitedMs >= times.answerWithinMs) return await giveUp(question, reasons, signal);
    await clock.sleep(times.pollMs, signal);
  }
}

async function lookOnce(
  { look, lineFailed }: Following,
  signal: AbortSignal,
): Promise<PrinterReading | undefined> {
  try {
    return await look(signal);
  } catch (error) {
    signal.throwIfAborted();
    if (lineFailed(error) === "silent") return undefined;
    const isSilent = error instanceof TitianError && error.code === "DEVICE_TIMEOUT";
    throw new TitianError(isSilent ? "PRINTER_STUCK" : "DEVICE_NOT_CONNECTED", { cause: error });
  }
}

function sightOf({ question, isAccepted, sawWork }: Following, { activity }: PrinterReading) {
  const isAsked = question.pending !== undefined;
  if (isAsked || activity === "busy") sawWork();
  return { activity, isAsked, isAccepted: isAccepted() };
}

/** Nobody came. The service must not wait for ever with a card in the printer, nor print it when nobody expects it. */
async function giveUp(
  question: Question,
  reasons: readonly HealthReason[],
  signal: AbortSignal,
): Promise<Ending> {
  const code = codeFor(reasons);
  // Where it will not be cancelled, the end of the session has to do.
  if (!question.pending?.actions.includes("cancel")) return { outcome: "vanished", code };
  try {
    await question.answer("cancel", signal);
    return { outcome: "cancelled", code };
  } catch {
    signal.throwIfAborted();
    return { outcome: "vanished", code };
  }
}

function endingFor(verdict: Verdict, reasons: readonly HealthReason[]): Ending {
  if (verdict === "out") return { outcome: "completed", code: undefined };
  if (verdict === "unbegun") return { outcome: "vanished", code: "PRINTER_JOB_VANISHED" };
  return { outcome: "vanished", code: codeFor(reasons) };
}

function codeFor(reasons: readonly HealthReason[]): ErrorCode {
  return reasons.map((reason) => CODE_OF[reason]).find((code) => code !== undefined) ?? "PRINTER_STUCK";
}
