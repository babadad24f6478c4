import type { StatementSync } from "node:sqlite";
import type { PrintJob, ReprintReason } from "../cards/print-job.ts";
import type { DeviceId } from "../kernel/types.ts";
import type { StoreDatabase } from "./database.ts";
import { type JobRow, toJob } from "./job-row.ts";

/** What became of one card, and when that was said. */
export interface SettledCard {
  /** Undefined: a good card. */
  readonly spoiled: ReprintReason | undefined;
  readonly at: Date;
}

/** This desk's print jobs as those who look after a printer want to see them. */
export class JobOverview {
  readonly #db: StoreDatabase;
  readonly #desk: string;
  readonly #unsettled: StatementSync;
  readonly #settled: StatementSync;
  readonly #printers: StatementSync;

  constructor(db: StoreDatabase, desk: string) {
    this.#db = db;
    this.#desk = desk;
    this.#unsettled = db.prepare(
      `SELECT * FROM print_jobs AS job WHERE desk = ? AND printer = ? AND state IN ('reported', 'vanished', 'failed')
         AND NOT EXISTS (SELECT 1 FROM print_jobs AS later WHERE later.member_key = job.member_key
                         AND later.rowid > job.rowid AND later.state <> 'cancelled')
       ORDER BY rowid DESC LIMIT ?`,
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
   * Newest first: cards that no scan has proved and that nothing was printed instead of. The printer may have said that the
   * card is out, that it failed, or nothing any more.
   */
  unsettled(printer: DeviceId, most: number): readonly PrintJob[] {
    const rows = this.#db.coded(() => this.#unsettled.all(this.#desk, printer, most)) as unknown as JobRow[];
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
