import type { EventEmitter } from "node:events";
import { itemKey } from "../../../cards/batch/item-key.ts";
import type { BatchChange, BatchItem, BatchStore, PrintBatch } from "../../../cards/batch/print-batch.ts";
import type { PrintJob, ReprintReason } from "../../../cards/print-job.ts";
import type { PrintLedgerEvents } from "../../../cards/print-ledger.ts";
import { type ErrorCode, TitianError } from "../../../kernel/errors.ts";
import { subscribe } from "../../../kernel/events.ts";
import type { DeviceId, JobId } from "../../../kernel/types.ts";
import { isOfTheCard } from "./card-trouble.ts";

/** Cards of one batch in the ledger at a time: the printer never waits, and a desk's card waits for one of them at most. */
export const WINDOW = 3;

export interface CardWanted {
  readonly requestKey: string;
  readonly memberId: string;
  readonly memberKey: BatchItem["memberKey"];
  readonly printer: DeviceId;
  readonly batch: string;
  /** Undefined: the one that fits the member. */
  readonly design: string | undefined;
  readonly reprintReason: ReprintReason | undefined;
  /** The back may stay blank. */
  readonly frontOnly: boolean;
}

/** The print ledger as a batch needs it. */
export interface CardPrinting {
  readonly events: EventEmitter<PrintLedgerEvents>;
  /** With a key already known: the job of old. Rejects with what speaks against this member's card. */
  submit(wanted: CardWanted, signal: AbortSignal): Promise<PrintJob>;
  byKey(requestKey: string): PrintJob | undefined;
  /** False for a job that has gone further: ink may be at stake. */
  cancel(job: JobId): boolean;
  /** A person says that a printer which a card in trouble has stopped may print on. */
  goOn(printer: DeviceId): void;
}

interface Dependencies {
  readonly batches: BatchStore;
  readonly printing: CardPrinting;
}

/** The job of a card's present attempt; undefined while the ledger has not been asked. */
export const jobOf = (printing: Pick<CardPrinting, "byKey">, batch: string, item: BatchItem) =>
  printing.byKey(itemKey(batch, item.item, item.attempt));

/** A card that nobody can say of whether it came out: only a person may. */
export const needsAnswer = ({ state, ink }: PrintJob): boolean =>
  state === "vanished" || (state === "failed" && ink === "unknown");

/** Cards of one batch to a card printer: a few at a time through the print ledger, which prints no key twice. */
export class CardRun {
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  /** Asks for the next cards and takes note of those that are out. False when there is nothing to wait for. */
  async step(id: string, signal: AbortSignal): Promise<boolean> {
    const { batches, printing } = this.#deps;
    const batch = batches.get(id);
    if (batch?.state !== "running") return false;
    const window = batches.waiting(id, WINDOW);
    if (window.length === 0) {
      batches.write(id, { to: "closed", how: "done" });
      return false;
    }
    // Listening before the jobs are looked at: news that comes in between is not missed.
    const news = Promise.withResolvers<void>();
    using _ = subscribe(printing.events, "changed", ({ job }) => {
      if (job.batch === id) news.resolve();
    });
    for (const item of window) {
      const changes = this.#judge(await this.#submit(batch, item, signal), item);
      if (batches.get(id)?.state !== "running") return false;
      if (changes.length === 0) continue;
      batches.write(id, ...changes);
      return true;
    }
    await orAborted(news.promise, signal);
    return true;
  }

  /** What is in the ledger and has not reached the printer stays out of it while the batch stands still. */
  callOff(id: string): void {
    const { batches, printing } = this.#deps;
    for (const item of batches.waiting(id, WINDOW)) {
      const job = jobOf(printing, id, item);
      if (job && printing.cancel(job.job)) batches.write(id, againFor(item.item));
    }
  }

  async #submit(batch: PrintBatch, item: BatchItem, signal: AbortSignal): Promise<PrintJob | ErrorCode> {
    const { printing } = this.#deps;
    if (!batch.device) throw new TitianError("DEVICE_NOT_FOUND");
    try {
      return await printing.submit(
        {
          requestKey: itemKey(batch.batch, item.item, item.attempt),
          ...{ memberId: item.memberId, memberKey: item.memberKey },
          ...{ printer: batch.device, batch: batch.batch, design: batch.design },
          reprintReason: item.reason ?? batch.reprintReason,
          frontOnly: batch.frontOnly,
        },
        signal,
      );
    } catch (error) {
      const { code } = TitianError.from(error);
      if (signal.aborted || !isOfTheCard(code)) throw error;
      return code;
    }
  }

  /** Nothing while the card is on its way. */
  #judge(job: PrintJob | ErrorCode, { item }: BatchItem): readonly BatchChange[] {
    if (typeof job === "string") return [{ to: "item-skipped", item, code: job }];
    const code = job.failure ?? "CANCELLED";
    switch (job.state) {
      case "reported":
      case "confirmed":
        return [{ to: "item-printed", item }];
      case "spoiled":
        return [{ to: "item-again", item, reason: job.reprintReason ?? "spoiled" }];
      case "vanished":
        return [{ to: "paused", code, item }];
      case "failed":
        if (job.ink !== "none") return [{ to: "paused", code, item }];
        if (isOfTheCard(code as ErrorCode)) return [{ to: "item-skipped", item, code }];
        return [againFor(item), { to: "paused", code, item }];
      case "cancelled":
        // At the print queue, by somebody who may not have meant the card but the moment.
        return [againFor(item), { to: "paused", code, item }];
      default:
        return [];
    }
  }
}

/** Another try at a card that is known to have used no ink. */
const againFor = (item: number): BatchChange => ({ to: "item-again", item, reason: undefined });

function orAborted(news: Promise<void>, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  const over = Promise.withResolvers<void>();
  signal.addEventListener("abort", () => over.resolve(), { once: true });
  return Promise.race([news, over.promise]);
}
