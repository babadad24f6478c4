import type { StatementSync } from "node:sqlite";
import { TitianError } from "../kernel/errors.ts";
import type { StoreDatabase } from "./database.ts";
import type { EventLog } from "./event-log.ts";
import { EVENT_COLUMNS, readEvent, type SealedRow } from "./event-row.ts";
import { LIBRARY_NOUNS } from "./exchange-scope.ts";
import type { ExchangeRow, ExchangeSeal } from "./exchange-seal.ts";

/** What one transaction of the shared server carries at most: a statement of this size fits every server's usual limit. */
const MOST_CHARACTERS = 400_000;

interface Dependencies {
  readonly db: StoreDatabase;
  readonly events: Pick<EventLog, "lastSeq">;
  readonly desk: string;
  readonly seal: ExchangeSeal;
}

/** This desk's events on their way to the library's others: a cursor over the log, not a copy of it. */
export class Outbox {
  readonly #db: StoreDatabase;
  readonly #events: Pick<EventLog, "lastSeq">;
  readonly #desk: string;
  readonly #seal: ExchangeSeal;
  readonly #read: StatementSync;
  readonly #write: StatementSync;
  readonly #rows: StatementSync;
  readonly #count: StatementSync;

  constructor({ db, events, desk, seal }: Dependencies) {
    this.#db = db;
    this.#events = events;
    this.#desk = desk;
    this.#seal = seal;
    this.#read = db.prepare("SELECT pushed_seq FROM outbox WHERE target = 'library'");
    this.#write = db.prepare(
      `INSERT INTO outbox (target, pushed_seq) VALUES ('library', ?)
       ON CONFLICT (target) DO UPDATE SET pushed_seq = max(pushed_seq, excluded.pushed_seq)`,
    );
    const nouns = LIBRARY_NOUNS.map((noun) => `'${noun}'`).join(", ");
    const exchanged = `desk = ? AND seq > ? AND substr(stream, 1, instr(stream, '/') - 1) IN (${nouns})`;
    this.#rows = db.prepare(`SELECT ${EVENT_COLUMNS} FROM events WHERE ${exchanged} ORDER BY seq LIMIT ?`);
    this.#count = db.prepare(`SELECT count(*) AS events FROM events WHERE ${exchanged}`);
  }

  /** The newest sequence number that the shared database has acknowledged; 0 before the first. */
  get pushedSeq(): number {
    return this.#db.coded(() => Number(this.#read.get()?.["pushed_seq"] ?? 0));
  }

  /** How many events the others do not have yet. */
  get waiting(): number {
    return this.countAfter(this.pushedSeq);
  }

  countAfter(seq: number): number {
    return this.#db.coded(() => Number(this.#count.get(this.#desk, seq)?.["events"]));
  }

  /** What is not acknowledged yet, oldest first, and no more than fits into one statement. */
  pending(limit: number): readonly ExchangeRow[] {
    return this.after(this.pushedSeq, limit);
  }

  /** What this desk exchanges after `seq`, which is one of those. */
  after(seq: number, limit: number): readonly ExchangeRow[] {
    const rows = this.#db.coded(() => this.#rows.all(this.#desk, seq, limit)) as unknown as SealedRow[];
    const sealed: ExchangeRow[] = [];
    let [afterSeq, characters] = [seq, 0];
    for (const { checksum, ...row } of rows) {
      readEvent({ ...row, checksum });
      characters += row.data.length;
      if (sealed.length > 0 && characters > MOST_CHARACTERS) break;
      const whole = { ...row, logical: row.logical ?? row.at, afterSeq };
      sealed.push({ ...whole, seal: this.#seal.of(whole) });
      afterSeq = row.seq;
    }
    return sealed;
  }

  /** The shared database holds everything up to `seq`. A late answer never moves the cursor back. */
  acknowledge(seq: number): void {
    if (seq > this.#events.lastSeq) {
      throw new TitianError("INTERNAL", { details: { acknowledged: seq, last: this.#events.lastSeq } });
    }
    this.#db.transaction(() => this.#write.run(seq));
  }
}
