import type { StatementSync } from "node:sqlite";
import { TitianError } from "../kernel/errors.ts";
import type { StoreDatabase } from "./database.ts";
import type { StoredEvent } from "./event-catalog.ts";
import { isValid } from "./event-check.ts";
import type { EventLog } from "./event-log.ts";
import { EVENT_COLUMNS, type EventRow, readEvent, type SealedRow, sealed, toEvent } from "./event-row.ts";
import { LIBRARY_NOUNS, scopeOf } from "./exchange-scope.ts";
import type { ExchangeRow, ExchangeSeal } from "./exchange-seal.ts";
import { type PassedOver, passedOverIn } from "./passed-over.ts";
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
  readonly #insert: StatementSync;
  readonly #unread: StatementSync;
  readonly #countUnread: StatementSync;
  readonly #line: StatementSync;
  readonly #others: StatementSync;
  #desks: Set<string> | undefined;

  constructor({ db, events, projector, desk, seal }: Dependencies) {
    this.#db = db;
    this.#events = events;
    this.#projector = projector;
    this.#desk = desk;
    this.#seal = seal;
    this.#insert = db.prepare(
      `INSERT INTO events (${EVENT_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#unread = db.prepare("INSERT INTO unread_events (position) VALUES (?)");
    this.#countUnread = db.prepare("SELECT count(*) AS events FROM unread_events");
    const nouns = LIBRARY_NOUNS.map((noun) => `'${noun}'`).join(", ");
    // A copied PC has events of its old id that never went to anybody.
    this.#line = db.prepare(
      `SELECT seq FROM events
       WHERE desk = ? AND seq <= ? AND (substr(stream, 1, instr(stream, '/') - 1) IN (${nouns})
         OR position IN (SELECT position FROM unread_events))
       ORDER BY seq DESC LIMIT 1`,
    );
    this.#others = db.prepare("SELECT DISTINCT desk FROM events WHERE desk <> ?");
  }

  /** Other desks of the library, as far as an event of theirs has come. */
  get desks(): readonly string[] {
    this.#desks ??= new Set(
      this.#db.coded(() => this.#others.all(this.#desk)).map(({ desk }) => String(desk)),
    );
    return [...this.#desks].sort();
  }

  /** The newest exchanged event of that desk that lies here; 0 before the first. */
  lastSeq(desk: string): number {
    return this.#lineAt(desk, Number.MAX_SAFE_INTEGER);
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
    this.#assertLine(desk, this.lastSeq(desk), rows);
    const readable = this.#db.transaction(() => rows.flatMap((row) => this.#write(row)));
    if (rows.length > 0) this.#desks?.add(desk);
    if (readable.length > 0) this.#events.received(readable);
  }

  /** Where this desk may have sent what it has not got any more. */
  get passedOver(): readonly PassedOver[] {
    return this.#db.coded(() => passedOverIn(this.#db, this.#desk));
  }

  /** This desk's newest exchanged event up to that number. */
  ownLineAt(seq: number): number {
    return this.#lineAt(this.#desk, seq);
  }

  /**
   * This desk's own events of before it was restored, from those who have kept them: on the disk at their old place in every
   * view when it returns, or nothing. Throws `EXCHANGE_DAMAGED` where they do not follow on what is here.
   */
  takeBack({ after, upTo }: PassedOver, rows: readonly ExchangeRow[]): void {
    this.#assertLine(this.#desk, this.ownLineAt(upTo), rows);
    const isOutside = rows.find(({ seq }) => seq <= after || seq > upTo);
    if (isOutside)
      throw new TitianError("EXCHANGE_DAMAGED", { details: { desk: this.#desk, seq: isOutside.seq } });
    const readable = this.#db.transaction(() => rows.flatMap((row) => this.#write(row)));
    if (readable.length > 0) this.#events.received(readable);
  }

  #lineAt(desk: string, seq: number): number {
    return this.#db.coded(() => Number(this.#line.get(desk, seq)?.["seq"] ?? 0));
  }

  #assertLine(desk: string, from: number, rows: readonly ExchangeRow[]): void {
    let last = from;
    for (const row of rows) {
      const isNext = row.desk === desk && row.afterSeq === last && row.seq > last;
      if (!isNext || !this.#seal.holds(row))
        throw new TitianError("EXCHANGE_DAMAGED", { details: { desk, seq: row.seq, after: last } });
      last = row.seq;
    }
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
