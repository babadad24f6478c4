import type { StatementSync } from "node:sqlite";
import { inOrder } from "../sla/case-order.ts";
import type { StoreDatabase } from "./database.ts";
import type { StoredEvent } from "./event-catalog.ts";
import { EVENT_COLUMNS, readEvent, type SealedRow } from "./event-row.ts";
import { type StreamProjection, subjectOf } from "./projection.ts";
import { type Projections, projectionsOn } from "./projections.ts";

type Placed = StoredEvent & { readonly position: number };

/**
 * Applies events to every projection in the order in which they arrive, and puts right what arrived too late: of a stream that
 * several desks have written the tables are always as if all of it had come in the desks' common order.
 */
export class Projector {
  readonly #db: StoreDatabase;
  readonly #projections: Projections;
  readonly #hasOther: StatementSync;
  readonly #history: StatementSync;
  readonly #first: StatementSync;
  /** Whether the store has events of more than one desk, or was restored. Until then nothing can arrive too late. */
  #isShared: boolean;

  constructor(db: StoreDatabase, projections: Projections = projectionsOn(db)) {
    this.#db = db;
    this.#projections = projections;
    const known = "position <= ? AND position NOT IN (SELECT position FROM unread_events)";
    this.#hasOther = db.prepare(
      `SELECT 1 FROM events WHERE stream = ? AND (desk <> ? OR seq > ?) AND ${known} LIMIT 1`,
    );
    this.#history = db.prepare(
      `SELECT position, ${EVENT_COLUMNS} FROM events WHERE stream = ? AND ${known} ORDER BY position`,
    );
    this.#first = db.prepare(
      `WITH ends AS (SELECT (SELECT min(desk) FROM events) AS first, (SELECT max(desk) FROM events) AS last)
       SELECT first <> last OR (SELECT max(seq) FROM events WHERE desk = first) > (SELECT max(position) FROM events) AS shared
       FROM ends`,
    );
    this.#isShared = this.#looksShared();
  }

  get tables(): readonly string[] {
    const { ofStreams, others } = this.#projections;
    return [...ofStreams, ...others].flatMap(({ tables }) => tables);
  }

  /** Within the transaction that has just stored the event. */
  apply(event: StoredEvent, position: number): void {
    const { ofStreams, others } = this.#projections;
    const concerned = ofStreams.filter(({ noun }) => event.stream.startsWith(`${noun}/`));
    const order = concerned.length > 0 ? this.#orderIfLate(event, position) : undefined;
    for (const projection of order ? others : [...ofStreams, ...others]) projection.apply(event, position);
    if (order) again(concerned, order, subjectOf(event));
  }

  /** An event was stored that came from elsewhere. */
  sharedNow(): void {
    this.#isShared ||= this.#looksShared();
  }

  /** The stream's events in their order, where this one does not simply come last. */
  #orderIfLate({ id, stream, desk, seq }: StoredEvent, position: number): readonly Placed[] | undefined {
    if (!this.#isShared || !this.#hasOther.get(stream, desk, seq, position)) return undefined;
    const rows = this.#history.all(stream, position) as unknown as (SealedRow & {
      readonly position: number;
    })[];
    const events = rows.map((row): Placed => ({ ...readEvent(row), position: row.position }));
    const order = inOrder(events);
    const before = inOrder(events.filter((event) => event.id !== id));
    const isLast = before.every((event, index) => order[index]?.id === event.id);
    return isLast ? undefined : order;
  }

  #looksShared(): boolean {
    return this.#db.coded(() => this.#first.get())?.["shared"] === 1;
  }
}

function again(projections: readonly StreamProjection[], order: readonly Placed[], subject: string): void {
  for (const projection of projections) {
    projection.forget(subject);
    for (const event of order) projection.apply(event, event.position);
  }
}
