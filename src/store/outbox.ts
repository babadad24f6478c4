import type { StatementSync } from "node:sqlite";
import { TitianError } from "../kernel/errors.ts";
import type { StoreDatabase } from "./database.ts";
import type { StoredEvent } from "./event-catalog.ts";
import type { EventLog } from "./event-log.ts";

/** This desk's events on their way to one other place: a cursor over the log, not a copy of it. */
export class Outbox {
  readonly #db: StoreDatabase;
  readonly #events: EventLog;
  readonly #target: string;
  readonly #read: StatementSync;
  readonly #write: StatementSync;

  constructor(db: StoreDatabase, events: EventLog, target: string) {
    this.#db = db;
    this.#events = events;
    this.#target = target;
    this.#read = db.prepare("SELECT pushed_seq FROM outbox WHERE target = ?");
    this.#write = db.prepare(
      `INSERT INTO outbox (target, pushed_seq) VALUES (?, ?)
       ON CONFLICT (target) DO UPDATE SET pushed_seq = max(pushed_seq, excluded.pushed_seq)`,
    );
  }

  /** The newest sequence number the target has acknowledged; 0 before the first. */
  get pushedSeq(): number {
    return this.#db.coded(() => Number(this.#read.get(this.#target)?.["pushed_seq"] ?? 0));
  }

  /** What the target has not acknowledged yet, oldest first. */
  pending(limit: number): readonly StoredEvent[] {
    return [...this.#events.readAll(this.pushedSeq, limit)];
  }

  /** The target holds everything up to `seq`. A late answer never moves the cursor back. */
  acknowledge(seq: number): void {
    if (seq > this.#events.lastSeq) {
      throw new TitianError("INTERNAL", { details: { acknowledged: seq, last: this.#events.lastSeq } });
    }
    this.#db.transaction(() => this.#write.run(this.#target, seq));
  }
}
