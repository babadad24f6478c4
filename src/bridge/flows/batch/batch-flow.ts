import { EventEmitter } from "node:events";
import type {
  BatchChange,
  BatchItem,
  BatchMember,
  BatchSetup,
  BatchStore,
  PrintBatch,
  SpoiledItem,
} from "../../../cards/batch/print-batch.ts";
import type { PrintJob, ReprintReason } from "../../../cards/print-job.ts";
import { TitianError } from "../../../kernel/errors.ts";
import type { Service } from "../../../kernel/lifecycle.ts";
import type { Logger } from "../../../kernel/log.ts";
import type { JobId } from "../../../kernel/types.ts";
import { type CardPrinting, CardRun, jobOf, needsAnswer, WINDOW } from "./card-run.ts";
import type { SheetRun } from "./sheet-run.ts";

export interface BatchFlowEvents {
  changed: [{ readonly batch: PrintBatch }];
}

/** What somebody says of a card whose printer lost it. */
export type CardAnswer =
  | { readonly outcome: "printed" }
  | { readonly outcome: "again" | "skip"; readonly reason: ReprintReason };

export interface SettledCard {
  readonly item: BatchItem;
  /** Undefined: a good card. */
  readonly spoiled: ReprintReason | undefined;
}

/** The print ledger, as far as a person's word is concerned. */
export interface CardVerdicts {
  confirm(job: JobId): PrintJob;
  reject(job: JobId, reason: ReprintReason): PrintJob;
  /** Cards of a sheet as somebody has found them. Those that were settled before stay what they are. */
  settle(batch: PrintBatch, cards: readonly SettledCard[]): void;
}

interface Dependencies {
  readonly batches: BatchStore;
  readonly sheets: SheetRun;
  readonly printing: CardPrinting;
  readonly verdicts: CardVerdicts;
  readonly log: Logger;
}

