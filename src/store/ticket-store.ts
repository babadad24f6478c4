import type { StatementSync } from "node:sqlite";
import type { CaseId, LocalDate, Moment, OneOf } from "../kernel/types.ts";
import type { CaseKind } from "../sla/case-event.ts";
import type { StoreDatabase } from "./database.ts";
import type { Span } from "./result-figures.ts";

/**
 * `missed`: called, did not come, and may be called once more. Over: `served`; `withdrawn`: given back; `absent`: missed until
 * the day was over; `forgotten`: neither served nor sent away when it was.
 */
export const IN_QUEUE = ["waiting", "called", "missed"] as const;
/** The same as a condition: the index of those who are still there is made of it. */
export const IS_IN_QUEUE = `state IN (${IN_QUEUE.map((state) => `'${state}'`).join(", ")})`;
const OVER = ["served", "withdrawn", "absent", "forgotten"] as const;
export type TicketState = OneOf<typeof IN_QUEUE> | OneOf<typeof OVER>;

/** Somebody's place in the queue. The case of the same id is opened when the service begins. */
export interface Ticket {
  readonly case: CaseId;
  readonly desk: string;
  readonly number: string;
  /** The site's own day. */
  readonly day: LocalDate;
  readonly kind: CaseKind | undefined;
  readonly state: TicketState;
  readonly taken: Moment;
  /** Of the newest call. */
  readonly calledAt: Date | undefined;
  /** The desk that made it, and how people call that desk. */
  readonly calledBy: string | undefined;
  readonly counter: string | undefined;
  readonly calls: number;
}

interface TicketRow {
  readonly case_id: string;
  readonly desk: string;
  readonly number: string;
  readonly day: string;
  readonly kind: string | null;
  readonly state: string;
  readonly taken_at: number;
  readonly taken_ms: number;
  readonly boot_id: string;
  readonly called_at: number | null;
  readonly called_by: string | null;
  readonly counter: string | null;
  readonly calls: number;
}

export class TicketStore {
  readonly #db: StoreDatabase;
  readonly #byId: StatementSync;
  readonly #inQueue: StatementSync;
  readonly #byCall: StatementSync;
  readonly #outcomes: StatementSync;

  constructor(db: StoreDatabase) {
    this.#db = db;
    this.#byId = db.prepare("SELECT * FROM tickets WHERE case_id = ?");
    this.#inQueue = db.prepare(`SELECT * FROM tickets WHERE ${IS_IN_QUEUE} ORDER BY logical, desk`);
    // Each half by its own index, and only then in order: SQLite would else walk all calls there ever were.
    this.#byCall = db.prepare(
      `SELECT * FROM (
         SELECT * FROM tickets WHERE ${IS_IN_QUEUE} AND state = 'called' UNION ALL
         SELECT * FROM tickets WHERE day = ? AND state = 'served' AND call_order IS NOT NULL
       ) ORDER BY +call_order DESC LIMIT ?`,
    );
    this.#outcomes = db.prepare(
      "SELECT state, count(*) AS count FROM tickets WHERE day BETWEEN ? AND ? GROUP BY state",
    );
  }

  get(id: CaseId): Ticket | undefined {
    const row = this.#db.coded(() => this.#byId.get(id)) as TicketRow | undefined;
    return row && toTicket(row);
  }

  /** Everybody who is waiting, called or missed, in the order in which they came, of whatever day. */
  inQueue(): readonly Ticket[] {
    return (this.#db.coded(() => this.#inQueue.all()) as unknown as TicketRow[]).map(toTicket);
  }

  /** Numbers of that day that were called and came, or are awaited, the newest call first. */
  lastCalled(day: LocalDate, limit: number): readonly Ticket[] {
    return (this.#db.coded(() => this.#byCall.all(day, limit)) as unknown as TicketRow[]).map(toTicket);
  }

  /** How many numbers of those days stand where. */
  outcomes({ from, to }: Span): ReadonlyMap<TicketState, number> {
    const rows = this.#db.coded(() => this.#outcomes.all(from, to));
    return new Map(rows.map((row) => [row["state"] as TicketState, Number(row["count"])]));
  }
}

function toTicket(row: TicketRow): Ticket {
  return {
    case: row.case_id as CaseId,
    desk: row.desk,
    number: row.number,
    day: row.day as LocalDate,
    kind: (row.kind ?? undefined) as CaseKind | undefined,
    state: row.state as TicketState,
    taken: { at: new Date(row.taken_at), monotonicMs: row.taken_ms, bootId: row.boot_id },
    calledAt: row.called_at === null ? undefined : new Date(row.called_at),
    calledBy: row.called_by ?? undefined,
    counter: row.counter ?? undefined,
    calls: row.calls,
  };
}
