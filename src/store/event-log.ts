import { EventEmitter } from "node:events";
import type { StatementSync } from "node:sqlite";
import type { Clock } from "../kernel/clock.ts";
import { TitianError } from "../kernel/errors.ts";
import type { Logger } from "../kernel/log.ts";
import { inOrder } from "../sla/case-order.ts";
import type { StoreDatabase } from "./database.ts";
import type { NewEvent, StoredEvent } from "./event-catalog.ts";
import { assertValid } from "./event-check.ts";
import { EVENT_COLUMNS, readEvent, type SealedRow, sealed, toEvent } from "./event-row.ts";
import { OrderClock } from "./order-clock.ts";
import { isPassedOver, type PassedOver, passedOverIn } from "./passed-over.ts";
import type { Projector } from "./projector.ts";
import { uuidV7 } from "./uuid-v7.ts";

const PAGE = 500;
/** What Titian does by itself stays its own, whoever set it going. */
const SYSTEM = "system";

export interface EventLogEvents {
  /** After the commit, in the order of the log. */
  appended: [{ readonly events: readonly StoredEvent[] }];
  /** Other desks' events, after the commit; of each desk in its own order. Nobody may act on them in its place. */
  received: [{ readonly events: readonly StoredEvent[] }];
  /** Nothing was written; whoever asked has been told the same. */
  refused: [{ readonly error: TitianError }];
}

/** Who is signed in and asked for what happens now: counts for more than a name that a page sends. */
export interface Actor {
  readonly operator: string | undefined;
}

interface Dependencies {
  readonly db: StoreDatabase;
  readonly desk: string;
  readonly clock: Clock;
  readonly log: Logger;
  readonly projector: Pick<Projector, "apply">;
  readonly actor?: Actor;
  /** Numbers up to this one are not given, also where the log does not reach it. */
  readonly resumeAfter?: number;
}

/** What happened at the desk, in order, for ever. Everything else in the store is derived from it. */
export class EventLog {
  readonly events = new EventEmitter<EventLogEvents>();
  readonly #db: StoreDatabase;
  readonly #desk: string;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #projector: Pick<Projector, "apply">;
  readonly #order: OrderClock;
  readonly #undelivered: (() => void)[] = [];
  readonly #actor: Actor | undefined;
  readonly #resumeAfter: number;
  #isDelivering = false;
  readonly #insert: StatementSync;
  readonly #lastSeq: StatementSync;
  readonly #byStream: StatementSync;
  readonly #bySeq: StatementSync;

