import path from "node:path";
import {
  BaseDevice,
  type Capabilities,
  type CardPrinter,
  type DriverSurroundings,
  type HealthReason,
  type JobTracker,
  type SheetPrinter,
  Silence,
  type SupplyGauge,
  type UsbInventory,
} from "../../src/devices/index.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import { type CardOptions, cardDocument } from "./card-document.ts";
import { firstMet, signedByAuthority } from "./certificate.ts";
import { usbBehind } from "./identity.ts";
import { IppClient } from "./ipp-client.ts";
import { type JobTimes, type PrinterView, PrintJobs } from "./print-jobs.ts";
import { type PrinterReading, readPrinter } from "./printer-state.ts";
import { isSuccess } from "./refusal.ts";
import { type SheetOptions, sheetDocument } from "./sheet-document.ts";
import type { Matter } from "./state-words.ts";
import { wasSilent } from "./was-silent.ts";

interface Options extends CardOptions, SheetOptions, JobTimes {
  readonly uri: string;
  readonly prints: Matter;
  readonly certificate: "pin" | "system";
  readonly lowAtPercent: number;
  readonly watchMs: number;
}

/** Of a printer met at an `ipps:` address; deleting it lets a new printer be met. */
const CERTIFICATE_FILE = "certificate.sha256";

const DUPLEX = { sides: 2 } as const;

/** A printer or a print queue that speaks IPP. */
class IppPrinter extends BaseDevice implements PrinterView {
  readonly #options: Options;
  readonly #client: IppClient;
  readonly #line: Silence;
  readonly #usb: UsbInventory;
  readonly #jobs: PrintJobs;
  /** Aborted while the device is closed. */
  #session = new AbortController();
  #model = "IPP printer";
  #canMeasure = false;

  constructor({ id, clock, log, options, folder, usb }: DriverSurroundings<Options>) {
    super(id, clock);
    this.#options = options;
    const isPinned = options.certificate === "pin";
    const certificate = isPinned ? firstMet(path.join(folder, CERTIFICATE_FILE)) : signedByAuthority;
    this.#client = new IppClient(options.uri, clock, certificate);
    this.#line = new Silence(clock, options.lostAfterMs);
    this.#usb = usb;
    this.#session.abort(new TitianError("DEVICE_NOT_CONNECTED"));
    this.#jobs = new PrintJobs({ client: this.#client, clock, log, printer: this, times: options });
  }

  readonly #cards: CardPrinter = {
    print: (card, spooled, signal) =>
      this.#jobs.print((printer) => cardDocument(card, printer, this.#options), spooled, signal),
  };
  readonly #sheets: SheetPrinter = {
    print: (sheet, spooled, signal) =>
      this.#jobs.print((printer) => sheetDocument(sheet, printer, this.#options), spooled, signal),
  };
  readonly #tracker: JobTracker = {
    outcome: (reference, signal) => this.#jobs.outcome(reference, signal),
  };
  readonly #gauge: SupplyGauge = {
    levels: async (signal) => (await this.look(AbortSignal.any([signal, this.#session.signal]))).supplies,
  };

  protected get abilities(): Partial<Capabilities> {
    const { prints, sides } = this.#options;
    const work =
      prints === "card"
        ? {
            "card-printer": this.#cards,
            "card-printer.jobs": this.#tracker,
            ...(sides === "one-sided" ? {} : { "card-printer.duplex": DUPLEX }),
          }
        : { "sheet-printer": this.#sheets, "sheet-printer.jobs": this.#tracker };
    return this.#canMeasure ? { ...work, supplies: this.#gauge } : work;
  }

  get model(): string {
    return this.#model;
  }

  get session(): AbortSignal {
    return this.#session.signal;
  }

  async open(signal: AbortSignal): Promise<void> {
    const reading = await this.#ask(signal);
    await this.#describe(reading, signal);
    this.#line.broken();
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

  async #describe({ identity, unknown }: PrinterReading, signal: AbortSignal): Promise<void> {
    const { model, serial, firmware, deviceUri } = identity;
    this.#model = model ?? this.#model;
    const isOnUsb = deviceUri?.startsWith("usb:") ?? false;
    // Where USB cannot be listed, the printer is no worse for it.
    const plugged = isOnUsb ? await this.#usb.list(signal).catch(() => []) : [];
    const usb = usbBehind(deviceUri, plugged);
    const ownSerial = serial ?? usb?.serial;
    this.describe({
      address: this.#options.uri,
      ...(ownSerial ? { serial: ownSerial } : {}),
      ...(firmware ? { firmware } : {}),
      ...(usb ? { usb } : {}),
      words: unknown,
    });
  }

  async #watch(session: AbortSignal): Promise<void> {
    while (!session.aborted) {
      await this.clock.sleep(this.#options.watchMs, session).catch(() => undefined);
      // A job in print is looked at more often than this anyway.
      if (session.aborted || this.#jobs.isPrinting) continue;
      await this.look(session).catch(() => undefined);
    }
  }

  async look(signal: AbortSignal): Promise<PrinterReading> {
    try {
      const reading = await this.#ask(signal);
      this.#line.broken();
      if (!this.#session.signal.aborted) this.report(reading.reasons);
      this.describe({ ...this.about, words: reading.unknown });
      return reading;
    } catch (error) {
      if (!signal.aborted) this.lineFailed(error);
      throw error;
    }
  }

  async #ask(signal: AbortSignal): Promise<PrinterReading> {
    const answer = await this.#client.printer(signal).catch((error: unknown) => {
      this.#repeat(error);
      throw error;
    });
    const [attributes] = answer.printers;
    if (!isSuccess(answer.status) || !attributes) {
      throw new TitianError("DEVICE_NOT_CONNECTED", { details: { ippStatus: answer.status } });
    }
    const reading = readPrinter(attributes, this.#options.prints, this.#options.lowAtPercent);
    // A queue learns of levels from its first job.
    this.#canMeasure ||= reading.supplies.some(({ percent }) => percent !== undefined);
    return reading;
  }

  /** What is wrong with the certificate, for the technician. */
  #repeat(error: unknown): void {
    const { reason } = error instanceof TitianError ? error.details : {};
    if (typeof reason === "string") this.describe({ ...this.about, words: [reason] });
  }

  lineFailed(error: unknown): "silent" | "lost" {
    const line = this.#line.goesOn() ? "lost" : "silent";
    if (!this.#session.signal.aborted) this.report([reasonOf(error, line)]);
    return line;
  }
}

function reasonOf(error: unknown, line: "silent" | "lost"): HealthReason {
  if (error instanceof TitianError && error.code === "DEVICE_NOT_PERMITTED") return "not-permitted";
  // Somebody who takes the call and says nothing is still there: the watch goes on asking.
  return line === "lost" && !wasSilent(error) ? "not-connected" : "not-responding";
}

export default (surroundings: DriverSurroundings<Options>): IppPrinter => new IppPrinter(surroundings);
