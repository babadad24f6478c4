import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import {
  type DriverSurroundings,
  type HealthReason,
  type JobTracker,
  type PrintOutcome,
  type SupplyGauge,
  untilAborted,
} from "../../src/devices/index.ts";
import { type ErrorCode, TitianError } from "../../src/kernel/errors.ts";
import { JobBook } from "./job-book.ts";
import { Tray } from "./output-tray.ts";
import { SimulatedDevice } from "./simulated-device.ts";
import type { Stock } from "./stock.ts";

interface Faults<Fault extends string> {
  readonly reasons: Readonly<Record<Fault | CommonFault, HealthReason | undefined>>;
  /** What stops a card or a sheet that is already under the head. */
  readonly stops: Readonly<Partial<Record<Fault, ErrorCode>>>;
}
type CommonFault = "unplug" | "slow" | "vanished-job";

export interface Printout {
  readonly jobName: string;
  readonly bytes: Uint8Array;
  /** Of a card that was turned over. */
  readonly back?: Uint8Array | undefined;
  readonly extension: "png" | "pdf";
  /** Takes and moves what it needs; resolves when the last piece is out. */
  readonly pass: (head: AbortSignal) => Promise<void>;
}

interface Running {
  readonly reference: string;
  /** Aborted with what stops it. */
  readonly head: AbortController;
}

/** "Prints" by putting the very bytes into its folder, and keeps a book of what it did. */
export abstract class SimulatedPrinter<Fault extends string> extends SimulatedDevice<Fault | CommonFault> {
  protected abstract readonly stocks: readonly Stock[];
  protected readonly tray = new Tray();
  readonly #folder: string;
  readonly #stops: Readonly<Partial<Record<Fault, ErrorCode>>>;
  readonly #book: JobBook;
  #running: Running | undefined;

  constructor(surroundings: DriverSurroundings<unknown>, { reasons, stops }: Faults<Fault>) {
    super(surroundings, reasons);
    this.#folder = surroundings.folder;
    this.#stops = stops;
    this.#book = new JobBook(surroundings.folder);
  }

  protected readonly jobs: JobTracker = { outcome: (reference) => this.#outcome(reference) };

  protected readonly gauge: SupplyGauge = {
    levels: async () => {
      if (!this.isConnected) throw this.notConnected();
      return this.stocks.map((stock) => stock.level(this.isTakenAway(stock)));
    },
  };

  /** Whether a fault has emptied it. */
  protected abstract isTakenAway(stock: Stock): boolean;

  protected override ownReasons(): readonly HealthReason[] {
    return this.stocks.flatMap((stock) => stock.reasons);
  }

  protected override faultsChanged(): void {
    const stops: [string, unknown][] = Object.entries(this.#stops);
    const [, code] = stops.find(([fault]) => this.has(fault as Fault)) ?? [];
    if (code) this.#running?.head.abort(this.failure(code as ErrorCode));
    // Whoever mends the printer also fills it.
    if (this.isWell) for (const stock of this.stocks) stock.refill();
  }

  /** Before it has called `spooled` nothing has moved, so every refusal here is one that used no ink. */
  protected async printOut(
    printout: Printout,
    spooled: (reference: string) => void,
    signal: AbortSignal,
  ): Promise<void> {
    signal.throwIfAborted();
    const [trouble] = this.health.level === "down" ? this.health.reasons : [];
    if (trouble) throw this.refusal(trouble);
    if (this.#running) throw this.refusal("busy");
    const running = { reference: `sim-${randomUUID()}`, head: new AbortController() };
    this.#running = running;
    // The metal knows nothing of a caller who went away: once taken, a job is printed to its end.
    const work = this.#run(printout, running, spooled).finally(() => {
      this.#running = undefined;
    });
    await untilAborted(work, signal);
  }

  protected takeFrom(stocks: readonly Stock[]): void {
    for (const stock of stocks) stock.takeOne();
    this.refresh();
  }

  protected refusal(reason: HealthReason | "busy" | "format"): TitianError {
    return new TitianError("PRINTER_REFUSED", { details: { device: this.id, reason } });
  }

  protected failure(code: ErrorCode): TitianError {
    return new TitianError(code, { details: { device: this.id } });
  }

  async #run(
    { jobName, bytes, back, extension, pass }: Printout,
    { reference, head }: Running,
    spooled: (reference: string) => void,
  ): Promise<void> {
    const note = (outcome: Exclude<PrintOutcome, "cancelled">, file?: string): Promise<void> =>
      this.#book.write({ reference, outcome, jobName, at: this.clock.now(), ...(file ? { file } : {}) });
    await note("pending");
    spooled(reference);
    try {
      await pass(head.signal);
      if (this.has("vanished-job")) throw this.failure("PRINTER_JOB_VANISHED");
      const file = `${reference}.${extension}`;
      const backFile = back && path.join(this.#folder, `${reference}-back.${extension}`);
      await writeFile(path.join(this.#folder, file), bytes);
      if (back && backFile) await writeFile(backFile, back);
      this.tray.put(path.join(this.#folder, file), backFile);
      await note("completed", file);
    } catch (error) {
      await note(this.has("vanished-job") ? "vanished" : "aborted");
      throw error;
    }
  }

  async #outcome(reference: string): Promise<PrintOutcome> {
    const written = await this.#book.read(reference);
    const isUnderTheHead = this.#running?.reference === reference;
    // A printer that lost its power over a job does not know afterwards what became of it.
    return written === "pending" && !isUnderTheHead ? "vanished" : (written ?? "vanished");
  }
}
