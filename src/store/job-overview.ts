import type { StatementSync } from "node:sqlite";
import { PRIORITIES, type PrintJob, type Priority, type ReprintReason } from "../cards/print-job.ts";
import type { DeviceId } from "../kernel/types.ts";
import type { StoreDatabase } from "./database.ts";
import { type JobRow, toJob } from "./job-row.ts";
import { IS_OPEN } from "./open-cases.ts";

/** What became of one card, and when that was said. */
export interface SettledCard {
  /** Undefined: a good card. */
  readonly spoiled: ReprintReason | undefined;
  readonly at: Date;
}

/** Which cards a person is asked about. */
interface Asked {
  readonly now: Date;
  /** A card that came out is asked about when no scan has proved it for so long. */
  readonly unprovedAfterMs: Readonly<Record<Priority, number>>;
  /** What is longer ago is not asked about any more. */
  readonly forgottenAfterMs: number;
}

/** Of one job, by its place in the list of priorities. */
const UNPROVED_AFTER = `CASE priority ${PRIORITIES.map((_, rank) => `WHEN ${rank} THEN ?`).join(" ")} END`;

/** This desk's print jobs as those who look after a printer want to see them. */
export class JobOverview {
  readonly #db: StoreDatabase;
  readonly #desk: string;
  readonly #asked: StatementSync;
  readonly #settled: StatementSync;
  readonly #printers: StatementSync;

  constructor(db: StoreDatabase, desk: string) {
    this.#db = db;
    this.#desk = desk;
    this.#asked = db.prepare(
      `SELECT * FROM print_jobs AS job INDEXED BY print_jobs_unsettled
       WHERE desk = ? AND printer = ? AND state IN ('reported', 'vanished', 'failed')
         AND updated_at BETWEEN ? AND ?
         AND NOT (state = 'reported' AND abs(updated_at - ?) < (${UNPROVED_AFTER}))
         AND NOT (state = 'failed' AND ink = 'none' AND batch IS NOT NULL)
         AND NOT EXISTS (SELECT 1 FROM cases WHERE cases.case_id = job.case_id
                         AND NOT cases.${IS_OPEN})
         AND NOT EXISTS (SELECT 1 FROM print_jobs AS later WHERE later.member_key = job.member_key
                         AND later.rowid > job.rowid AND later.state <> 'cancelled')
       ORDER BY updated_at DESC LIMIT ?`,
    );
    this.#settled = db.prepare(
      `SELECT spoiled_reason, updated_at FROM print_jobs
       WHERE desk = ? AND printer = ? AND state IN ('confirmed', 'spoiled') AND updated_at >= ?`,
    );
    this.#printers = db.prepare(
      "SELECT DISTINCT printer FROM print_jobs WHERE desk = ? AND state IN ('accepted', 'rendered', 'verified')",
    );
  }

  /**
   * Newest first: cards that a person has to say something about. No scan has proved them, nothing was printed instead, and
   * their case goes on; of a batch's cards that were not printed, the batch tells. The printer may have said that the card is
   * out, that it failed, or nothing any more. A clock that was set back makes a card look as if it were of tomorrow: it is
   * asked about all the same.
   */
  asked(
    printer: DeviceId,
    { now, unprovedAfterMs, forgottenAfterMs }: Asked,
    most: number,
  ): readonly PrintJob[] {
    const at = now.getTime();
    const patience = PRIORITIES.map((priority) => unprovedAfterMs[priority]);
    const rows = this.#db.coded(() =>
      this.#asked.all(
        ...[this.#desk, printer, at - forgottenAfterMs, at + forgottenAfterMs],
        ...[at, ...patience, most],
      ),
    ) as unknown as JobRow[];
    return rows.map(toJob);
  }

  settledSince(printer: DeviceId, since: Date): readonly SettledCard[] {
    const rows = this.#db.coded(() => this.#settled.all(this.#desk, printer, since.getTime()));
    return rows.map((row) => ({
      spoiled: (row["spoiled_reason"] ?? undefined) as ReprintReason | undefined,
      at: new Date(Number(row["updated_at"])),
    }));
  }

  /** Printers that a card waits for, also those that have left the desk. */
  printersWaitedFor(): readonly DeviceId[] {
    return this.#db.coded(() => this.#printers.all(this.#desk)).map((row) => row["printer"] as DeviceId);
  }
}
