import { createHash } from "node:crypto";
import type { Clock } from "../kernel/clock.ts";
import { type ErrorCode, TitianError } from "../kernel/errors.ts";
import type { Logger } from "../kernel/log.ts";
import type { DeviceId, JobId } from "../kernel/types.ts";
import { forPrinter } from "./card-for-printer.ts";
import { refOf } from "./design.ts";
import type { JobLog } from "./job-log.ts";
import type { CardContent, CardRenderer, CardSink, PrintJob, RenderedCard } from "./print-job.ts";
import { within } from "./within.ts";

/** Reading one member from INLISLite, with a photo from the vault. */
const CONTENT_MS = 15_000;
/** A card is drawn and read back in 0.1 s; this is for a PC that is busy with something else. */
const DRAWING_MS = 20_000;
/** The printer has this long to take a card and put it out; a colour card takes 45 s, refilling takes a person. */
const PRINTING_MS = 10 * 60_000;
/** Afterwards the printer's queue is asked what became of the card, for as long as a lunch break. */
const TRACKING_MS = 60 * 60_000;
const POLL_MS = 2_000;
const POLL_ANSWER_MS = 10_000;
/** After a start the printer may still be waking up. Before that, no ink is at stake. */
export const WAKING_MS = 60_000;

const ASLEEP: readonly ErrorCode[] = ["DEVICE_NOT_CONNECTED", "CAPABILITY_MISSING"];

export interface RunDependencies {
  readonly renderer: CardRenderer;
  /** Rejects with `DEVICE_NOT_FOUND`, `CAPABILITY_MISSING` or `DEVICE_NOT_CONNECTED`, before anything moves. */
  readonly sinkFor: (printer: DeviceId) => CardSink;
  readonly clock: Clock;
  readonly log: Logger;
}

export type Content = (signal: AbortSignal) => Promise<CardContent>;

/** The way of one card from its member's data to the printer's tray. */
export class PrintRun {
  readonly #jobs: JobLog;
  readonly #with: RunDependencies;

  constructor(jobs: JobLog, dependencies: RunDependencies) {
    this.#jobs = jobs;
    this.#with = dependencies;
  }

  /** Draws, reads back and prints. Ends in a state that says what is known; an abort leaves the state it found. */
  async print(job: PrintJob, content: Content, wakingMs: number, signal: AbortSignal): Promise<void> {
    let card: RenderedCard;
    let sink: CardSink;
    try {
      card = await this.#draw(job, content, signal);
      sink = await this.#reach(job.printer, wakingMs, signal);
      // Called off, or moved to another printer, at the last moment.
      signal.throwIfAborted();
      this.#jobs.advance(job.job, { to: "spooling" });
    } catch (error) {
      if (!signal.aborted) this.#fail(job.job, error, "none");
      return;
    }
    await this.#send(job, card, sink, signal);
  }

  /** Asks the printer's queue until it knows. For a job that was `spooled` before the daemon, or its patience, ended. */
  async track(job: PrintJob, reference: string, signal: AbortSignal): Promise<void> {
    const { clock } = this.#with;
    const until = clock.monotonicMs() + TRACKING_MS;
    while (!signal.aborted && this.#isWaiting(job.job)) {
      const outcome = await this.#ask(job.printer, reference, signal);
      if (signal.aborted || !this.#isWaiting(job.job)) return;
      if (outcome === "completed") return void this.#jobs.advance(job.job, { to: "reported" });
      if (outcome === "aborted" || outcome === "cancelled") {
        return this.#fail(job.job, new TitianError("PRINTER_ABORTED"), "unknown");
      }
      if (outcome !== "pending" || clock.monotonicMs() >= until)
        return this.#lose(job.job, "PRINTER_JOB_VANISHED");
      await clock.sleep(POLL_MS, signal).catch(() => undefined);
    }
  }

  async #draw(job: PrintJob, content: Content, signal: AbortSignal): Promise<RenderedCard> {
    const { clock, renderer } = this.#with;
    const read = await within(clock, CONTENT_MS, signal, content);
    const drawn = await within(clock, DRAWING_MS, signal, (limit) =>
      renderer.render(refOf(job), read, limit),
    );
    // Read back as it will be: a code on a back that stays blank is scanned by nobody.
    const card = job.frontOnly ? { ...drawn, back: undefined } : drawn;
    const sha256 = createHash("sha256")
      .update(card.front.png)
      .update(card.back?.png ?? "")
      .digest("hex");
    // A restart draws again what was drawn or read back before; that is no news.
    if (job.state === "accepted") this.#jobs.advance(job.job, { to: "rendered", sha256 });

    const symbology = await within(clock, DRAWING_MS, signal, (limit) =>
      renderer.verify(card, read.memberNo, limit),
    );
    if (job.state !== "verified") this.#jobs.advance(job.job, { to: "verified", symbology });
    return card;
  }

