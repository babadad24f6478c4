import type { Clock } from "../kernel/clock.ts";
import type { Logger } from "../kernel/log.ts";
import type { DeviceId, JobId } from "../kernel/types.ts";
import type { JobStore, PrintJob } from "./print-job.ts";
import type { QueuePauses } from "./queue-pause.ts";

/** How often a printer that is away is looked at while only cards wait that nobody stands there for, ms. */
const AWAY_POLL_MS = 5_000;

interface Dependencies {
  readonly store: Pick<JobStore, "waiting">;
  readonly pauses: QueuePauses;
  /** Whether a card could be sent there now. */
  readonly isAwake: (printer: DeviceId) => boolean;
  /** Settles everything itself: a rejection is a fault of ours, and the job is left as it is. */
  readonly print: (job: PrintJob, signal: AbortSignal) => Promise<void>;
  readonly clock: Clock;
  readonly log: Logger;
}

interface Turn {
  readonly job: PrintJob;
  readonly own: AbortController;
  readonly ended: Promise<void>;
}

/**
 * Whose turn it is at each printer: who stands at the desk, then who was promised it today, then batches; in each in the
 * order of acceptance. Asked of the store anew for every card, so that nothing is held in memory for a card that waits.
 */
export class PrintQueue {
  readonly #with: Dependencies;
  readonly #turns = new Map<DeviceId, Turn>();
  /** Cards that an earlier run sent: the printer may still have them inside. */
  readonly #sent = new Map<DeviceId, PrintJob[]>();
  /** Jobs that the store could not follow: not tried again until it can. */
  readonly #setAside = new Set<JobId>();
  readonly #polled = new Set<DeviceId>();
  #stopping: AbortSignal = AbortSignal.abort();

  constructor(dependencies: Dependencies) {
    this.#with = dependencies;
  }

  open(stopping: AbortSignal): void {
    this.#stopping = stopping;
  }

  /** Looks whether this printer is free and somebody's turn has come. */
  go(printer: DeviceId): void {
    if (this.#stopping.aborted || this.#turns.has(printer)) return;
    const job = this.#next(printer);
    if (job) this.#begin(printer, job);
  }

  /** To be followed before anything else goes to its printer. */
  follow(job: PrintJob): void {
    const before = this.#sent.get(job.printer) ?? [];
    if (!before.some((one) => one.job === job.job)) this.#sent.set(job.printer, [...before, job]);
  }

  retryAll(): void {
    this.#setAside.clear();
  }

  has(job: JobId): boolean {
    return [...this.#turns.values()].some((turn) => turn.job.job === job);
  }

  running(printer: DeviceId): JobId | undefined {
    return this.#turns.get(printer)?.job.job;
  }

  /** Ends the wait for this job's card, wherever it runs. */
  abort(job: JobId, reason: unknown): void {
    for (const turn of this.#turns.values()) if (turn.job.job === job) turn.own.abort(reason);
  }

  /** Resolves when every card that is under way has been given up or has come out. */
  async ended(): Promise<void> {
    await Promise.all([...this.#turns.values()].map(({ ended }) => ended));
  }

  #next(printer: DeviceId): PrintJob | undefined {
    const [sent, ...more] = this.#sent.get(printer) ?? [];
    if (sent) {
      this.#sent.set(printer, more);
      return sent;
    }
    const holds = this.#with.pauses.of(printer)?.holds;
    if (holds === "all") return undefined;
    const waiting = this.#with.store.waiting(printer, this.#setAside.size + 1);
    const job = waiting.find((one) => !this.#setAside.has(one.job));
    if (!job || (holds === "bulk" && job.priority === "bulk")) return undefined;
    // Whoever stands at the desk is told at once that the printer is out; a batch waits until it is back.
    if (job.priority === "desk" || this.#with.isAwake(printer)) return job;
    this.#lookAgain(printer);
    return undefined;
  }

  #begin(printer: DeviceId, job: PrintJob): void {
    const own = new AbortController();
    const signal = AbortSignal.any([this.#stopping, own.signal]);
    const ended = Promise.resolve()
      .then(() => (signal.aborted ? undefined : this.#with.print(job, signal)))
      .catch((error: unknown) => {
        this.#setAside.add(job.job);
        this.#with.log.error("print job left as it is", { job: job.job, error });
      })
      .then(() => {
        this.#turns.delete(printer);
        this.go(printer);
      })
      .catch((error: unknown) => this.#with.log.error("print queue stands still", { printer, error }));
    this.#turns.set(printer, { job, own, ended });
  }

  #lookAgain(printer: DeviceId): void {
    if (this.#polled.has(printer)) return;
    this.#polled.add(printer);
    this.#with.clock
      .sleep(AWAY_POLL_MS, this.#stopping)
      .catch(() => undefined)
      .then(() => {
        this.#polled.delete(printer);
        this.go(printer);
      })
      .catch((error: unknown) => this.#with.log.error("print queue stands still", { printer, error }));
  }
}
