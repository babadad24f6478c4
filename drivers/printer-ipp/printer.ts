import {
  BaseDevice,
  type CardImage,
  type DriverSurroundings,
  type HealthReason,
  type PrintOutcome,
} from "../../src/devices/index.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import type { Logger } from "../../src/kernel/log.ts";
import { type DocumentOptions, documentFor } from "./card-document.ts";
import { followJob } from "./follow-job.ts";
import { IppClient, type IppDocument } from "./ipp-client.ts";
import { type JobReference, parseReference, readJob, referenceOf } from "./job-state.ts";
import { Link, wasSilent } from "./link.ts";
import { type PrinterReading, readPrinter } from "./printer-state.ts";
import { isSuccess, notPrinted, refused, refusedWith } from "./refusal.ts";

interface Options extends DocumentOptions {
  readonly uri: string;
  readonly pollMs: number;
  readonly watchMs: number;
  readonly jobWithinMs: number;
  readonly lostAfterMs: number;
}

const OPERATION_NOT_SUPPORTED = 0x0501;

/** A card printer or a print queue that speaks IPP. */
class IppPrinter extends BaseDevice {
  readonly #options: Options;
  readonly #log: Logger;
  readonly #client: IppClient;
  readonly #link: Link;
  /** Aborted while the device is closed. */
  #session = new AbortController();
  #model = "IPP printer";
  #isPrinting = false;
  #unknownSaid = "";

  constructor({ id, clock, log, options }: DriverSurroundings<Options>) {
    super(id, clock);
    this.#options = options;
    this.#log = log;
    this.#client = new IppClient(options.uri, clock);
    this.#link = new Link(clock, options.lostAfterMs);
    this.#session.abort(new TitianError("DEVICE_NOT_CONNECTED"));
  }

  protected readonly abilities = {
    "card-printer": {
      print: (card: CardImage, spooled: (reference: string) => void, signal: AbortSignal) =>
        this.#print(card, spooled, signal),
    },
    "card-printer.jobs": {
      outcome: (reference: string, signal: AbortSignal) => this.#outcome(reference, signal),
    },
  };

  get model(): string {
    return this.#model;
  }

  async open(signal: AbortSignal): Promise<void> {
    const reading = await this.#ask(signal);
    this.#model = reading.model ?? this.#model;
    this.#link.answered();
    if (this.#session.signal.aborted) {
      this.#session = new AbortController();
      // It ends with the session and answers for its own errors.
      void this.#watch(this.#session.signal);
    }
    this.report(reading.reasons);
  }

  async close(): Promise<void> {
    this.#session.abort(new TitianError("DEVICE_NOT_CONNECTED"));
    this.report(["not-connected"]);
  }

