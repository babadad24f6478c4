import type { HealthReason } from "../../src/devices/index.ts";
import { type Clock, withBudget } from "../../src/kernel/clock.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import { readPrinter } from "../winspool/printer-status.ts";
import type { Spooler, SpoolerJob, SpoolerPrinter } from "../winspool/spooler.ts";
import type { Transport } from "./transport.ts";

const POLL_MS = 250;
const CANCEL_WITHIN_MS = 2_000;
/** Shown in the printer's queue. */
const DOCUMENT_NAME = "Titian";

/** JOB_STATUS_PRINTED, _DELETED and _COMPLETE of winspool.h. */
const JOB_IS_OVER = 0x80 | 0x100 | 0x1000;

/** A queue of the Windows spooler, which hands the bytes on as they are. Nothing comes back from the printer itself. */
class SpoolerTransport implements Transport {
  readonly answers = undefined;
  /** Two documents in a queue may have another program's between them: a job is written in one piece. */
  readonly pieceBytes = Number.POSITIVE_INFINITY;
  readonly about;
  readonly model: string;
  readonly #spooler: Spooler;
  readonly #name: string;
  readonly #clock: Clock;

  constructor(spooler: Spooler, printer: SpoolerPrinter, clock: Clock) {
    this.#spooler = spooler;
    this.#name = printer.name;
    this.#clock = clock;
    this.about = { address: printer.portName.slice(0, 60) };
    this.model = printer.driverName;
  }

  /** Resolves when the job has left the queue: what waits there for a cable would come out when nobody expects it. */
  async write(bytes: Uint8Array, signal: AbortSignal): Promise<void> {
    const id = await this.#spooler.sendRaw(this.#name, DOCUMENT_NAME, bytes, signal);
    try {
      while (!isOver(await this.#spooler.job(this.#name, id, signal))) {
        await this.#clock.sleep(POLL_MS, signal);
      }
    } catch (error) {
      await this.#takeBack(id);
      throw error;
    }
  }

  async #takeBack(id: number): Promise<void> {
    using budget = withBudget(this.#clock, CANCEL_WITHIN_MS, new AbortController().signal, () => undefined);
    // It may have left the queue in this moment.
    await this.#spooler.cancel(this.#name, id, budget.signal).catch(() => undefined);
  }

  async check(signal: AbortSignal): Promise<readonly HealthReason[]> {
    return reasonsOf(await presentPrinter(this.#spooler, this.#name, signal));
  }

  release(): Promise<"open"> {
    return Promise.resolve("open");
  }

  /** Nothing is held open. */
  async discard(): Promise<void> {}
}

/** A roll is paper to the spooler, as a sheet is. */
const reasonsOf = (printer: SpoolerPrinter): readonly HealthReason[] => readPrinter(printer, "sheet").reasons;

function isOver(job: SpoolerJob | undefined): boolean {
  return job === undefined || (job.status & JOB_IS_OVER) !== 0;
}

async function presentPrinter(spooler: Spooler, name: string, signal: AbortSignal): Promise<SpoolerPrinter> {
  const printer = await spooler.printer(name, signal);
  if (!printer || reasonsOf(printer).includes("not-connected")) throw new TitianError("DEVICE_NOT_CONNECTED");
  return printer;
}

export async function openSpoolerQueue(
  spooler: Spooler,
  name: string,
  clock: Clock,
  signal: AbortSignal,
): Promise<Transport> {
  return new SpoolerTransport(spooler, await presentPrinter(spooler, name, signal), clock);
}
