import { EventEmitter } from "node:events";
import { TitianError } from "../kernel/errors.ts";
import type { Logger } from "../kernel/log.ts";
import type { DeviceId, JobId } from "../kernel/types.ts";
import type { JobChange, JobStore, NewJob, PrintJob, PrintPlace } from "./print-job.ts";

export interface PrintLedgerEvents {
  changed: [{ readonly job: PrintJob }];
  /** Another card's turn has come, or none's any more. */
  queueChanged: [{ readonly printer: DeviceId }];
}

/** The store, with every change announced once it is durable. */
export class JobLog {
  readonly events = new EventEmitter<PrintLedgerEvents>();
  readonly #store: JobStore;
  readonly #log: Logger;

  constructor(store: JobStore, log: Logger) {
    this.#store = store;
    this.#log = log;
  }

  accept(request: NewJob): { readonly job: PrintJob; readonly isNew: boolean } {
    const accepted = this.#store.accept(request);
    if (accepted.isNew) this.#announce(accepted.job);
    return accepted;
  }

  require(job: JobId): PrintJob {
    const known = this.#store.get(job);
    if (!known) throw new TitianError("JOB_NOT_FOUND", { details: { job } });
    return known;
  }

  /** Rejects with `JOB_STATE` when the job's state does not lead there. */
  advance(job: JobId, change: JobChange): PrintJob {
    const advanced = this.#store.advance(job, change);
    this.#announce(advanced);
    return advanced;
  }

  /** Rejects with `JOB_STATE` once ink is at stake. */
  move(job: JobId, to: PrintPlace): PrintJob {
    const from = this.require(job).printer;
    const moved = this.#store.move(job, to);
    this.announceQueue(from);
    this.#announce(moved);
    return moved;
  }

  announceQueue(printer: DeviceId): void {
    this.#emit(() => this.events.emit("queueChanged", { printer }));
  }

  #announce(job: PrintJob): void {
    this.#emit(() => this.events.emit("changed", { job }), job.job);
    this.announceQueue(job.printer);
  }

  #emit(news: () => void, job?: JobId): void {
    try {
      news();
    } catch (error) {
      // A listener's fault must not look like the printer's.
      this.#log.error("listener of the print ledger failed", { job, error });
    }
  }
}
