import {
  type CardImage,
  type Health,
  type PrinterAction,
  type PrintOutcome,
  untilAborted,
} from "../../src/devices/index.ts";
import type { Clock } from "../../src/kernel/clock.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import type { Logger } from "../../src/kernel/log.ts";
import { cardPixels, encodeBmp } from "./bitmap.ts";
import { type CardTimes, type Ending, followCard } from "./follow-card.ts";
import type { JobBook, SeenOutcome } from "./job-book.ts";
import type { PrinterReading } from "./printer-state.ts";
import type { Question } from "./question.ts";
import { refused, refusedFor } from "./refusal.ts";
import type { EvolisService } from "./service.ts";
import { type CardSettings, printSettings, ribbonNamed } from "./settings.ts";

/** The printer as its cards see it. */
export interface PrinterView {
  readonly health: Health;
  /** Aborted while the device is closed. */
  readonly session: AbortSignal;
  look(signal: AbortSignal): Promise<PrinterReading>;
  lineFailed(error: unknown): "silent" | "lost";
}

interface Dependencies {
  readonly service: EvolisService;
  readonly printer: PrinterView;
  readonly question: Question;
  readonly book: JobBook;
  readonly options: CardTimes & CardSettings & { readonly picture: "bmp" | "png" };
  readonly clock: Clock;
  readonly log: Logger;
}

/** The service's session ids: opaque, and part of a reference that must stay printable. */
const SESSION_ID = /^[!-9;-~]{1,80}$/;

interface Sides {
  readonly front: Uint8Array;
  readonly back: Uint8Array | undefined;
}

/** One card at a time, from the question whether the printer would to the last look at it. */
export class PrintCards {
  readonly #with: Dependencies;
  #isPrinting = false;
  #reference: string | undefined;
  #isCancelled = false;

  constructor(dependencies: Dependencies) {
    this.#with = dependencies;
  }

  get isPrinting(): boolean {
    return this.#isPrinting;
  }

  answered(action: PrinterAction): void {
    if (action === "cancel") this.#isCancelled = true;
  }

  /** The metal knows nothing of a caller who went away: a card that was handed over is followed to its end all the same. */
  async print(card: CardImage, spooled: (reference: string) => void, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    if (this.#with.printer.session.aborted) throw refused("not-connected");
    if (this.#isPrinting) throw refused("busy");
    this.#isPrinting = true;
    const run = this.#run(card, spooled, signal).finally(() => {
      this.#isPrinting = false;
      this.#reference = undefined;
    });
    await untilAborted(run, signal);
  }

  async outcome(reference: string): Promise<PrintOutcome> {
    if (reference === this.#reference) return "pending";
    return (await this.#with.book.outcome(reference)) ?? "vanished";
  }

  async #run(card: CardImage, spooled: (reference: string) => void, caller: AbortSignal): Promise<void> {
    const { printer } = this.#with;
    const session = await this.#prepare(card, AbortSignal.any([caller, printer.session]));
    const reference = `${session}:${card.jobName}`;
    let isSpooled = false;
    const taken = (): void => {
      if (isSpooled) return;
      isSpooled = true;
      spooled(reference);
    };
    this.#reference = reference;
    this.#isCancelled = false;
    try {
      const { outcome, code } = await this.#printAndFollow(session, taken);
      await this.#writeDown(reference, outcome);
      if (code) throw new TitianError(code);
    } finally {
      await this.#end(session);
    }
  }

  /** Everything before PRINT.Print. Whatever fails here has used no ink. */
  async #prepare(card: CardImage, signal: AbortSignal): Promise<string> {
    const { printer, question } = this.#with;
    try {
      const { activity } = await printer.look(signal);
      const { level, reasons } = printer.health;
      const [trouble] = level === "down" ? reasons : [];
      if (trouble) throw refused(trouble);
      if (activity === "busy") throw refused("busy");
      if (question.pending) throw refused("needs-attention");
      return await this.#handOver(await this.#sidesOf(card), signal);
    } catch (error) {
      signal.throwIfAborted();
      throw refusedFor(error);
    }
  }

  async #handOver({ front, back }: Sides, signal: AbortSignal): Promise<string> {
    const { service, options } = this.#with;
    const loaded = options.ribbon === "auto" ? ribbonNamed(await service.command("Rr", signal)) : undefined;
    const session = await service.begin(signal);
    if (!SESSION_ID.test(session)) throw new TitianError("DEVICE_BAD_ANSWER");
    try {
      await service.set(session, printSettings(options, loaded, back !== undefined), signal);
      await service.setSide(session, "front", front, signal);
      if (back) await service.setSide(session, "back", back, signal);
      signal.throwIfAborted();
      return session;
    } catch (error) {
      await this.#end(session);
      throw error;
    }
  }

  async #sidesOf({ png, backPng }: CardImage): Promise<Sides> {
    const isWanted = backPng && this.#with.options.duplex !== "SIMPLEX";
    const [front, back] = [await this.#pictureOf(png), isWanted && (await this.#pictureOf(backPng))];
    return { front, back: back || undefined };
  }

  async #pictureOf(png: Uint8Array): Promise<Uint8Array> {
    const pixels = await cardPixels(png);
    if (!pixels) throw refused("format");
    return this.#with.options.picture === "png" ? png : encodeBmp(pixels);
  }

  /** PRINT.Print may answer at once or with the card in the tray, and events must be answered meanwhile: both go on at once. */
  async #printAndFollow(session: string, taken: () => void): Promise<Ending> {
    const { printer, question, clock, options } = this.#with;
    const over = new AbortController();
    const running = AbortSignal.any([printer.session, over.signal]);
    let isAccepted = false;
    const accepted = this.#start(session, running).then(() => {
      isAccepted = true;
      taken();
    });
    const ending = followCard(
      {
        ...{ clock, times: options, question, sawWork: taken },
        look: (signal) => printer.look(signal),
        lineFailed: (error) => printer.lineFailed(error),
        isAccepted: () => isAccepted,
        isCancelled: () => this.#isCancelled,
      },
      running,
    );
    try {
      return await Promise.race([ending, accepted.then(() => ending)]);
    } catch (error) {
      // PRINT.Print may end in an error because somebody gave the card up.
      if (printer.session.aborted || !this.#isCancelled) throw error;
      return { outcome: "cancelled", code: "PRINTER_CANCELLED" };
    } finally {
      over.abort();
      accepted.catch(() => undefined);
      ending.catch(() => undefined);
    }
  }

  async #start(session: string, signal: AbortSignal): Promise<void> {
    const { service, log } = this.#with;
    let mayHaveInk = false;
    const connected = (): void => {
      mayHaveInk = true;
    };
    try {
      await service.print(session, connected, signal);
      log.info("card accepted by the service");
    } catch (error) {
      signal.throwIfAborted();
      throw mayHaveInk ? error : refusedFor(error);
    }
  }

  async #writeDown(reference: string, outcome: SeenOutcome): Promise<void> {
    const { book, log } = this.#with;
    await book.write(reference, outcome).catch((error: unknown) => {
      // The caller hears it now; only after a restart nobody will know.
      log.warn("outcome of a card not written down", { reference, error });
    });
  }

  /** Not over a card that is still in the printer while the desk stops: what End does to it is written nowhere. */
  async #end(session: string): Promise<void> {
    const { service, printer, log } = this.#with;
    if (printer.session.aborted) return;
    await service.end(session, printer.session).catch((error: unknown) => {
      log.warn("print session not ended", { error });
    });
  }
}
