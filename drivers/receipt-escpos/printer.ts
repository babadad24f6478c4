import {
  type About,
  BaseDevice,
  type Capabilities,
  type DriverSurroundings,
  type HealthReason,
  type ReceiptLine,
  untilAborted,
} from "../../src/devices/index.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import type { Logger } from "../../src/kernel/log.ts";
import { afterTornJob } from "../escpos/after-torn-job.ts";
import { encodeReceipt, type Paper } from "../escpos/encode-receipt.ts";
import type { Cutter } from "../escpos/paper.ts";
import { askIdentity } from "./ask.ts";
import { Connection } from "./connection.ts";
import type { Roads } from "./roads.ts";
import { Supervision } from "./supervision.ts";
import type { Transport } from "./transport.ts";
import { reasonOf, troubleOf } from "./trouble.ts";
import { Turns } from "./turns.ts";
import { writeJob } from "./write-job.ts";

export interface PrinterOptions extends Paper {
  readonly cutter: Cutter;
  readonly writeWithinMs: number;
  readonly watchMs: number;
}

/** As the capability promises. */
const MOST_BYTES = 12 * 1_024 * 1_024;

/** A printer that speaks ESC/POS, whichever road its bytes travel. */
export class EscPosPrinter extends BaseDevice {
  readonly #options: PrinterOptions;
  readonly #log: Logger;
  readonly #connection: Connection;
  readonly #supervision: Supervision;
  readonly #turns = new Turns();
  /** Aborted while the device is closed. */
  #session = new AbortController();
  /** The last job broke off after its first byte. */
  #isTorn = false;
  /** The last job was given up, and a printer that cannot be asked has taken none since. */
  #isStuck = false;
  #model = "ESC/POS printer";
  #identity: Pick<About, "serial" | "firmware"> = {};

  constructor(
    { id, clock, log, options }: Omit<DriverSurroundings<PrinterOptions>, "folder" | "usb">,
    roads: Pick<Roads, "open">,
  ) {
    super(id, clock);
    this.#options = options;
    this.#log = log;
    this.#connection = new Connection({
      open: (signal) => roads.open(signal, (about) => this.describe(about)),
    });
    this.#supervision = new Supervision(clock);
    this.#session.abort(new TitianError("DEVICE_NOT_CONNECTED"));
  }

  get model(): string {
    return this.#model;
  }

  protected get abilities(): Partial<Capabilities> {
    const { roll } = this.#supervision;
    return roll ? { ...this.#printing, supplies: { levels: async () => [roll] } } : this.#printing;
  }

  readonly #printing = {
    "receipt-printer": {
      print: async (lines: readonly ReceiptLine[], signal: AbortSignal) =>
        this.#queue(encodeReceipt(lines, this.#options), signal),
    },
    "raw-printer": {
      send: async (bytes: Uint8Array, signal: AbortSignal) => {
        if (bytes.length > MOST_BYTES)
          throw new TitianError("BAD_REQUEST", { details: { bytes: bytes.length } });
        return this.#queue(bytes, signal);
      },
    },
  };

  async open(signal: AbortSignal): Promise<void> {
    await this.close();
    signal.throwIfAborted();
    const session = new AbortController();
    this.#session = session;
    const opening = AbortSignal.any([signal, session.signal]);
    try {
      await this.#turns.take(() => this.#meet(opening));
    } catch (error) {
      session.abort(new TitianError("DEVICE_NOT_CONNECTED"));
      throw error;
    }
    // It ends with the session and answers for its own errors.
    void this.#watch(session.signal);
  }

  async close(): Promise<void> {
    this.#session.abort(new TitianError("DEVICE_NOT_CONNECTED"));
    this.report(["not-connected"]);
    await this.#connection.close();
  }

  /** Another printer may sit at the same place since last time. */
  async #meet(signal: AbortSignal): Promise<void> {
    this.#supervision.forget();
    this.#isStuck = false;
    await this.#connection.visit(async (transport) => {
      this.#model = transport.model?.slice(0, 100) ?? this.#model;
      this.#identity = {};
      const reasons = await this.#look(transport, signal);
      if (this.#supervision.isFull && !troubleOf(reasons)) await this.#askIdentity(transport, signal);
    }, signal);
  }

  async #askIdentity(transport: Transport, signal: AbortSignal): Promise<void> {
    const ask = (letter: "A" | "C" | "D") => askIdentity(transport, letter, this.clock, signal);
    const model = await ask("C");
    if (model === undefined) return;
    this.#model = model;
    const [firmware, serial] = [await ask("A"), await ask("D")];
    this.#identity = { ...(firmware && { firmware }), ...(serial && { serial }) };
    this.describe({ ...this.about, ...this.#identity });
  }

  #queue(job: Uint8Array, signal: AbortSignal): Promise<void> {
    // A caller who stops waiting does not tear a ticket in half: it runs on to its end or its own budget.
    return untilAborted(
      this.#turns.take(() => this.#print(job, signal)),
      signal,
    );
  }

  async #print(job: Uint8Array, signal: AbortSignal): Promise<void> {
    const session = this.#session.signal;
    const beginning = AbortSignal.any([signal, session]);
    beginning.throwIfAborted();
    const trouble = await this.#connection
      .visit(async (transport) => {
        const before = troubleOf(await this.#look(transport, beginning));
        return before ?? (await this.#write(transport, job, session));
      }, beginning)
      .catch((error: unknown) => this.#failed(error, session));
    if (trouble) throw trouble;
  }

  /** Resolves with what went wrong behind the last byte. From the first byte on nothing is ever sent again. */
  async #write(
    transport: Transport,
    job: Uint8Array,
    session: AbortSignal,
  ): Promise<TitianError | undefined> {
    const { cutter, writeWithinMs: withinMs } = this.#options;
    const budget = { clock: this.clock, withinMs };
    const wasTorn = this.#isTorn;
    this.#isTorn = true;
    if (wasTorn) await writeJob(transport, afterTornJob(cutter), budget, session);
    await writeJob(transport, job, budget, session);
    await this.#supervision.confirm(transport, withinMs, session);
    this.#isTorn = false;
    this.#isStuck = false;
    const after = troubleOf(await this.#look(transport, session));
    // It has the whole job, and may print it once the paper is in.
    return after && new TitianError("PRINTER_STUCK", { cause: after });
  }

  async #watch(session: AbortSignal): Promise<void> {
    while (!session.aborted) {
      await this.clock.sleep(this.#options.watchMs, session).catch(() => undefined);
      if (session.aborted || this.#turns.isBusy) continue;
      await this.#turns
        .take(() => this.#connection.visit((transport) => this.#look(transport, session), session))
        .catch((error: unknown) => this.#failed(error, session))
        .catch(() => undefined);
    }
  }

  /** One look at the printer: health follows. */
  async #look(transport: Transport, signal: AbortSignal): Promise<readonly HealthReason[]> {
    const road = await transport.check(signal);
    const { reasons, words } = await this.#supervision.look(transport, signal);
    signal.throwIfAborted();
    this.describe({ ...transport.about, ...this.#identity, words });
    const found = [...road, ...reasons];
    const stays = this.#isStuck && !this.#supervision.isSupervised;
    this.report(stays ? [...found, "not-responding"] : found);
    return found;
  }

  #failed(error: unknown, session: AbortSignal): never {
    const reason = reasonOf(error);
    if (reason && !session.aborted) {
      this.#isStuck = error instanceof TitianError && error.code === "PRINTER_STUCK";
      this.#log.debug("receipt printer does not go on", { reason, error });
      this.report([reason]);
    }
    throw error;
  }
}