  async #print(card: CardImage, spooled: (reference: string) => void, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.#session.signal.aborted) throw refused("not-connected");
    if (this.#isPrinting) throw refused("busy");
    this.#isPrinting = true;
    try {
      const both = AbortSignal.any([signal, this.#session.signal]);
      const document = await this.#prepare(card, both);
      const job = await this.#send(document, both);
      spooled(referenceOf(job));
      await this.#follow(job, both);
    } finally {
      this.#isPrinting = false;
    }
  }

  /** Everything that can be found out before a byte of the card is sent. Whatever fails here has used no ink. */
  async #prepare(card: CardImage, signal: AbortSignal): Promise<IppDocument> {
    try {
      const printer = await this.#look(signal);
      const [trouble] = this.health.level === "down" ? this.health.reasons : [];
      if (trouble) throw refused(trouble);
      const document = await documentFor(card, printer, this.#options);
      if (!document) throw refused("format");
      const { status } = await this.#client.validate(document, signal);
      if (!isSuccess(status) && status !== OPERATION_NOT_SUPPORTED) throw refusedWith(status);
      return document;
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof TitianError && error.code === "PRINTER_REFUSED") throw error;
      throw refused(this.health.reasons[0] ?? "not-responding", error);
    }
  }

  async #send(document: IppDocument, signal: AbortSignal): Promise<JobReference> {
    let mayHaveInk = false;
    const connected = (): void => {
      mayHaveInk = true;
    };
    const answer = await this.#client.print(document, connected, signal).catch((error: unknown) => {
      signal.throwIfAborted();
      this.#failed(error);
      if (!mayHaveInk) throw refused("not-connected", error);
      if (error instanceof TitianError && error.code === "DEVICE_NOT_PERMITTED")
        throw refused("not-permitted", error);
      throw wasSilent(error) ? new TitianError("PRINTER_STUCK", { cause: error }) : error;
    });
    if (!isSuccess(answer.status)) throw notPrinted(answer.status);
    const id = answer.job.get("job-id")?.[0];
    if (typeof id !== "number") throw new TitianError("DEVICE_BAD_ANSWER");
    this.#log.info("card accepted by the printer", { printJob: id, format: document.format });
    return { id, name: document.jobName };
  }

  async #follow(job: JobReference, signal: AbortSignal): Promise<void> {
    const { pollMs, jobWithinMs, lostAfterMs } = this.#options;
    const lookAtPrinter = async (looking: AbortSignal): Promise<readonly HealthReason[]> =>
      (await this.#look(looking)).reasons;
    const lineFailed = (error: unknown): "silent" | "lost" => this.#failed(error);
    const following = { client: this.#client, clock: this.clock, lookAtPrinter, lineFailed };
    try {
      await followJob(job, { ...following, pollMs, lostAfterMs, withinMs: jobWithinMs }, signal);
    } catch (error) {
      // A caller who stops waiting leaves the card to the printer and asks for its outcome later.
      if (!signal.aborted) await this.#takeBack(job);
      throw error;
    }
  }

  /** A card that was given up must not come out an hour later, when nobody expects it. */
  async #takeBack({ id }: JobReference): Promise<void> {
    await this.#client.cancel(id, this.#session.signal).catch((error: unknown) => {
      this.#log.warn("job could not be taken back", { printJob: id, error });
    });
  }

  async #outcome(reference: string, signal: AbortSignal): Promise<PrintOutcome> {
    const job = parseReference(reference);
    if (!job) return "vanished";
    const outcome = readJob(await this.#client.job(job.id, signal), job);
    if (!outcome) throw new TitianError("DEVICE_BAD_ANSWER");
    return outcome;
  }

  async #watch(session: AbortSignal): Promise<void> {
    while (!session.aborted) {
      await this.clock.sleep(this.#options.watchMs, session).catch(() => undefined);
      // A card in print is looked at more often than this anyway.
      if (session.aborted || this.#isPrinting) continue;
      await this.#look(session).catch(() => undefined);
    }
  }

  /** One look at the printer: health follows, whether it answers or not. */
  async #look(signal: AbortSignal): Promise<PrinterReading> {
    try {
      const reading = await this.#ask(signal);
      this.#link.answered();
      if (!this.#session.signal.aborted) this.report(reading.reasons);
      return reading;
    } catch (error) {
      if (!signal.aborted) this.#failed(error);
      throw error;
    }
  }

  async #ask(signal: AbortSignal): Promise<PrinterReading> {
    const answer = await this.#client.printer(signal);
    if (!isSuccess(answer.status)) {
      throw new TitianError("DEVICE_NOT_CONNECTED", { details: { ippStatus: answer.status } });
    }
    const reading = readPrinter(answer.printer);
    const unknown = reading.unknown.join();
    if (unknown !== "" && unknown !== this.#unknownSaid) {
      this.#log.info("printer reports states that are not known here", { states: reading.unknown });
    }
    this.#unknownSaid = unknown;
    return reading;
  }

  #failed(error: unknown): "silent" | "lost" {
    const line = this.#link.failed();
    // Somebody who takes the call and says nothing is still there: the watch goes on asking.
    const isGone = line === "lost" && !wasSilent(error);
    if (!this.#session.signal.aborted) this.report([isGone ? "not-connected" : "not-responding"]);
    return line;
  }
}

export default (surroundings: DriverSurroundings<Options>): IppPrinter => new IppPrinter(surroundings);
