import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import {
  type CardImage,
  type CardPrinter,
  type DriverSurroundings,
  type HealthReason,
  type PrintOutcome,
  type Supply,
  untilAborted,
} from "../../src/devices/index.ts";
import { type ErrorCode, TitianError } from "../../src/kernel/errors.ts";
import {
  CARD_PRINTER_FAULTS,
  CARD_PRINTER_REASONS,
  type CardPrinterFault,
  STOPS_A_CARD,
} from "./card-printer-faults.ts";
import { JobBook } from "./job-book.ts";
import { Tray } from "./output-tray.ts";
import { SimulatedDevice } from "./simulated-device.ts";
import { Supplies } from "./supplies.ts";

interface Options {
  readonly printMs: number;
  readonly feederCards: number;
  readonly ribbonCards: number;
}

const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** "Prints" the card's picture, untouched, into its folder, and keeps a book of what it did. */
class SimulatedCardPrinter extends SimulatedDevice<CardPrinterFault> {
  readonly model = "Simulated card printer";
  readonly #folder: string;
  readonly #printMs: number;
  readonly #supplies: Supplies;
  readonly #book: JobBook;
  /** The card under the head: aborted with what stops it. */
  #head: AbortController | undefined;
  #reference: string | undefined;
  readonly #tray = new Tray();

  constructor(surroundings: DriverSurroundings<Options>) {
    super(surroundings, CARD_PRINTER_REASONS);
    this.#folder = surroundings.folder;
    this.#printMs = surroundings.options.printMs;
    this.#supplies = new Supplies(surroundings.options);
    this.#book = new JobBook(surroundings.folder);
  }

  protected readonly skills = {
    "card-printer": { print: (...call: Parameters<CardPrinter["print"]>) => this.#print(...call) },
    "card-printer.jobs": { outcome: (reference: string) => this.#outcome(reference) },
    supplies: { levels: () => this.#levels() },
    "simulation.tray": this.#tray,
  };

  protected override ownReasons(): readonly HealthReason[] {
    return this.#supplies.reasons;
  }

  protected override faultsChanged(): void {
    const stops = Object.entries(STOPS_A_CARD).find(([fault]) => this.has(fault as CardPrinterFault));
    if (stops) this.#head?.abort(this.#failure(stops[1]));
    const isWell = CARD_PRINTER_FAULTS.every((fault) => !this.has(fault));
    // Whoever mends the printer also fills it.
    if (isWell) this.#supplies.refill();
  }

  async #print(
    { jobName, png }: CardImage,
    spooled: (reference: string) => void,
    signal: AbortSignal,
  ): Promise<void> {
    signal.throwIfAborted();
    this.#refuseUnlessReady(png);
    const head = new AbortController();
    const reference = `sim-${randomUUID()}`;
    this.#head = head;
    this.#reference = reference;
    // The metal knows nothing of a caller who went away: once taken, a card is printed to its end.
    const card = this.#run(jobName, reference, png, head.signal, () => spooled(reference)).finally(() => {
      this.#head = undefined;
      this.#reference = undefined;
    });
    await untilAborted(card, signal);
  }

  async #run(
    jobName: string,
    reference: string,
    png: Uint8Array,
    head: AbortSignal,
    taken: () => void,
  ): Promise<void> {
    const note = (outcome: Exclude<PrintOutcome, "cancelled">, file?: string): Promise<void> =>
      this.#book.write({ reference, outcome, jobName, at: this.clock.now(), ...(file ? { file } : {}) });
    await note("pending");
    taken();
    try {
      this.#supplies.takeOne();
      this.refresh();
      await this.work(this.#printMs, head);
      if (this.has("vanished-job")) throw this.#failure("PRINTER_JOB_VANISHED");
      const file = `${reference}.png`;
      await writeFile(path.join(this.#folder, file), png);
      this.#tray.put(path.join(this.#folder, file));
      await note("completed", file);
    } catch (error) {
      await note(this.has("vanished-job") ? "vanished" : "aborted");
      throw error;
    }
  }

  /** Before this returns no card has moved, so every refusal here is one that used no ink. */
  #refuseUnlessReady(png: Uint8Array): void {
    const [trouble] = this.health.level === "down" ? this.health.reasons : [];
    if (trouble) throw this.#refusal(trouble);
    if (this.#head) throw this.#refusal("busy");
    const isPng = PNG_SIGNATURE.equals(png.subarray(0, PNG_SIGNATURE.length));
    if (!isPng) throw this.#refusal("format");
  }

  async #outcome(reference: string): Promise<PrintOutcome> {
    const written = await this.#book.read(reference);
    const isUnderTheHead = this.#reference === reference;
    // A printer that lost its power over a card does not know afterwards what became of it.
    return written === "pending" && !isUnderTheHead ? "vanished" : (written ?? "vanished");
  }

  async #levels(): Promise<readonly Supply[]> {
    if (!this.isConnected) throw this.notConnected();
    return this.#supplies.levels({ cards: this.has("out-of-cards"), ribbon: this.has("ribbon-end") });
  }

  #refusal(reason: HealthReason | "busy" | "format"): TitianError {
    return new TitianError("PRINTER_REFUSED", { details: { device: this.id, reason } });
  }

  #failure(code: ErrorCode): TitianError {
    return new TitianError(code, { details: { device: this.id } });
  }
}

export default (surroundings: DriverSurroundings<Options>): SimulatedCardPrinter =>
  new SimulatedCardPrinter(surroundings);
