import type { EventEmitter } from "node:events";
import { ERRORS, type ErrorCode, TitianError } from "../kernel/errors.ts";
import type { Service } from "../kernel/lifecycle.ts";
import type { DeviceId, JobId } from "../kernel/types.ts";
import { JobLog, type PrintLedgerEvents } from "./job-log.ts";
import type { CardContent, JobStore, NewJob, PrintJob, PrintPlace, ReprintReason } from "./print-job.ts";
import { PrintQueue } from "./print-queue.ts";
import { PrintRun, type RunDependencies, WAKING_MS } from "./print-run.ts";
import type { QueuePauses } from "./queue-pause.ts";
import { type CardWanted, replacedBy } from "./reprint.ts";

export type { PrintLedgerEvents } from "./job-log.ts";

export interface PrintLedgerDependencies extends RunDependencies {
  readonly store: JobStore;
  readonly pauses: QueuePauses;
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
  readonly #queue: PrintQueue;
  /** Left by an earlier run: their printer may still be waking up. */
  readonly #woken = new Set<JobId>();
  #stopping: AbortController | undefined;

  constructor(dependencies: PrintLedgerDependencies) {
    const { store, pauses, clock, log } = dependencies;
    this.#with = dependencies;
    this.#jobs = new JobLog(store, log);
    this.#run = new PrintRun(this.#jobs, dependencies);
    this.#queue = new PrintQueue({
      ...{ store, pauses, clock, log },
      isAwake: (printer) => this.#isAwake(printer),
      print: (job, signal) => this.#print(job, signal),
    });
  }

  get events(): EventEmitter<PrintLedgerEvents> {
    return this.#jobs.events;
  }

  /**
   * Accepts a card and answers at once; the rest arrives as `changed` events. A key already known gives the job of old
   * and prints nothing. Rejects with `CARD_IN_PRINT`, or with `CARD_ALREADY_PRINTED` when a reprint has no reason.
   */
  submit(request: PrintRequest): { readonly job: PrintJob; readonly isNew: boolean } {
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
    this.#queue.go(request.printer);
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
    return this.#endEarly(this.#jobs.advance(job, { to: "spoiled", reason }));
  }

  /** Before ink, for good. Rejects with `JOB_STATE` later on. Repeating it changes nothing. */
  cancel(job: JobId): PrintJob {
    const current = this.#jobs.require(job);
    if (current.state === "cancelled") return current;
    return this.#endEarly(this.#jobs.advance(job, { to: "cancelled" }));
  }

  /** Before ink: the same job, at another printer, with its own turn there. Rejects with `JOB_STATE` later on. */
  move(job: JobId, to: PrintPlace): PrintJob {
    const current = this.#jobs.require(job);
    if (current.printer === to.printer) return current;
    const moved = this.#endEarly(this.#jobs.move(job, to));
    this.#queue.go(to.printer);
    return moved;
  }

  /** Nothing further goes to this printer. The card that is in it comes out. */
  pause(printer: DeviceId): void {
    this.#with.pauses.set(printer, "all", "operator");
    this.#jobs.announceQueue(printer);
  }

  resume(printer: DeviceId): void {
    this.#with.pauses.set(printer, undefined, "operator");
    this.#queue.go(printer);
    this.#jobs.announceQueue(printer);
  }

  /** Lifts what a card in trouble has stopped. What a person has paused stays so. */
  letBatchesGoOn(printer: DeviceId): void {
    if (this.#with.pauses.of(printer)?.why === "trouble") this.resume(printer);
  }

  /** The job whose turn it is: it is drawn, or its card is in the printer. */
  running(printer: DeviceId): JobId | undefined {
    return this.#queue.running(printer);
  }

  /** What may have used ink is asked about, never printed again. */
  async start(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    this.#stopping = new AbortController();
    this.#queue.open(this.#stopping.signal);
    this.takeUp();
  }

  /** Every job that is unfinished and in nobody's hands: left by an earlier run, or by a store that had no room. */
  takeUp(): void {
    this.#queue.retryAll();
    const left = this.#with.store.unfinished().filter((job) => !this.#queue.has(job.job));
    for (const job of left) this.#recover(job);
    for (const printer of new Set(left.map((job) => job.printer))) this.#queue.go(printer);
  }

  async stop(): Promise<void> {
    this.#stopping?.abort(new TitianError("CANCELLED"));
    await this.#queue.ended();
  }

  #recover(job: PrintJob): void {
    if (job.state === "spooling" || job.state === "spooled") {
      if (job.reference !== undefined) this.#queue.follow(job);
      else {
        this.#jobs.advance(job.job, { to: "vanished", code: "PRINTER_INTERRUPTED" });
        this.#with.log.warn("card lost sight of", { job: job.job, code: "PRINTER_INTERRUPTED" });
      }
    } else if (job.state !== "reported") this.#woken.add(job.job);
  }

  async #print(job: PrintJob, signal: AbortSignal): Promise<void> {
    this.#jobs.announceQueue(job.printer);
    const { reference } = job;
    if (reference !== undefined) await this.#run.track(job, reference, signal);
    else {
      const wakingMs = this.#woken.delete(job.job) ? WAKING_MS : 0;
      await this.#run.print(job, (limit) => this.#with.contentOf(job, limit), wakingMs, signal);
    }
    this.#holdAfter(this.#jobs.require(job.job));
    this.#jobs.announceQueue(job.printer);
  }

  /**
   * A batch stops at the card that came to grief, and goes on when a person says so: five hundred cards must not follow it
   * into the same jam. What is wrong with one member alone (`fix-request`) holds up nobody else.
   */
  #holdAfter({ job, printer, state, failure, ink }: PrintJob): void {
    if ((state !== "failed" && state !== "vanished") || failure === undefined) return;
    if (ERRORS[failure as ErrorCode]?.remedy === "fix-request") return;
    // A printer that is away needs no word: its batch waits until it is back.
    if (ink === "none" && !this.#isAwake(printer)) return;
    const { store, pauses, log } = this.#with;
    if (pauses.of(printer) || !store.hasWaiting(printer, "bulk")) return;
    pauses.set(printer, "bulk", "trouble");
    log.warn("batch held at its printer", { job, printer, code: failure });
  }

  #endEarly(job: PrintJob): PrintJob {
    this.#queue.abort(job.job, new TitianError("CANCELLED"));
    return job;
  }

  #isAwake(printer: DeviceId): boolean {
    try {
      this.#with.sinkFor(printer);
      return true;
    } catch {
      // Why it is away, its health says.
      return false;
    }
  }
}
