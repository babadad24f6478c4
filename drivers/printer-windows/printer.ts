import {
  BaseDevice,
  type Capabilities,
  type CardImage,
  type CardPrinter,
  type DriverSurroundings,
  type HealthReason,
  type JobTracker,
  type RawPrinter,
  type SheetPrinter,
  Silence,
} from "../../src/devices/index.ts";
import type { Clock } from "../../src/kernel/clock.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import { openSpooler } from "../winspool/open.ts";
import { type Matter, readPrinter } from "../winspool/printer-status.ts";
import type { Spooler, SpoolerPrinter } from "../winspool/spooler.ts";
import type { Drawing } from "./drawing.ts";
import { GdiDrawing } from "./gdi-drawing.ts";
import { documentNameOf } from "./job-reference.ts";
import { OutcomeBook } from "./outcome-book.ts";
import { type JobTimes, type PrinterView, PrintJobs } from "./print-jobs.ts";
import { ViewerDrawing } from "./viewer-drawing.ts";
import type { ViewerCommand } from "./viewer-process.ts";

export interface WindowsPrinterOptions extends JobTimes, ViewerCommand {
  readonly printer: string;
  readonly prints: Matter;
  readonly duplex: boolean;
  readonly by: "auto" | "gdi" | "viewer";
  readonly watchMs: number;
}

/** What only Windows has; replaceable, so that everything else can be tested elsewhere. */
export interface WindowsParts {
  openSpooler(clock: Clock): Promise<Spooler>;
  gdi(clock: Clock): Drawing;
}

const WORDS = { most: 10, longest: 60 };

/** A printer that Windows knows by name, through its spooler. */
export class WindowsPrinter extends BaseDevice implements PrinterView {
  readonly #surroundings: DriverSurroundings<WindowsPrinterOptions>;
  readonly #parts: WindowsParts;
  readonly #absence: Silence;
  readonly #jobs: PrintJobs;
  /** Aborted while the device is closed. */
  #session = new AbortController();
  #spooler: Spooler | undefined;
  #drawing: Drawing | undefined;
  #model = "Windows printer";