  async #reach(printer: DeviceId, wakingMs: number, signal: AbortSignal): Promise<CardSink> {
    const { clock, sinkFor } = this.#with;
    for (const until = clock.monotonicMs() + wakingMs; ; ) {
      signal.throwIfAborted();
      try {
        return sinkFor(printer);
      } catch (error) {
        const mayWake = ASLEEP.includes(TitianError.from(error).code);
        if (!mayWake || clock.monotonicMs() >= until) throw error;
      }
      await clock.sleep(POLL_MS, signal);
    }
  }

  /** From here on ink may flow: nothing that happens leads back to another try. */
  async #send(
    { job, printer }: PrintJob,
    card: RenderedCard,
    sink: CardSink,
    signal: AbortSignal,
  ): Promise<void> {
    const { clock, log } = this.#with;
    let isOver = false;
    const spooled = (reference: string): void => {
      // Called from inside the driver, perhaps after we gave up: an error here is ours to keep.
      try {
        if (!isOver && this.#isWaiting(job)) this.#jobs.advance(job, { to: "spooled", reference });
      } catch (error) {
        log.error("spooled card not written down", { job, error });
      }
    };
    const startedMs = clock.monotonicMs();
    try {
      await within(clock, PRINTING_MS, signal, (limit) => sink.print(forPrinter(job, card), spooled, limit));
    } catch (error) {
      isOver = true;
      return this.#afterTrouble(job, error, signal);
    }
    isOver = true;
    if (!this.#isWaiting(job)) return;
    // A printer without a queue has no reference of its own: ours is the name it was given.
    if (this.#jobs.require(job).state === "spooling")
      this.#jobs.advance(job, { to: "spooled", reference: job });
    this.#jobs.advance(job, { to: "reported" });
    log.info("card printed", { job, printer, tookMs: Math.round(clock.monotonicMs() - startedMs) });
  }

  async #afterTrouble(job: JobId, error: unknown, signal: AbortSignal): Promise<void> {
    const current = this.#jobs.require(job);
    if (!this.#isWaiting(job)) return;
    const { code } = TitianError.from(error);
    if (code === "PRINTER_REFUSED") return this.#fail(job, error, "none");
    if (signal.aborted) return;
    if (code === "PRINTER_JOB_VANISHED") return this.#lose(job, code);
    if (code !== "DEADLINE_EXCEEDED") return this.#fail(job, error, "unknown");
    if (current.reference === undefined) return this.#lose(job, "DEVICE_TIMEOUT");
    await this.track(current, current.reference, signal);
  }

  async #ask(printer: DeviceId, reference: string, signal: AbortSignal): ReturnType<CardSink["outcome"]> {
    try {
      return await within(this.#with.clock, POLL_ANSWER_MS, signal, (limit) =>
        this.#with.sinkFor(printer).outcome(reference, limit),
      );
    } catch (error) {
      this.#with.log.debug("printer did not answer about a card", {
        printer,
        code: TitianError.from(error).code,
      });
      return "pending";
    }
  }

  /** False once the operator has settled the job, or the printer has. */
  #isWaiting(job: JobId): boolean {
    const { state } = this.#jobs.require(job);
    return state === "spooling" || state === "spooled";
  }

  #fail(job: JobId, error: unknown, ink: "none" | "unknown"): void {
    const { code } = TitianError.from(error);
    this.#jobs.advance(job, { to: "failed", code, ink });
    this.#with.log.warn("card not printed", { job, code, ink, ...(code === "INTERNAL" ? { error } : {}) });
  }

  #lose(job: JobId, code: string): void {
    this.#jobs.advance(job, { to: "vanished", code });
    this.#with.log.warn("card lost sight of", { job, code });
  }
}
