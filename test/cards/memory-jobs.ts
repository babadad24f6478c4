import {
  BEFORE_INK,
  type JobChange,
  type JobStore,
  type NewJob,
  PRIORITIES,
  type PrintJob,
  type PrintPlace,
  type Priority,
} from "../../src/cards/print-job.ts";
import type { PauseCause, QueueHolds, QueuePause, QueuePauses } from "../../src/cards/queue-pause.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import type { CaseId, DeviceId, JobId, MemberKey } from "../../src/kernel/types.ts";
import { END_STATES, mayFollow } from "../../src/store/job-transitions.ts";

/** The print ledger's memory as long as a test: it outlives the daemons that a test kills. */
export class MemoryJobs implements JobStore {
  readonly #jobs = new Map<string, PrintJob>();
  readonly history: { readonly job: JobId; readonly change: JobChange }[] = [];

  accept(request: NewJob): { readonly job: PrintJob; readonly isNew: boolean } {
    const old = [...this.#jobs.values()].find((job) => job.requestKey === request.requestKey);
    if (old) return { job: old, isNew: false };
    const at = new Date(this.#jobs.size * 1000);
    const job: PrintJob = {
      ...request,
      designFile: request.designFile,
      frontOnly: request.frontOnly ?? false,
      sheet: request.sheet,
      job: `job-${this.#jobs.size + 1}` as JobId,
      state: "accepted",
      reference: undefined,
      failure: undefined,
      ink: undefined,
      confirmedBy: undefined,
      operator: undefined,
      acceptedAt: at,
      updatedAt: at,
    };
    this.#jobs.set(job.job, job);
    return { job, isNew: true };
  }

  advance(id: JobId, change: JobChange): PrintJob {
    const job = this.#jobs.get(id);
    if (!job) throw new TitianError("JOB_NOT_FOUND");
    if (!mayFollow(job.state, job.ink, change.to)) {
      throw new TitianError("JOB_STATE", { details: { job: id, state: job.state, to: change.to } });
    }
    const advanced: PrintJob = {
      ...job,
      state: change.to,
      reference: change.to === "spooled" ? change.reference : job.reference,
      failure: "code" in change ? change.code : undefined,
      ink: change.to === "failed" ? change.ink : change.to === "vanished" ? "unknown" : undefined,
      confirmedBy: change.to === "confirmed" ? change.by : job.confirmedBy,
    };
    this.#jobs.set(id, advanced);
    this.history.push({ job: id, change });
    return advanced;
  }

  move(id: JobId, to: PrintPlace): PrintJob {
    const job = this.#jobs.get(id);
    if (!job || !BEFORE_INK.some((state) => state === job.state)) throw new TitianError("JOB_STATE");
    const moved = { ...job, ...to };
    this.#jobs.set(id, moved);
    return moved;
  }

  get(job: JobId): PrintJob | undefined {
    return this.#jobs.get(job);
  }

  byCase(caseId: CaseId): readonly PrintJob[] {
    return this.all.filter((job) => job.case === caseId);
  }

  byMember(memberKey: MemberKey): readonly PrintJob[] {
    return this.all.filter((job) => job.memberKey === memberKey);
  }

  waiting(printer: DeviceId, most: number): readonly PrintJob[] {
    const before = this.all.filter(
      (job) => job.printer === printer && BEFORE_INK.some((state) => state === job.state),
    );
    return PRIORITIES.flatMap((priority) => before.filter((job) => job.priority === priority)).slice(0, most);
  }

  hasWaiting(printer: DeviceId, priority: Priority): boolean {
    return this.waiting(printer, Infinity).some((job) => job.priority === priority);
  }

  unfinished(): readonly PrintJob[] {
    return this.all.filter((job) => !END_STATES.some((state) => state === job.state));
  }

  get all(): readonly PrintJob[] {
    return [...this.#jobs.values()];
  }
}

/** Which queues stand still, as long as a test. */
export class MemoryPauses implements QueuePauses {
  readonly #pauses = new Map<DeviceId, QueuePause>();

  of(printer: DeviceId): QueuePause | undefined {
    return this.#pauses.get(printer);
  }

  set(printer: DeviceId, holds: QueueHolds | undefined, why: PauseCause): void {
    if (holds) this.#pauses.set(printer, { printer, holds, why, since: new Date(0) });
    else this.#pauses.delete(printer);
  }
}
