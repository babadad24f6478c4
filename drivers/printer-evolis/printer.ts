import {
  BaseDevice,
  type Capabilities,
  type CardPrinter,
  type DriverSurroundings,
  type HealthReason,
  type JobTracker,
  Silence,
  type Supply,
  type SupplyGauge,
} from "../../src/devices/index.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import type { CardTimes } from "./follow-card.ts";
import { JobBook } from "./job-book.ts";
import { PrintCards, type PrinterView } from "./print-cards.ts";
import { type PrinterReading, readState } from "./printer-state.ts";
import { Question } from "./question.ts";
import { tidy } from "./reply.ts";
import { EvolisService } from "./service.ts";
import type { CardSettings } from "./settings.ts";
import { type GaugeOptions, readSupplies } from "./supplies.ts";

interface Options extends CardTimes, CardSettings, GaugeOptions {
  readonly device: string;
  readonly host: string;
  readonly port: number;
  readonly supervise: boolean;
  readonly picture: "bmp" | "png";
  readonly watchMs: number;
  readonly callWithinMs: number;
}

const DUPLEX = { sides: 2 } as const;

/** An Evolis printer behind its maker's service. */
class EvolisPrinter extends BaseDevice implements PrinterView {
  readonly #options: Options;
  readonly #service: EvolisService;
  readonly #question: Question;
  readonly #cards: PrintCards;
  readonly #line: Silence;
  /** Aborted while the device is closed. */
  #session = new AbortController();
  #model: string;
  #isIdentified = false;
  /** Of whatever job, ours or another program's. */
  #isBusy = false;
  #supplies: readonly Supply[] = [];

  constructor({ id, clock, log, options, folder }: DriverSurroundings<Options>) {
    super(id, clock);
    this.#options = options;
    this.#model = options.device;
    this.#line = new Silence(clock, options.lostAfterMs);
    const { host, port, device, callWithinMs } = options;
    const service = new EvolisService({ place: { host, port }, device, clock, callWithinMs });
    this.#service = service;
    this.#question = new Question({
      ...{ service, clock },
      changed: () => this.events.emit("questionChanged", {}),
      answered: (action) => this.#cards.answered(action),
    });
    const [printer, question, book] = [this, this.#question, new JobBook(folder)];
    this.#cards = new PrintCards({ service, printer, question, book, options, clock, log });
    this.#session.abort(new TitianError("DEVICE_NOT_CONNECTED"));
  }

  readonly #printer: CardPrinter = {
    print: (card, spooled, signal) => this.#cards.print(card, spooled, signal),
  };
  readonly #jobs: JobTracker = { outcome: (reference) => this.#cards.outcome(reference) };
  readonly #gauge: SupplyGauge = { levels: (signal) => this.#levels(signal) };

  protected get abilities(): Partial<Capabilities> {
    const always = {
      "card-printer": this.#printer,
      ...(this.#options.duplex === "SIMPLEX" ? {} : { "card-printer.duplex": DUPLEX }),
      "card-printer.jobs": this.#jobs,
      "card-printer.question": this.#question,
    };
    return this.#supplies.length > 0 ? { ...always, supplies: this.#gauge } : always;
  }

  get model(): string {
    return this.#model;
  }

  get session(): AbortSignal {
    return this.#session.signal;
  }

  async open(signal: AbortSignal): Promise<void> {
    let reading = await this.#ask(signal);
    if (reading.reasons.includes("not-supervised") && this.#options.supervise) {
      await this.#service.supervise(signal);
      reading = await this.#ask(signal);
    }
    if (reading.reasons.includes("not-connected")) throw new TitianError("DEVICE_NOT_CONNECTED");
    this.#isIdentified = false;
    await this.#identifyOnce(reading, signal);
    if (this.#session.signal.aborted) {
      this.#session = new AbortController();
      // It ends with the session and answers for its own errors.
      void this.#watch(this.#session.signal);
    }
    this.#show(reading);
  }

  async close(): Promise<void> {
    this.#session.abort(new TitianError("DEVICE_NOT_CONNECTED"));
    this.#question.heard(undefined);
    this.report(["not-connected"]);
  }

  async look(signal: AbortSignal): Promise<PrinterReading> {
    const reading = await this.#ask(signal);
    if (!this.#session.signal.aborted) this.#show(reading);
    return reading;
  }

  lineFailed(error: unknown): "silent" | "lost" {
    const isLost = this.#line.goesOn();
    if (isLost) this.#question.heard(undefined);
    if (!this.#session.signal.aborted) this.report([reasonOf(error, isLost)]);
    return isLost ? "lost" : "silent";
  }

  async #ask(signal: AbortSignal): Promise<PrinterReading> {
    const reading = readState(await this.#service.state(signal));
    this.#question.heard(await this.#service.event(signal));
    return reading;
  }

  #show({ reasons, unknown, activity }: PrinterReading): void {
    this.#isBusy = activity === "busy";
    this.#line.broken();
    this.describe({ ...this.about, words: unknown });
    this.report([...reasons, ...this.#question.reasons]);
  }

  async #watch(session: AbortSignal): Promise<void> {
    while (!session.aborted) {
      await this.clock.sleep(this.#options.watchMs, session).catch(() => undefined);
      // A card in print is looked at more often than this anyway.
      if (session.aborted || this.#cards.isPrinting) continue;
      try {
        await this.#identifyOnce(await this.look(session), session);
      } catch (error) {
        if (!session.aborted) this.lineFailed(error);
      }
    }
  }

  /** The printer's own language is spoken to a printer at rest only: nothing may come between the panels of a card. */
  async #identifyOnce({ activity }: PrinterReading, signal: AbortSignal): Promise<void> {
    if (this.#isIdentified || activity === "busy" || this.#question.pending) return;
    const ask = (command: string) => this.#service.command(command, signal);
    this.#model = tidy(await ask("Rtp")) ?? this.#options.device;
    const [serial, firmware] = [tidy(await ask("Rsn")), tidy(await ask("Rfv"))];
    this.#supplies = await readSupplies(ask, this.#options);
    const { host, port } = this.#options;
    this.describe({
      ...this.about,
      address: `${host}:${port}`,
      ...(serial ? { serial } : {}),
      ...(firmware ? { firmware } : {}),
    });
    this.#isIdentified = true;
  }

  /** As of before the card while one is in print. */
  async #levels(caller: AbortSignal): Promise<readonly Supply[]> {
    const signal = AbortSignal.any([caller, this.#session.signal]);
    signal.throwIfAborted();
    if (this.#cards.isPrinting || this.#isBusy || this.#question.pending) return this.#supplies;
    const read = await readSupplies((command) => this.#service.command(command, signal), this.#options);
    if (read.length > 0) this.#supplies = read;
    return read;
  }
}

function reasonOf(error: unknown, isLost: boolean): HealthReason {
  const isGone = error instanceof TitianError && error.code === "DEVICE_NOT_CONNECTED";
  // Somebody who takes the call and says nothing of use is still there: the watch goes on asking.
  return isLost && isGone ? "not-connected" : "not-responding";
}

export default (surroundings: DriverSurroundings<Options>): EvolisPrinter => new EvolisPrinter(surroundings);
