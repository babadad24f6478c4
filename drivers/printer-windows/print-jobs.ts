import { type Health, type HealthReason, type PrintOutcome, untilAborted } from "../../src/devices/index.ts";
import type { Clock } from "../../src/kernel/clock.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import type { Logger } from "../../src/kernel/log.ts";
import { type JobStage, stageOf } from "../winspool/job-status.ts";
import type { Spooler } from "../winspool/spooler.ts";
import type { Drawing, Print, QueuedJob } from "./drawing.ts";
import { followJob } from "./follow-job.ts";
import { ifStill, type JobReference, parseReference, referenceOf } from "./job-reference.ts";
import type { OutcomeBook } from "./outcome-book.ts";
import { refused } from "./refusal.ts";

/** The printer as its jobs see it. */
export interface PrinterView {
  readonly health: Health;
  /** Aborted while the device is closed. */
  readonly session: AbortSignal;
  /** Throws `DEVICE_NOT_CONNECTED` before the first opening. */
  spooler(): Spooler;
  /** One look at the printer; health follows, whether it answers or not. */
  look(signal: AbortSignal): Promise<readonly HealthReason[]>;
}

export interface JobTimes {
  readonly pollMs: number;
  readonly jobWithinMs: number;
  readonly lostAfterMs: number;
}

interface Dependencies {
  readonly name: string;
  readonly clock: Clock;
  readonly log: Logger;
  readonly printer: PrinterView;
  readonly times: JobTimes;
  readonly book: OutcomeBook;
  readonly emptyReason: HealthReason;
}

/** One job at a time, from the question whether the printer would to the last look at it. */
export class PrintJobs {
  readonly #deps: Dependencies;
  /** Watched for as long as the device is open, also when nobody waits: what is not seen cannot be told later. */
  readonly #watched = new Set<string>();
  #isPrinting = false;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  get isPrinting(): boolean {
    return this.#isPrinting || this.#watched.size > 0;
  }

  async print(
    drawing: () => Drawing,
    print: Print,
    spooled: (reference: string) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const { name: printer } = this.#deps;
    await this.#alone(signal, async (both) => {
      const { id, lastSeen } = await drawing().draw(printer, print, both);
      const job = { id, name: print.documentName };
      const done = this.#watch(job, lastSeen);
      spooled(referenceOf(job));
      await untilAborted(done, both);
    });
  }

  /** Its bytes as they are. Small ones are gone before anybody has looked, so leaving the queue of a well printer is enough. */
  async sendRaw(documentName: string, bytes: Uint8Array, signal: AbortSignal): Promise<void> {
    const { name: printer } = this.#deps;
    await this.#alone(signal, async (both) => {
      const id = await this.#deps.printer.spooler().sendRaw(printer, documentName, bytes, both);
      await untilAborted(this.#watch({ id, name: documentName }, "printing"), both);
    });
  }

  async outcome(reference: string, signal: AbortSignal): Promise<PrintOutcome> {
    const known = await this.#deps.book.get(reference);
    if (known) return known;
    const job = parseReference(reference);
    if (!job) return "vanished";
    if (this.#watched.has(reference)) return "pending";
    const found = ifStill(await this.#deps.printer.spooler().job(this.#deps.name, job.id, signal), job);
    if (!found) return (await this.#deps.book.get(reference)) ?? "vanished";
    // A job from before a restart: from now on somebody looks at it again.
    if (!this.#deps.printer.session.aborted) this.#watch(job, stageOf(found)).catch(() => undefined);
    return "pending";
  }

  async #alone(signal: AbortSignal, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    const { session } = this.#deps.printer;
    signal.throwIfAborted();
    if (session.aborted) throw refused("not-connected");
    if (this.#isPrinting) throw refused("busy");
    this.#isPrinting = true;
    try {
      const both = AbortSignal.any([signal, session]);
      await this.#refuseInTrouble(both);
      await work(both);
    } finally {
      this.#isPrinting = false;
    }
  }

  async #refuseInTrouble(signal: AbortSignal): Promise<void> {
    const { printer } = this.#deps;
    try {
      await printer.look(signal);
    } catch (error) {
      signal.throwIfAborted();
      throw refused(printer.health.reasons[0] ?? "not-responding", error);
    }
    const { level, reasons } = printer.health;
    if (level === "down") throw refused(reasons[0] ?? "not-responding");
  }

  async #watch(job: JobReference, lastSeen: QueuedJob["lastSeen"]): Promise<void> {
    const { printer, book } = this.#deps;
    const reference = referenceOf(job);
    this.#watched.add(reference);
    try {
      await this.#follow(job, lastSeen);
      await book.set(reference, "completed");
    } catch (error) {
      // Closed in the middle: whoever asks later looks anew.
      if (!printer.session.aborted) {
        await book.set(reference, outcomeOf(error));
        await this.#takeBack(job);
      }
      throw error;
    } finally {
      this.#watched.delete(reference);
    }
  }

  #follow(job: JobReference, lastSeen: JobStage | undefined): Promise<void> {
    const { clock, emptyReason, name, printer, times } = this.#deps;
    const following = {
      ...{
        clock,
        emptyReason,
        pollMs: times.pollMs,
        withinMs: times.jobWithinMs,
        lostAfterMs: times.lostAfterMs,
      },
      lookAtJob: async (signal: AbortSignal) =>
        ifStill(await printer.spooler().job(name, job.id, signal), job),
      lookAtPrinter: (signal: AbortSignal) => printer.look(signal),
    };
    return followJob(lastSeen, following, printer.session);
  }

  /** A job that was given up must not come out an hour later, when nobody expects it. */
  async #takeBack(job: JobReference): Promise<void> {
    const { log, name, printer } = this.#deps;
    try {
      const spooler = printer.spooler();
      if (ifStill(await spooler.job(name, job.id, printer.session), job))
        await spooler.cancel(name, job.id, printer.session);
    } catch (error) {
      log.warn("job could not be taken back", { printJob: job.id, error });
    }
  }
}

function outcomeOf(error: unknown): PrintOutcome {
  if (!(error instanceof TitianError)) return "vanished";
  if (error.code === "PRINTER_CANCELLED") return "cancelled";
  return error.code === "PRINTER_JOB_VANISHED" ? "vanished" : "aborted";
}