/** Batches at work: begun, paused, resumed and brought to their end, also across restarts. */
export class BatchFlow implements Service {
  readonly name = "batches";
  readonly events = new EventEmitter<BatchFlowEvents>();
  readonly #deps: Dependencies;
  readonly #cards: CardRun;
  readonly #running = new Map<string, Promise<void>>();
  readonly #wanted = new Set<string>();
  #stopping = new AbortController();

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
    this.#cards = new CardRun(dependencies);
  }

  open(requestKey: string, setup: BatchSetup, members: readonly BatchMember[]): PrintBatch {
    if (members.length === 0) throw new TitianError("BATCH_NOBODY");
    return this.#announced(this.#deps.batches.open(requestKey, setup, members));
  }

  /** Begins, or goes on after a pause. Throws `BATCH_OTHER_RUNNING`, or `SHEET_NOT_PROVED` while a card needs an answer. */
  go(id: string): PrintBatch {
    const batch = this.#require(id);
    if (batch.state === "running") return batch;
    const others = this.#deps.batches.unfinished().filter((other) => other.batch !== id);
    const isTaken = others.some(({ state, device }) => state === "running" && device === batch.device);
    if (batch.device && isTaken) throw new TitianError("BATCH_OTHER_RUNNING");
    if (this.asked(id).length > 0) throw new TitianError("SHEET_NOT_PROVED");
    const going = this.#write(id, { to: batch.state === "open" ? "started" : "resumed" });
    if (batch.device) this.#deps.printing.goOn(batch.device);
    this.#kick(id);
    return going;
  }

  /** What is under the head is finished; nothing new begins. */
  pause(id: string): PrintBatch {
    if (this.#require(id).state !== "running") return this.#require(id);
    const paused = this.#write(id, { to: "paused", code: undefined, item: undefined });
    this.#cards.callOff(id);
    return paused;
  }

  /** Nothing more is printed. Throws `SHEET_NOT_PROVED` while somebody has yet to say what came out. */
  cancel(id: string): PrintBatch {
    const isOpen = this.#deps.batches.sheets(id).some(({ state }) => state === "sent");
    if (isOpen || this.asked(id).length > 0) throw new TitianError("SHEET_NOT_PROVED");
    this.#cards.callOff(id);
    return this.#write(id, { to: "closed", how: "cancelled" });
  }

  /** Cards that came out of a sheet or did not: the good ones are proved, the others are made anew on the next sheet. */
  settleSheet(id: string, sheet: number, spoiled: readonly SpoiledItem[]): PrintBatch {
    const { batches, verdicts } = this.#deps;
    const batch = this.#require(id);
    if (batches.sheets(id).find((one) => one.sheet === sheet)?.state !== "sent")
      throw new TitianError("BATCH_STATE", { details: { batch: id, sheet } });
    const placed = batches.onSheet(id, sheet).filter(({ state }) => state === "placed");
    if (spoiled.some((one) => placed.every(({ item }) => item !== one.item)))
      throw new TitianError("BAD_REQUEST", { details: { at: "/spoiled" } });
    const reasons = new Map(spoiled.map(({ item, reason }) => [item, reason]));
    verdicts.settle(
      batch,
      placed.map((item) => ({ item, spoiled: reasons.get(item.item) })),
    );
    const settled = this.#write(id, { to: "sheet-settled", sheet, spoiled });
    return this.#afterSettling(settled);
  }

  /** The operator has looked into the printer's tray. */
  settleItem(id: string, item: number, answer: CardAnswer): PrintBatch {
    const { batches, printing, verdicts } = this.#deps;
    const found = batches.item(id, item);
    const job = found && jobOf(printing, id, found);
    if (!job || !needsAnswer(job)) throw new TitianError("BATCH_STATE", { details: { batch: id, item } });
    if (answer.outcome === "printed") {
      verdicts.confirm(job.job);
      return this.#write(id, { to: "item-printed", item });
    }
    verdicts.reject(job.job, answer.reason);
    return this.#write(
      id,
      answer.outcome === "again"
        ? { to: "item-again", item, reason: answer.reason }
        : { to: "item-skipped", item, code: job.failure ?? "CANCELLED" },
    );
  }

  /** Cards of which only a person can say whether they came out. */
  asked(id: string): readonly { readonly item: BatchItem; readonly job: PrintJob }[] {
    const { batches, printing } = this.#deps;
    return batches.waiting(id, WINDOW).flatMap((item) => {
      const job = jobOf(printing, id, item);
      return job && needsAnswer(job) ? [{ item, job }] : [];
    });
  }

  async start(): Promise<void> {
    this.#stopping = new AbortController();
    for (const { batch, state } of this.#deps.batches.unfinished())
      if (state === "running") this.#kick(batch);
  }

  async stop(): Promise<void> {
    this.#stopping.abort(new TitianError("CANCELLED"));
    await Promise.all(this.#running.values());
  }

  #kick(id: string): void {
    this.#wanted.add(id);
    if (this.#running.has(id)) return;
    const run = this.#run(id).finally(() => {
      this.#running.delete(id);
      // Asked for in the very turn in which it ended.
      if (this.#wanted.has(id) && !this.#stopping.signal.aborted) this.#kick(id);
    });
    this.#running.set(id, run);
  }

  async #run(id: string): Promise<void> {
    const { signal } = this.#stopping;
    try {
      while (this.#wanted.delete(id)) {
        while (!signal.aborted && (await this.#step(id, signal))) this.#tell(id);
      }
    } catch (error) {
      if (!signal.aborted) this.#stumble(id, error);
    }
    this.#callOffIfPaused(id);
    this.#tell(id);
  }

  #step(id: string, signal: AbortSignal): Promise<boolean> {
    const { sheets } = this.#deps;
    return this.#require(id).sheets ? sheets.step(id, signal) : this.#cards.step(id, signal);
  }

  /** Whatever it was, the batch stands still and says why; nothing is tried again by itself. */
  #stumble(id: string, error: unknown): void {
    const { batches, log } = this.#deps;
    const { code } = TitianError.from(error);
    log.warn("batch stopped", { batch: id, code, ...(code === "INTERNAL" ? { error } : {}) });
    if (batches.get(id)?.state !== "running") return;
    try {
      batches.write(id, { to: "paused", code, item: undefined });
    } catch (refused) {
      log.warn("batch not paused", { batch: id, code: TitianError.from(refused).code });
    }
  }

  #callOffIfPaused(id: string): void {
    const { batches, log } = this.#deps;
    if (batches.get(id)?.state !== "paused") return;
    try {
      this.#cards.callOff(id);
    } catch (error) {
      log.warn("cards of the batch not called off", { batch: id, code: TitianError.from(error).code });
    }
  }

  #afterSettling(batch: PrintBatch): PrintBatch {
    const { batches } = this.#deps;
    const isOver =
      batch.items.waiting + batch.items.placed === 0 &&
      batches.sheets(batch.batch).every(({ state }) => state !== "sent");
    if (isOver) return this.#write(batch.batch, { to: "closed", how: "done" });
    if (batch.state === "running") this.#kick(batch.batch);
    return batch;
  }

  #write(id: string, ...changes: readonly BatchChange[]): PrintBatch {
    return this.#announced(this.#deps.batches.write(id, ...changes));
  }

  #tell(id: string): void {
    const batch = this.#deps.batches.get(id);
    if (batch) this.#announced(batch);
  }

  #announced(batch: PrintBatch): PrintBatch {
    this.events.emit("changed", { batch });
    return batch;
  }

  #require(id: string): PrintBatch {
    const batch = this.#deps.batches.get(id);
    if (!batch) throw new TitianError("BATCH_NOT_FOUND", { details: { batch: id } });
    return batch;
  }
}
