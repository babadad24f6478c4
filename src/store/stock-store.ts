import type { StatementSync } from "node:sqlite";
import type { JobState } from "../cards/print-job.ts";
import type { StockItem, StockKind, StockReason } from "../cards/stock/stock-items.ts";
import type { StockBook } from "../cards/stock/stock-level.ts";
import type { JobId } from "../kernel/types.ts";
import type { StoreDatabase } from "./database.ts";

export interface StockSum {
  readonly item: StockItem;
  readonly kind: StockKind;
  /** `other` where none was said. */
  readonly reason: StockReason;
  /** Within the period, or before it. */
  readonly isWithin: boolean;
  readonly count: number;
}

/** What this desk has in stock. An item that nobody has received or counted is not kept. */
export class StockStore {
  readonly #db: StoreDatabase;
  readonly #desk: string;
  readonly #book: StatementSync;
  readonly #used: StatementSync;
  readonly #first: StatementSync;
  readonly #isUsed: StatementSync;
  readonly #uncounted: StatementSync;
  readonly #sums: StatementSync;

  constructor(db: StoreDatabase, desk: string) {
    this.#db = db;
    this.#desk = desk;
    this.#book = db.prepare("SELECT * FROM stock WHERE desk = ? AND item = ?");
    this.#used = db.prepare(
      `SELECT coalesce(sum(count), 0) AS used FROM stock_moves
       WHERE desk = ? AND item = ? AND at >= ? AND kind IN ('consume', 'spoil')`,
    );
    this.#first = db.prepare("SELECT min(at) AS at FROM stock_moves WHERE desk = ? AND item = ?");
    this.#isUsed = db.prepare("SELECT 1 FROM stock_moves WHERE used_by = ? AND item = ? LIMIT 1");
    this.#uncounted = db.prepare(
      `SELECT job FROM print_jobs
       WHERE desk = ?1 AND state IN (SELECT value FROM json_each(?3)) AND sheet IS NULL
         AND accepted_at >= (SELECT min(at) FROM stock_moves WHERE desk = ?1 AND item = ?2)
         AND NOT EXISTS (SELECT 1 FROM stock_moves WHERE used_by = print_jobs.job AND item = ?2)
       ORDER BY rowid`,
    );
    this.#sums = db.prepare(
      `SELECT item, kind, coalesce(reason, 'other') AS reason, at >= ?1 AS within, sum(count) AS count
       FROM stock_moves WHERE desk = ?2 AND at < ?3 GROUP BY item, kind, reason, within`,
    );
  }

  book(item: StockItem): StockBook | undefined {
    const row = this.#db.coded(() => this.#book.get(this.#desk, item));
    if (!row) return undefined;
    return {
      item,
      balance: Number(row["balance"]),
      full: Number(row["full_at"]),
      isBookWrong: Number(row["is_book_wrong"]) === 1,
    };
  }

  /** Consumed and spoiled since, in the item's own unit. */
  usedSince(item: StockItem, from: Date): number {
    return Number(this.#db.coded(() => this.#used.get(this.#desk, item, from.getTime()))?.["used"]);
  }

  firstMoveAt(item: StockItem): Date | undefined {
    const at = this.#db.coded(() => this.#first.get(this.#desk, item))?.["at"];
    return typeof at === "number" ? new Date(at) : undefined;
  }

  /** Prints of card printers in these states, since the item is kept, that no movement names. */
  uncounted(item: StockItem, states: readonly JobState[]): readonly JobId[] {
    const rows = this.#db.coded(() => this.#uncounted.all(this.#desk, item, JSON.stringify(states)));
    return rows.map((row) => row["job"] as JobId);
  }

  /** Whether this job, or this run, has been counted. */
  isUsedBy(usedBy: string, item: StockItem): boolean {
    return this.#db.coded(() => this.#isUsed.get(usedBy, item)) !== undefined;
  }

  /** What became of every item that was ever received or counted, before `from` and from then until before `until`. */
  sums(from: Date, until: Date): readonly StockSum[] {
    const rows = this.#db.coded(() => this.#sums.all(from.getTime(), this.#desk, until.getTime()));
    return rows.map((row) => ({
      item: row["item"] as StockItem,
      kind: row["kind"] as StockKind,
      reason: row["reason"] as StockReason,
      isWithin: Number(row["within"]) === 1,
      count: Number(row["count"]),
    }));
  }
}
