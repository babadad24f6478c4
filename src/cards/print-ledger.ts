import type { EventEmitter } from "node:events";
import { TitianError } from "../kernel/errors.ts";
import type { Service } from "../kernel/lifecycle.ts";
import type { JobId } from "../kernel/types.ts";
import { JobLog, type PrintLedgerEvents } from "./job-log.ts";
import type { CardContent, JobStore, NewJob, PrintJob, ReprintReason } from "./print-job.ts";
import { PrintQueue } from "./print-queue.ts";
import { type Content, PrintRun, type RunDependencies, WAKING_MS } from "./print-run.ts";
import { type CardWanted, replacedBy } from "./reprint.ts";

export type { PrintLedgerEvents } from "./job-log.ts";

export interface PrintLedgerDependencies extends RunDependencies {
  readonly store: JobStore;
  /** Reads what is drawn on a job's card, also for a job that an earlier run of the daemon accepted. */
  readonly contentOf: (job: PrintJob, signal: AbortSignal) => Promise<CardContent>;
}

/** The job that a reprint replaces is found by its member. */
export type PrintRequest = Omit<NewJob, "reprintOf"> & Pick<CardWanted, "renewsFrom">;

/** The print ledger: what was asked for is written down before anything moves, and is never printed twice. */
export class PrintLedger implements Service {
  readonly name = "print ledger";
  readonly #with: PrintLedgerDependencies;
  readonly #jobs: JobLog;
  readonly #run: PrintRun;
  readonly #queue = new PrintQueue();
  readonly #running = new Map<JobId, AbortController>();
  #stopping: AbortController | undefined;

  constructor(dependencies: PrintLedgerDependencies) {
    this.#with = dependencies;
    this.#jobs = new JobLog(dependencies.store, dependencies.log);
    this.#run = new PrintRun(this.#jobs, dependencies);
  }

  get events(): EventEmitter<PrintLedgerEvents> {
    return this.#jobs.events;
  }

  /**
   * Accepts a card and answers at once; the rest arrives as `changed` events. A key already known gives the job of old
   * and prints nothing. Rejects with `CARD_IN_PRINT`, or with `CARD_ALREADY_PRINTED` when a reprint has no reason.
   */
  submit(request: PrintRequest, content?: Content): { readonly job: PrintJob; readonly isNew: boolean } {
    if (!this.#stopping || this.#stopping.signal.aborted) throw new TitianError("STARTING");
    const earlier = this.#with.store.byMember(request.memberKey);
    const same = earlier.find((job) => job.requestKey === request.requestKey);
    if (same) return { job: same, isNew: false };

    const replaced = replacedBy(request, earlier);
    const { renewsFrom: _, ...wanted } = request;
    const accepted = this.#jobs.accept({ ...wanted, reprintOf: replaced?.job });
    if (!accepted.isNew) return accepted;
    if (replaced?.state === "reported" && request.reprintReason) {
      this.#jobs.advance(replaced.job, { to: "spoiled", reason: request.reprintReason });
    }
    this.#print(accepted.job, content, 0);
    return accepted;
  }

  /** A card in the hand. Also settles a job that the printer lost; repeating it changes nothing. */
  confirm(job: JobId, by: "scan" | "operator"): PrintJob {
    const current = this.#jobs.require(job);
    if (current.state === "confirmed") return current;
    return this.#jobs.advance(job, { to: "confirmed", by });
  }

  /** No card, or a bad one. The printer is no longer waited for. */
  reject(job: JobId, reason: ReprintReason): PrintJob {
    const current = this.#jobs.require(job);
    if (current.state === "spoiled") return current;
    const spoiled = this.#jobs.advance(job, { to: "spoiled", reason });
    this.#running.get(job)?.abort(new TitianError("CANCELLED"));
    return spoiled;
  }

  /** Calls a card off before ink is at stake; rejects with `JOB_STATE` afterwards. */
  cancel(job: JobId): PrintJob {
    const cancelled = this.#jobs.advance(job, { to: "cancelled" });
    this.#running.get(job)?.abort(new TitianError("CANCELLED"));
    return cancelled;
  }

  /** What may have used ink is asked about, never printed again. */
  async start(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    this.#stopping = new AbortController();
    this.takeUp();
  }

  /** Every job that is unfinished and in nobody's hands: left by an earlier run, or by a store that had no room. */
  takeUp(): void {
    for (const job of this.#with.store.unfinished()) if (!this.#running.has(job.job)) this.#recover(job);
  }

  async stop(): Promise<void> {
    this.#stopping?.abort(new TitianError("CANCELLED"));
    await this.#queue.ended();
  }

  #recover(job: PrintJob): void {
    switch (job.state) {
      case "accepted":
      case "rendered":
      case "verified":
        this.#print(job, undefined, WAKING_MS);
        return;
      case "spooling":
      case "spooled": {
        const { reference } = job;
        if (reference !== undefined) {
          this.#enqueue(job, (signal) => this.#run.track(job, reference, signal));
          return;
        }
        this.#jobs.advance(job.job, { to: "vanished", code: "PRINTER_INTERRUPTED" });
        this.#with.log.warn("card lost sight of", { job: job.job, code: "PRINTER_INTERRUPTED" });
        return;
      }
      default:
        // Reported, or at an end: only a person has something to add.
        return;
    }
  }

  #print(job: PrintJob, content: Content | undefined, wakingMs: number): void {
    const read = content ?? ((limit: AbortSignal) => this.#with.contentOf(job, limit));
    this.#enqueue(job, (signal) => this.#run.print(job, read, wakingMs, signal));
  }

  #enqueue(job: PrintJob, work: (signal: AbortSignal) => Promise<void>): void {
    const stopping = this.#stopping?.signal;
    const own = new AbortController();
    this.#running.set(job.job, own);
    this.#queue.add(
      job.printer,
      async () => {
        const signal = AbortSignal.any(stopping ? [stopping, own.signal] : [own.signal]);
        if (!signal.aborted) await work(signal);
        this.#running.delete(job.job);
      },
      (error) => {
        this.#running.delete(job.job);
        this.#with.log.error("print job left as it is", { job: job.job, error });
      },
    );
  }
}
