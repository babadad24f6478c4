import type { StatementSync } from "node:sqlite";
import {
  BEFORE_INK,
  type JobChange,
  type JobState,
  type JobStore,
  type NewJob,
  PRIORITIES,
  type PrintJob,
  type PrintPlace,
  type Priority,
} from "../cards/print-job.ts";
import type { Clock } from "../kernel/clock.ts";
import { TitianError } from "../kernel/errors.ts";
import type { CaseId, DeviceId, JobId, MemberKey } from "../kernel/types.ts";
import type { StoreDatabase } from "./database.ts";
import type { EventLog } from "./event-log.ts";
import { acceptance } from "./job-acceptance.ts";
import { type JobRow, toJob } from "./job-row.ts";
import { END_STATES, mayFollow } from "./job-transitions.ts";
import { IS_OPEN } from "./open-cases.ts";
import { uuidV7 } from "./uuid-v7.ts";

export interface JobTime {
  readonly state: JobState;
  readonly at: Date;
}

interface Dependencies {
  readonly db: StoreDatabase;
  readonly events: EventLog;
  readonly desk: string;
  readonly clock: Clock;
}

/** The print ledger on the event log. Every desk's jobs are known; this desk's are printed. */
export class SqliteJobStore implements JobStore {
  readonly #db: StoreDatabase;
  readonly #events: EventLog;
  readonly #desk: string;
  readonly #clock: Clock;
  readonly #byJob: StatementSync;
  readonly #byKey: StatementSync;
  readonly #byCase: StatementSync;
  readonly #byMember: StatementSync;
  readonly #waiting: StatementSync;
  readonly #countWaiting: StatementSync;
  readonly #hasWaiting: StatementSync;
  readonly #unfinished: StatementSync;
  readonly #mayBeInTray: StatementSync;
  readonly #provedAt: StatementSync;
  readonly #isInPrint: StatementSync;
  readonly #isHere: StatementSync;

