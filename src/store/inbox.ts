import type { StatementSync } from "node:sqlite";
import { TitianError } from "../kernel/errors.ts";
import type { StoreDatabase } from "./database.ts";
import type { StoredEvent } from "./event-catalog.ts";
import { isValid } from "./event-check.ts";
import type { EventLog } from "./event-log.ts";
import { EVENT_COLUMNS, type EventRow, readEvent, type SealedRow, sealed, toEvent } from "./event-row.ts";
import { scopeOf } from "./exchange-scope.ts";
import type { ExchangeRow, ExchangeSeal } from "./exchange-seal.ts";
import type { Projector } from "./projector.ts";
import { replay } from "./rebuild.ts";

interface Dependencies {
  readonly db: StoreDatabase;
  readonly events: Pick<EventLog, "received">;
  readonly projector: Projector;
  readonly desk: string;
  readonly seal: ExchangeSeal;
}

/** Other desks' events on their way into this store. What lies in the log is the cursor: the two can never disagree. */
export class Inbox {
  readonly #db: StoreDatabase;
  readonly #events: Pick<EventLog, "received">;
  readonly #projector: Projector;
  readonly #desk: string;
  readonly #seal: ExchangeSeal;
  readonly #lastSeq: StatementSync;
  readonly #insert: StatementSync;
  readonly #unread: StatementSync;
  readonly #countUnread: StatementSync;

  constructor({ db, events, projector, desk, seal }: Dependencies) {
    this.#db = db;
    this.#events = events;
    this.#projector = projector;
    this.#desk = desk;
    this.#seal = seal;
    this.#lastSeq = db.prepare("SELECT coalesce(max(seq), 0) AS seq FROM events WHERE desk = ?");
    this.#insert = db.prepare(
      `INSERT INTO events (${EVENT_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#unread = db.prepare("INSERT INTO unread_events (position) VALUES (?)");
    this.#countUnread = db.prepare("SELECT count(*) AS events FROM unread_events");
  }

  /** The newest event of that desk that lies here; 0 before the first. */
  lastSeq(desk: string): number {
    return this.#db.coded(() => Number(this.#lastSeq.get(desk)?.["seq"]));
  }

  /** Events that this version keeps and cannot read. */
  get unread(): number {
    return this.#db.coded(() => Number(this.#countUnread.get()?.["events"]));
  }

  /**
   * The next events of one other desk, in its own order; with every projection on the disk when it returns, or nothing.
   * Throws `EXCHANGE_DAMAGED` where one is missing in between or was not written by a desk of this library.
   */
  receive(desk: string, rows: readonly ExchangeRow[]): void {
    if (desk === this.#desk) throw new TitianError("INTERNAL", { details: { desk } });
    let last = this.lastSeq(desk);
    for (const row of rows) {
      const isNext = row.desk === desk && row.afterSeq === last && row.seq > last;
      if (!isNext || !this.#seal.holds(row))
        throw new TitianError("EXCHANGE_DAMAGED", { details: { desk, seq: row.seq, after: last } });
      last = row.seq;
    }
    const readable = this.#db.transaction(() => rows.flatMap((row) => this.#write(row)));
    if (readable.length > 0) this.#events.received(readable);
  }

  #write({ afterSeq: _, seal: __, ...row }: ExchangeRow): readonly StoredEvent[] {
    const { lastInsertRowid } = this.#insert.run(...sealed(row));
    const position = Number(lastInsertRowid);
    this.#projector.sharedNow();
    const event = readableEvent(row);
    if (event) this.#projector.apply(event, position);
    else this.#unread.run(position);
    return event ? [event] : [];
  }
}

/** Undefined for a type or a field that a newer Titian knows, and for what no other desk has a say in. */
function readableEvent(row: EventRow): StoredEvent | undefined {
  if (scopeOf(row.stream) !== "library") return undefined;
  const event = toEvent(row);
  return isValid(event) ? event : undefined;
}

/** After an update: what was kept unread and is understood now takes its place in every view. Returns how many there were. */
export function readAgain(db: StoreDatabase): number {
  const rows = db.coded(() =>
    db.prepare(`SELECT position, ${EVENT_COLUMNS} FROM events JOIN unread_events USING (position)`).all(),
  ) as unknown as (SealedRow & { readonly position: number })[];
  const understood = rows.filter((row) => readEvent(row) && readableEvent(row));
  if (understood.length === 0) return 0;
  db.transaction(() => {
    const forget = db.prepare("DELETE FROM unread_events WHERE position = ?");
    for (const { position } of understood) forget.run(position);
    replay(db);
  });
  return understood.length;
}
