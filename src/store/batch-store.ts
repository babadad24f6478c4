import type { StatementSync } from "node:sqlite";
import type {
  BatchChange,
  BatchItem,
  BatchMember,
  BatchSetup,
  BatchSheet,
  BatchStore,
  ItemState,
  PrintBatch,
} from "../cards/batch/print-batch.ts";
import type { Clock } from "../kernel/clock.ts";
import { TitianError } from "../kernel/errors.ts";
import type { MemberKey } from "../kernel/types.ts";
import { eventOf, memberEvents } from "./batch-changes.ts";
import { type BatchRow, type ItemRow, toBatch, toItem } from "./batch-rows.ts";
import type { StoreDatabase } from "./database.ts";
import type { EventLog } from "./event-log.ts";
import { uuidV7 } from "./uuid-v7.ts";

interface Dependencies {
  readonly db: StoreDatabase;
  readonly events: EventLog;
  readonly desk: string;
  readonly clock: Clock;
}

/** Print batches on the event log. */
export class SqliteBatchStore implements BatchStore {
  readonly #db: StoreDatabase;
  readonly #events: EventLog;
  readonly #desk: string;
  readonly #clock: Clock;
  readonly #statements = new Map<string, StatementSync>();

  constructor({ db, events, desk, clock }: Dependencies) {
    this.#db = db;
    this.#events = events;
    this.#desk = desk;
    this.#clock = clock;
  }

  open(requestKey: string, setup: BatchSetup, members: readonly BatchMember[]): PrintBatch {
    const known = this.byRequestKey(requestKey);
    if (known) return known;
    const batch = uuidV7(this.#clock);
    const stream = `batch/${batch}`;
    const { design, device, sheets, reprintReason, frontOnly } = setup;
    const data = {
      requestKey,
      design: design ?? null,
      device: device ?? null,
      sheets: sheets ? { ...sheets } : null,
      reprintReason: reprintReason ?? null,
      ...(frontOnly ? { frontOnly } : {}),
      count: members.length,
    };
    this.#events.append([{ stream, type: "batch.opened", data }, ...memberEvents(stream, members)]);
    return this.#require(batch);
  }

  write(batch: string, ...changes: readonly BatchChange[]): PrintBatch {
    const { state } = this.#require(batch);
    if (state === "done" || state === "cancelled")
      throw new TitianError("BATCH_STATE", { details: { batch, state } });
    this.#events.append(changes.map((change) => eventOf(`batch/${batch}`, change)));
    return this.#require(batch);
  }

  get(batch: string): PrintBatch | undefined {
    return this.#batches("batch = ?", batch)[0];
  }

  byRequestKey(requestKey: string): PrintBatch | undefined {
    return this.#batches("request_key = ?", requestKey)[0];
  }

  list(limit: number): readonly PrintBatch[] {
    return this.#batches("desk = ? ORDER BY opened_at DESC, rowid DESC LIMIT ?", this.#desk, limit);
  }

  unfinished(): readonly PrintBatch[] {
    return this.#batches("state NOT IN ('done', 'cancelled') AND desk = ? ORDER BY rowid", this.#desk);
  }

  items(batch: string, from: number, count: number): readonly BatchItem[] {
    return this.#items("batch = ? AND item >= ? ORDER BY item LIMIT ?", batch, from, count);
  }

  item(batch: string, item: number): BatchItem | undefined {
    return this.#items("batch = ? AND item = ?", batch, item)[0];
  }

  waiting(batch: string, limit: number): readonly BatchItem[] {
    const next = "batch = ? AND state = 'waiting' ORDER BY attempt > 0 DESC, item LIMIT ?";
    return this.#items(next, batch, limit);
  }

  placed(batch: string): readonly BatchItem[] {
    return this.#items("batch = ? AND state = 'placed' ORDER BY sheet, cell", batch);
  }

  onSheet(batch: string, sheet: number): readonly BatchItem[] {
    return this.#items("batch = ? AND sheet = ? ORDER BY cell", batch, sheet);
  }

  sheets(batch: string): readonly BatchSheet[] {
    const rows = this.#all("SELECT sheet, state FROM batch_sheets WHERE batch = ? ORDER BY sheet", batch);
    return rows.map(({ sheet, state }) => ({
      sheet: Number(sheet),
      state: state as BatchSheet["state"],
    }));
  }

  printedAt(batch: string, limit: number): readonly Date[] {
    const rows = this.#all(
      `SELECT settled_at FROM batch_items WHERE batch = ? AND state = 'printed'
       ORDER BY settled_at DESC LIMIT ?`,
      batch,
      limit,
    );
    return rows.map((row) => new Date(Number(row["settled_at"])));
  }

  isAwaited(member: MemberKey): boolean {
    const found = this.#all(
      `SELECT 1 FROM batch_items JOIN print_batches USING (batch)
       WHERE member_key = ? AND batch_items.state IN ('waiting', 'placed')
         AND print_batches.state NOT IN ('done', 'cancelled') LIMIT 1`,
      member,
    );
    return found.length > 0;
  }

  #require(batch: string): PrintBatch {
    const found = this.get(batch);
    if (!found) throw new TitianError("BATCH_NOT_FOUND", { details: { batch } });
    return found;
  }

  #batches(where: string, ...values: readonly (string | number)[]): readonly PrintBatch[] {
    const rows = this.#all(`SELECT * FROM print_batches WHERE ${where}`, ...values);
    return rows.map((row) => toBatch(row as unknown as BatchRow, this.#counts(String(row["batch"]))));
  }

  #counts(batch: string): Readonly<Record<ItemState, number>> {
    const rows = this.#all(
      "SELECT state, count(*) AS n FROM batch_items WHERE batch = ? GROUP BY state",
      batch,
    );
    const counts = { waiting: 0, placed: 0, printed: 0, skipped: 0 };
    for (const { state, n } of rows) counts[state as ItemState] = Number(n);
    return counts;
  }

  #items(where: string, ...values: readonly (string | number)[]): readonly BatchItem[] {
    return this.#all(`SELECT * FROM batch_items WHERE ${where}`, ...values).map((row) =>
      toItem(row as unknown as ItemRow),
    );
  }

  #all(sql: string, ...values: readonly (string | number)[]): readonly Record<string, unknown>[] {
    const statement = this.#statements.get(sql) ?? this.#db.prepare(sql);
    this.#statements.set(sql, statement);
    return this.#db.coded(() => statement.all(...values));
  }
}