  constructor({ db, events, desk, clock }: Dependencies) {
    this.#db = db;
    this.#events = events;
    this.#desk = desk;
    this.#clock = clock;
    this.#byJob = db.prepare("SELECT * FROM print_jobs WHERE job = ?");
    this.#byKey = db.prepare("SELECT * FROM print_jobs WHERE request_key = ?");
    this.#byCase = db.prepare("SELECT * FROM print_jobs WHERE case_id = ? ORDER BY logical, job");
    this.#byMember = db.prepare("SELECT * FROM print_jobs WHERE member_key = ? ORDER BY logical, job");
    const before = `desk = ? AND printer = ? AND state IN (${listed(BEFORE_INK)})`;
    this.#waiting = db.prepare(`SELECT * FROM print_jobs WHERE ${before} ORDER BY priority, rowid LIMIT ?`);
    this.#countWaiting = db.prepare(`SELECT count(*) AS cards FROM print_jobs WHERE ${before}`);
    this.#hasWaiting = db.prepare(`SELECT 1 FROM print_jobs WHERE ${before} AND priority = ? LIMIT 1`);
    const ends = listed(END_STATES);
    // Named, because sorted by rowid SQLite would rather read every job there ever was.
    this.#unfinished = db.prepare(
      `SELECT * FROM print_jobs INDEXED BY print_jobs_unfinished WHERE state NOT IN (${ends}) AND desk = ?
       ORDER BY rowid`,
    );
    this.#mayBeInTray = db.prepare(
      // CROSS keeps the order of the tables: a few open cases, then their jobs.
      `SELECT job.* FROM cases CROSS JOIN print_jobs AS job ON job.case_id = cases.case_id
       WHERE cases.${IS_OPEN} AND job.desk = ?
         AND (job.state IN ('spooling', 'spooled', 'reported', 'vanished')
              OR (job.state = 'failed' AND job.ink = 'unknown'))
         AND NOT EXISTS (SELECT 1 FROM print_jobs AS later WHERE later.case_id = job.case_id
                         AND later.reprint_of = job.job)
       ORDER BY job.rowid`,
    );
    this.#provedAt = db.prepare(
      "SELECT max(updated_at) AS at FROM print_jobs WHERE member_key = ? AND state = 'confirmed'",
    );
    this.#isHere = db.prepare("SELECT 1 FROM print_jobs WHERE job = ? AND desk = ?");
    this.#isInPrint = db.prepare(
      `SELECT 1 FROM print_jobs WHERE member_key = ? AND state NOT IN (${ends}) LIMIT 1`,
    );
  }

  accept(request: NewJob): { readonly job: PrintJob; readonly isNew: boolean } {
    const known = this.#one(this.#byKey, request.requestKey);
    if (known) return { job: known, isNew: false };

    const job = uuidV7(this.#clock) as JobId;
    this.#events.append({
      stream: `print/${job}`,
      type: "print.accepted",
      data: acceptance(request),
    });
    return { job: this.#require(job), isNew: true };
  }

  /** Throws `JOB_ELSEWHERE` for another desk's, but for what a card in the hand says. */
  advance(job: JobId, change: JobChange): PrintJob {
    const { state, ink } = this.#require(job);
    if (change.to !== "confirmed" && change.to !== "spoiled") this.#assertHere(job);
    if (!mayFollow(state, ink, change.to)) {
      throw new TitianError("JOB_STATE", { details: { job, state, to: change.to } });
    }
    this.#events.append({ stream: `print/${job}`, type: "print.advanced", data: change });
    return this.#require(job);
  }

  move(job: JobId, { printer, frontOnly }: PrintPlace): PrintJob {
    const { state } = this.#require(job);
    this.#assertHere(job);
    if (!BEFORE_INK.some((before) => before === state))
      throw new TitianError("JOB_STATE", { details: { job, state, to: "moved" } });
    this.#events.append({ stream: `print/${job}`, type: "print.moved", data: { printer, frontOnly } });
    return this.#require(job);
  }

  get(job: JobId): PrintJob | undefined {
    return this.#one(this.#byJob, job);
  }

  byRequestKey(requestKey: string): PrintJob | undefined {
    return this.#one(this.#byKey, requestKey);
  }

  byCase(caseId: CaseId): readonly PrintJob[] {
    return this.#all(this.#byCase, caseId);
  }

  byMember(memberKey: MemberKey): readonly PrintJob[] {
    return this.#all(this.#byMember, memberKey);
  }

  waiting(printer: DeviceId, most: number): readonly PrintJob[] {
    return this.#all(this.#waiting, this.#desk, printer, most);
  }

  countWaiting(printer: DeviceId): number {
    return this.#db.coded(() => Number(this.#countWaiting.get(this.#desk, printer)?.["cards"]));
  }

  hasWaiting(printer: DeviceId, priority: Priority): boolean {
    const rank = PRIORITIES.indexOf(priority);
    return this.#db.coded(() => this.#hasWaiting.get(this.#desk, printer, rank)) !== undefined;
  }

  unfinished(): readonly PrintJob[] {
    return this.#all(this.#unfinished, this.#desk);
  }

  /**
   * Jobs of open cases whose card may lie in the printer's tray, oldest first: also the vanished ones and those that
   * failed after the device moved, until they are printed anew. A scan of that card proves the print after all.
   */
  mayBeInTray(): readonly PrintJob[] {
    return this.#all(this.#mayBeInTray, this.#desk);
  }

  /** When the member's newest card was proved, at whichever desk. */
  provedAt(member: MemberKey): Date | undefined {
    const at = this.#db.coded(() => this.#provedAt.get(member))?.["at"];
    return typeof at === "number" ? new Date(at) : undefined;
  }

  /** Whether a card of this member is under way, at whichever desk. */
  isInPrint(member: MemberKey): boolean {
    return this.#db.coded(() => this.#isInPrint.get(member)) !== undefined;
  }

  /** Whether it is this desk that prints it. */
  isHere(job: JobId): boolean {
    return this.#db.coded(() => this.#isHere.get(job, this.#desk)) !== undefined;
  }

  /** When each state was reached, from the log itself. */
  times(job: JobId): readonly JobTime[] {
    return this.#events.read(`print/${job}`).flatMap((event): readonly JobTime[] => {
      if (event.type === "print.accepted") return [{ state: "accepted", at: event.at }];
      return event.type === "print.advanced" ? [{ state: event.data.to, at: event.at }] : [];
    });
  }

  #assertHere(job: JobId): void {
    if (!this.isHere(job)) throw new TitianError("JOB_ELSEWHERE", { details: { job } });
  }

  #require(job: JobId): PrintJob {
    const found = this.get(job);
    if (!found) throw new TitianError("JOB_NOT_FOUND", { details: { job } });
    return found;
  }

  #one(statement: StatementSync, key: string): PrintJob | undefined {
    const row = this.#db.coded(() => statement.get(key)) as JobRow | undefined;
    return row && toJob(row);
  }

  #all(statement: StatementSync, ...keys: readonly (string | number)[]): readonly PrintJob[] {
    return (this.#db.coded(() => statement.all(...keys)) as unknown as JobRow[]).map(toJob);
  }
}

/** States of ours, as SQL has them. */
const listed = (states: readonly JobState[]): string => states.map((state) => `'${state}'`).join(", ");
