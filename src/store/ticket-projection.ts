import type { StatementSync } from "node:sqlite";
import type { StoreDatabase } from "./database.ts";
import type { EventData, StoredEvent } from "./event-catalog.ts";
import { type StreamProjection, subjectOf } from "./projection.ts";
import { IS_IN_QUEUE } from "./ticket-store.ts";

/** Keeps `tickets`. What is over stays over: a late event of another desk brings nobody back into the queue. */
export class TicketProjection implements StreamProjection {
  readonly noun = "case";
  readonly tables = ["tickets"];
  readonly #take: StatementSync;
  readonly #call: StatementSync;
  readonly #miss: StatementSync;
  readonly #serve: StatementSync;
  readonly #withdraw: StatementSync;
  readonly #close: StatementSync;
  readonly #forget: StatementSync;

  constructor(db: StoreDatabase) {
    this.#take = db.prepare(
      `INSERT INTO tickets (rowid, logical, case_id, desk, number, day, kind, state, taken_at, taken_ms, boot_id, calls)
       VALUES (?, ?, ?, ?, ?, ?, ?, 'waiting', ?, ?, ?, 0)`,
    );
    this.#call = db.prepare(
      `UPDATE tickets SET state = 'called', called_at = ?, called_by = ?, counter = ?, calls = calls + 1,
         call_order = ?
       WHERE case_id = ? AND ${IS_IN_QUEUE}`,
    );
    // Another desk may have called meanwhile: then somebody is on the way there.
    this.#miss = db.prepare(
      "UPDATE tickets SET state = 'missed' WHERE case_id = ? AND state = 'called' AND called_by = ?",
    );
    this.#serve = db.prepare(`UPDATE tickets SET state = 'served' WHERE case_id = ? AND ${IS_IN_QUEUE}`);
    this.#withdraw = db.prepare(
      `UPDATE tickets SET state = 'withdrawn' WHERE case_id = ? AND ${IS_IN_QUEUE}`,
    );
    this.#close = db.prepare(
      `UPDATE tickets SET state = iif(state = 'missed', 'absent', 'forgotten') WHERE case_id = ? AND ${IS_IN_QUEUE}`,
    );
    this.#forget = db.prepare("DELETE FROM tickets WHERE case_id = ?");
  }

  apply(event: StoredEvent, position: number): void {
    const id = subjectOf(event);
    switch (event.type) {
      case "case.queued":
        this.#queue(event, id, event.data, position);
        break;
      case "case.called":
        this.#call.run(event.at.getTime(), event.desk, event.data.counter, event.logical, id);
        break;
      case "case.missed":
        this.#miss.run(id, event.desk);
        break;
      case "case.opened":
        this.#serve.run(id);
        break;
      case "case.queueLeft":
        (event.data.why === "withdrawn" ? this.#withdraw : this.#close).run(id);
        break;
    }
  }

  forget(subject: string): void {
    this.#forget.run(subject);
  }

  #queue(event: StoredEvent, id: string, data: EventData<"case.queued">, position: number): void {
    const { desk, at, monotonicMs, bootId, logical } = event;
    this.#take.run(
      position,
      logical,
      id,
      desk,
      data.ticket,
      data.day,
      data.kind ?? null,
      at.getTime(),
      monotonicMs,
      bootId,
    );
  }
}
