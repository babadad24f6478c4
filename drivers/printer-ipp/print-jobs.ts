import type { Health, PrintOutcome } from "../../src/devices/index.ts";
import type { Clock } from "../../src/kernel/clock.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import type { Logger } from "../../src/kernel/log.ts";
import { followJob } from "./follow-job.ts";
import type { IppClient, IppDocument } from "./ipp-client.ts";
import { type JobReference, parseReference, readJob, referenceOf } from "./job-state.ts";
import type { PrinterReading } from "./printer-state.ts";
import { isSuccess, notPrinted, refused, refusedWith } from "./refusal.ts";
import { wasSilent } from "./was-silent.ts";

const OPERATION_NOT_SUPPORTED = 0x0501;

/** On top of the budget of one: what a slow inkjet takes for a page full of colour. */
const EACH_MORE_PAGE_MS = 60_000;

/** The printer as its jobs see it. */
export interface PrinterView {
  readonly health: Health;
  /** Aborted while the device is closed. */
  readonly session: AbortSignal;
  /** One look at the printer; health follows, whether it answers or not. */
  look(signal: AbortSignal): Promise<PrinterReading>;
  /** Told of every question without an answer; knows when that has gone on for too long. */
  lineFailed(error: unknown): "silent" | "lost";
}

export interface JobTimes {
  readonly pollMs: number;
  readonly jobWithinMs: number;
  readonly lostAfterMs: number;
}

interface Dependencies {
  readonly client: IppClient;
  readonly clock: Clock;
  readonly log: Logger;
  readonly printer: PrinterView;
  readonly times: JobTimes;
}

/** Makes the document as this printer takes it. May refuse. */
type MakeDocument = (printer: PrinterReading) => Promise<IppDocument>;

/** One job at a time, from the question whether the printer would to the last look at it. */
export class PrintJobs {
  readonly #deps: Dependencies;
  #isPrinting = false;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  get isPrinting(): boolean {
    return this.#isPrinting;
  }

  async print(make: MakeDocument, spooled: (reference: string) => void, signal: AbortSignal): Promise<void> {
    const { session } = this.#deps.printer;
    signal.throwIfAborted();
    if (session.aborted) throw refused("not-connected");
    if (this.#isPrinting) throw refused("busy");
    this.#isPrinting = true;
    try {
      const both = AbortSignal.any([signal, session]);
      const document = await this.#prepare(make, both);
      const job = await this.#send(document, both);
      spooled(referenceOf(job));
      await this.#follow(job, document.pages, both);
    } finally {
      this.#isPrinting = false;
    }
  }

  async outcome(reference: string, signal: AbortSignal): Promise<PrintOutcome> {
    const job = parseReference(reference);
    if (!job) return "vanished";
    const outcome = readJob(await this.#deps.client.job(job.id, signal), job);
    if (!outcome) throw new TitianError("DEVICE_BAD_ANSWER");
    return outcome;
  }

  /** Everything that can be found out before a byte of the document is sent. Whatever fails here has used no ink. */
  async #prepare(make: MakeDocument, signal: AbortSignal): Promise<IppDocument> {
    const { client, printer } = this.#deps;
    try {
      const reading = await printer.look(signal);
      const { level, reasons } = printer.health;
      const [trouble] = level === "down" ? reasons : [];
      if (trouble) throw refused(trouble);
      const document = await make(reading);
      const { status } = await client.validate(document, signal);
      if (!isSuccess(status) && status !== OPERATION_NOT_SUPPORTED) throw refusedWith(status);
      return document;
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof TitianError && error.code === "PRINTER_REFUSED") throw error;
      throw refused(printer.health.reasons[0] ?? "not-responding", error);
    }
  }

  async #send(document: IppDocument, signal: AbortSignal): Promise<JobReference> {
    const { client, log, printer } = this.#deps;
    let mayHaveInk = false;
    const connected = (): void => {
      mayHaveInk = true;
    };
    const answer = await client.print(document, connected, signal).catch((error: unknown) => {
      signal.throwIfAborted();
      printer.lineFailed(error);
      if (!mayHaveInk) throw refused("not-connected", error);
      if (error instanceof TitianError && error.code === "DEVICE_NOT_PERMITTED")
        throw refused("not-permitted", error);
      throw wasSilent(error) ? new TitianError("PRINTER_STUCK", { cause: error }) : error;
    });
    if (!isSuccess(answer.status)) throw notPrinted(answer.status);
    const id = answer.job.get("job-id")?.[0];
    if (typeof id !== "number") throw new TitianError("DEVICE_BAD_ANSWER");
    log.info("job accepted by the printer", { printJob: id, format: document.format });
    return { id, name: document.jobName };
  }

  async #follow(job: JobReference, pages: number, signal: AbortSignal): Promise<void> {
    const { client, clock, printer, times } = this.#deps;
    const { pollMs, lostAfterMs, jobWithinMs } = times;
    const following = {
      ...{ client, clock, pollMs, lostAfterMs, withinMs: jobWithinMs + (pages - 1) * EACH_MORE_PAGE_MS },
      lookAtPrinter: async (looking: AbortSignal) => (await printer.look(looking)).reasons,
      lineFailed: (error: unknown) => printer.lineFailed(error),
    };
    try {
      await followJob(job, following, signal);
    } catch (error) {
      // A caller who stops waiting leaves the job to the printer and asks for its outcome later.
      if (!signal.aborted) await this.#takeBack(job);
      throw error;
    }
  }

  /** A job that was given up must not come out an hour later, when nobody expects it. */
  async #takeBack({ id }: JobReference): Promise<void> {
    const { client, log, printer } = this.#deps;
    await client.cancel(id, printer.session).catch((error: unknown) => {
      log.warn("job could not be taken back", { printJob: id, error });
    });
  }
}