  constructor({ db, desk, clock, log, projector, actor, resumeAfter = 0 }: Dependencies) {
    this.#db = db;
    this.#desk = desk;
    this.#clock = clock;
    this.#log = log;
    this.#projector = projector;
    this.#order = new OrderClock(db, desk);
    this.#actor = actor;
    this.#resumeAfter = resumeAfter;
    this.#insert = db.prepare(
      `INSERT INTO events (${EVENT_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    this.#lastSeq = db.prepare("SELECT coalesce(max(seq), 0) AS seq FROM events WHERE desk = ?");
    this.#byStream = db.prepare(
      `SELECT ${EVENT_COLUMNS} FROM events WHERE stream = ? AND position NOT IN (SELECT position FROM unread_events)
       ORDER BY position`,
    );
    this.#bySeq = db.prepare(
      `SELECT ${EVENT_COLUMNS} FROM events WHERE desk = ? AND seq > ? ORDER BY seq LIMIT ?`,
    );
  }

  /**
   * On the disk, with every projection, when it returns; several events together or not at all. Throws
   * `STORE_EVENT_INVALID` or `STORE_FULL`, and then nothing was written.
   */
  append(events: NewEvent | readonly NewEvent[]): readonly StoredEvent[] {
    const batch: readonly NewEvent[] = "type" in events ? [events] : events;
    for (const event of batch) assertValid(event);
    if (batch.length === 0) return [];

    const stored = this.#committed(batch);
    this.#deliver(() => this.events.emit("appended", { events: stored }));
    return stored;
  }

  /** Other desks' events lie in the store now: what is appended from here on comes after them, and listeners are told. */
  received(events: readonly StoredEvent[]): void {
    for (const { logical } of events) this.#order.seen(logical);
    this.#deliver(() => this.events.emit("received", { events }));
  }

  #committed(batch: readonly NewEvent[]): readonly StoredEvent[] {
    try {
      return this.#db.transaction(() => this.#write(batch));
    } catch (error) {
      this.events.emit("refused", { error: TitianError.from(error) });
      throw error;
    }
  }

  /** The sequence number of this desk's newest event; 0 for an empty log. */
  get lastSeq(): number {
    return this.#db.coded(() => Number(this.#lastSeq.get(this.#desk)?.["seq"]));
  }

  /** Everything that happened in one stream, in the order that all desks share. */
  read(stream: string): readonly StoredEvent[] {
    return inOrder(
      this.#db.coded(() => (this.#byStream.all(stream) as unknown as SealedRow[]).map(readEvent)),
    );
  }

  /** This desk's events after `afterSeq`, oldest first, read in pages: events appended meanwhile are met too. */
  *readAll(afterSeq = 0, limit = Number.POSITIVE_INFINITY): Generator<StoredEvent, void, void> {
    let cursor = Math.max(0, afterSeq);
    let left = limit;
    let passedOver: readonly PassedOver[] | undefined;
    while (left > 0) {
      const rows = this.#db.coded(
        () => this.#bySeq.all(this.#desk, cursor, Math.min(PAGE, left)) as unknown as SealedRow[],
      );
      for (const row of rows) {
        if (row.seq !== cursor + 1) {
          passedOver ??= this.#db.coded(() => passedOverIn(this.#db, this.#desk));
          if (!isPassedOver(passedOver, cursor, row.seq))
            throw new TitianError("STORE_CORRUPT", { details: { part: "events", seq: cursor + 1 } });
        }
        cursor = row.seq;
        yield readEvent(row);
      }
      if (rows.length < PAGE) return;
      left -= rows.length;
    }
  }

  #write(batch: readonly NewEvent[]): readonly StoredEvent[] {
    const at = this.#clock.now().getTime();
    const monotonicMs = this.#clock.monotonicMs();
    const lastSeq = Math.max(this.lastSeq, this.#resumeAfter);
    const actor = this.#actor?.operator;
    return batch.map(({ stream, type, data, operator }, index) => {
      const row = {
        id: uuidV7(this.#clock),
        desk: this.#desk,
        seq: lastSeq + 1 + index,
        stream,
        type,
        at,
        monotonic_ms: monotonicMs,
        boot_id: this.#clock.bootId,
        operator: (operator === SYSTEM ? operator : (actor ?? operator)) ?? null,
        data: JSON.stringify(data),
        logical: this.#order.next(at),
      };
      const { lastInsertRowid } = this.#insert.run(...sealed(row));
      // Made from the row, not from the caller's object, so that a projection sees now what a rebuild will see.
      const event = toEvent(row);
      this.#projector.apply(event, Number(lastInsertRowid));
      return event;
    });
  }

  /** A listener that appends is answered after the others have heard what came first. */
  #deliver(tell: () => void): void {
    this.#undelivered.push(tell);
    if (this.#isDelivering) return;
    this.#isDelivering = true;
    try {
      for (let next = this.#undelivered.shift(); next; next = this.#undelivered.shift()) this.#tell(next);
    } finally {
      this.#isDelivering = false;
    }
  }

  /** The events are durable: a listener's fault must not look like a failed append. */
  #tell(tell: () => void): void {
    try {
      tell();
    } catch (error) {
      this.#log.error("a listener of the event log failed", { error });
    }
  }
}