  constructor(surroundings: DriverSurroundings<WindowsPrinterOptions>, parts: WindowsParts) {
    const { id, clock, log, options, folder } = surroundings;
    super(id, clock);
    this.#surroundings = surroundings;
    this.#parts = parts;
    this.#absence = new Silence(clock, options.lostAfterMs);
    this.#session.abort(new TitianError("DEVICE_NOT_CONNECTED"));
    this.#jobs = new PrintJobs({
      ...{ name: options.printer, clock, log, printer: this, times: options, book: new OutcomeBook(folder) },
      emptyReason: options.prints === "card" ? "cards-empty" : "paper-empty",
    });
  }

  readonly #cards: CardPrinter = {
    print: async ({ jobName, ...card }, spooled, signal) => {
      const sides = await sidesOf(card, this.#surroundings.options.duplex);
      const print = { kind: "card", documentName: documentNameOf(jobName), ...sides } as const;
      return this.#jobs.print(() => this.#opened(this.#drawing), print, spooled, signal);
    },
  };
  readonly #sheets: SheetPrinter = {
    print: ({ jobName, pdf }, spooled, signal) => {
      const print = { kind: "sheet", documentName: documentNameOf(jobName), pdf } as const;
      return this.#jobs.print(() => this.#opened(this.#drawing), print, spooled, signal);
    },
  };
  readonly #raw: RawPrinter = {
    send: (bytes, signal) => this.#jobs.sendRaw("titian-raw", bytes, signal),
  };
  readonly #tracker: JobTracker = {
    outcome: (reference, signal) => this.#jobs.outcome(reference, signal),
  };

  protected get abilities(): Partial<Capabilities> {
    const { prints, duplex } = this.#surroundings.options;
    return prints === "card"
      ? {
          "card-printer": this.#cards,
          ...(duplex ? { "card-printer.duplex": { sides: 2 } } : {}),
          "card-printer.jobs": this.#tracker,
          "raw-printer": this.#raw,
        }
      : { "sheet-printer": this.#sheets, "sheet-printer.jobs": this.#tracker, "raw-printer": this.#raw };
  }

  get model(): string {
    return this.#model;
  }

  get session(): AbortSignal {
    return this.#session.signal;
  }

  spooler(): Spooler {
    return this.#opened(this.#spooler);
  }

  async open(signal: AbortSignal): Promise<void> {
    try {
      this.#spooler ??= await this.#parts.openSpooler(this.clock);
      this.#drawing ??= await this.#prepared(signal);
      const reading = this.#read(await this.#ask(signal));
      if (reading.includes("not-connected")) throw new TitianError("DEVICE_NOT_CONNECTED");
      this.#absence.broken();
      if (this.#session.signal.aborted) {
        this.#session = new AbortController();
        // It ends with the session and answers for its own errors.
        void this.#watch(this.#session.signal);
      }
      this.report(reading);
    } catch (error) {
      signal.throwIfAborted();
      this.report([reasonOf(error)]);
      throw error;
    }
  }

  async close(): Promise<void> {
    this.#session.abort(new TitianError("DEVICE_NOT_CONNECTED"));
    this.report(["not-connected"]);
  }

  async look(signal: AbortSignal): Promise<readonly HealthReason[]> {
    try {
      const reasons = this.#read(await this.#ask(signal));
      this.#absence.broken();
      if (!this.session.aborted) this.report(reasons);
      return reasons;
    } catch (error) {
      if (!signal.aborted && !this.session.aborted) {
        const isLost = this.#absence.goesOn();
        this.report([isLost ? reasonOf(error) : "not-responding"]);
      }
      throw error;
    }
  }

  async #prepared(signal: AbortSignal): Promise<Drawing> {
    const { options, clock, folder } = this.#surroundings;
    const way = options.by === "auto" ? (options.prints === "card" ? "gdi" : "viewer") : options.by;
    if (way === "gdi" && options.prints === "sheet")
      throw new TitianError("DEVICE_DRIVER_MISSING", { details: { reason: "gdi-draws-no-pdf" } });
    const { pollMs } = options;
    const drawing =
      way === "gdi"
        ? this.#parts.gdi(clock)
        : new ViewerDrawing({ spooler: this.spooler(), clock, folder, command: options, pollMs });
    await drawing.prepare(signal);
    return drawing;
  }

  async #ask(signal: AbortSignal): Promise<SpoolerPrinter> {
    const { printer: name } = this.#surroundings.options;
    const printer = await this.spooler().printer(name, signal);
    if (!printer) throw new TitianError("DEVICE_NOT_CONNECTED", { details: { reason: "unknown-printer" } });
    return printer;
  }

  #read(printer: SpoolerPrinter): readonly HealthReason[] {
    const { reasons, words } = readPrinter(printer, this.#surroundings.options.prints);
    this.#model = printer.driverName || this.#model;
    this.describe({
      address: printer.portName,
      words: words.slice(0, WORDS.most).map((word) => word.slice(0, WORDS.longest)),
    });
    return reasons;
  }

  async #watch(session: AbortSignal): Promise<void> {
    while (!session.aborted) {
      await this.clock.sleep(this.#surroundings.options.watchMs, session).catch(() => undefined);
      // A job in print is looked at more often than this anyway.
      if (session.aborted || this.#jobs.isPrinting) continue;
      await this.look(session).catch(() => undefined);
    }
  }

  #opened<T>(part: T | undefined): T {
    if (part === undefined) throw new TitianError("DEVICE_NOT_CONNECTED");
    return part;
  }
}

async function sidesOf(
  { png, pdf, backPng, bothSidesPdf }: Omit<CardImage, "jobName">,
  isDuplex: boolean,
): Promise<Omit<CardImage, "jobName">> {
  return isDuplex && backPng && bothSidesPdf ? { png, backPng, pdf: await bothSidesPdf() } : { png, pdf };
}

function reasonOf(error: unknown): HealthReason {
  if (!(error instanceof TitianError)) return "not-connected";
  if (error.code === "DEVICE_NOT_PERMITTED") return "not-permitted";
  if (error.code === "DEVICE_DRIVER_MISSING") return "driver-missing";
  return error.code === "DEVICE_TIMEOUT" ? "not-responding" : "not-connected";
}

const WINDOWS: WindowsParts = { openSpooler, gdi: (clock) => new GdiDrawing(clock) };

export default (surroundings: DriverSurroundings<WindowsPrinterOptions>): WindowsPrinter =>
  new WindowsPrinter(surroundings, WINDOWS);
