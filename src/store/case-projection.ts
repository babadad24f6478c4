import type { StatementSync } from "node:sqlite";
import { TitianError } from "../kernel/errors.ts";
import type { StoreDatabase } from "./database.ts";
import type { StoredEvent } from "./event-catalog.ts";
import { IS_OPEN } from "./open-cases.ts";
import { type StreamProjection, subjectOf } from "./projection.ts";

/** For tickets whose event does not name its day: the middle one of Indonesia's three zones, UTC+8. */
const MIDDLE_ZONE_MS = 8 * 60 * 60 * 1000;

/** Keeps `cases`: who, under which standard, and where the case stands. A closed case stays closed. */
export class CaseProjection implements StreamProjection {
  readonly noun = "case";
  readonly tables = ["cases"];
  readonly #insert: StatementSync;
  readonly #link: StatementSync;
  readonly #touch: StatementSync;
  readonly #pause: StatementSync;
  readonly #resume: StatementSync;
  readonly #makeReady: StatementSync;
  readonly #unmakeReady: StatementSync;
  readonly #close: StatementSync;
  readonly #forget: StatementSync;
  readonly #openedBy: StatementSync;

  constructor(db: StoreDatabase) {
    this.#insert = db.prepare(
      `INSERT INTO cases (rowid, logical, desk, case_id, member_key, member_id, kind, channel, standard_id, standard_version, ticket,
         opened_on, status, opened_at, updated_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'open', ?, ?) ON CONFLICT (case_id) DO NOTHING`,
    );
    this.#link = db.prepare("UPDATE cases SET member_id = ?, member_key = ? WHERE case_id = ?");
    this.#touch = db.prepare("UPDATE cases SET updated_at = ? WHERE case_id = ?");
    this.#pause = db.prepare(`UPDATE cases SET status = 'paused' WHERE case_id = ? AND ${IS_OPEN}`);
    this.#resume = db.prepare(
      `UPDATE cases SET status = iif(ready_at IS NULL, 'open', 'ready') WHERE case_id = ? AND status = 'paused'`,
    );
    this.#makeReady = db.prepare(
      `UPDATE cases SET ready_at = ?, status = iif(status = 'open', 'ready', status) WHERE case_id = ? AND ${IS_OPEN}`,
    );
    this.#unmakeReady = db.prepare(
      `UPDATE cases SET ready_at = NULL, status = iif(status = 'ready', 'open', status) WHERE case_id = ? AND ${IS_OPEN}`,
    );
    this.#close = db.prepare(`UPDATE cases SET status = ? WHERE case_id = ? AND ${IS_OPEN}`);
    this.#forget = db.prepare("DELETE FROM cases WHERE case_id = ?");
    this.#openedBy = db.prepare("SELECT desk FROM cases WHERE case_id = ?");
  }

  apply(event: StoredEvent, position: number): void {
    if (!event.type.startsWith("case.")) return;
    const id = subjectOf(event);
    const at = event.at.getTime();
    switch (event.type) {
      case "case.opened":
        this.#open(event, position);
        return;
      case "case.memberLinked":
        this.#link.run(event.data.memberId, event.data.memberKey, id);
        break;
      case "case.paused":
        this.#pause.run(id);
        break;
      case "case.resumed":
        this.#resume.run(id);
        break;
      case "case.madeReady":
        this.#makeReady.run(at, id);
        break;
      case "case.cardSpoiled":
      case "case.stepUndone":
        this.#unmakeReady.run(id);
        break;
      case "case.handedOver":
        this.#close.run("handed-over", id);
        break;
      case "case.cardDelivered":
        if (event.data.endsCase) this.#close.run("handed-over", id);
        break;
      case "case.cancelled":
        this.#close.run("cancelled", id);
        break;
      case "case.notServed":
        this.#close.run("not-served", id);
        break;
    }
    this.#touch.run(at, id);
  }

  forget(subject: string): void {
    this.#forget.run(subject);
  }

  #open(event: Extract<StoredEvent, { readonly type: "case.opened" }>, position: number): void {
    const { desk, logical, data } = event;
    const id = subjectOf(event);
    const at = event.at.getTime();
    const { kind, channel, standardId, standardVersion, memberId, memberKey, ticket } = data;
    const day = data.day ?? new Date(at + MIDDLE_ZONE_MS).toISOString().slice(0, 10);
    const { changes } = this.#insert.run(
      ...[position, logical, desk, id, memberKey, memberId, kind, channel],
      ...[standardId, standardVersion, ticket, day, at, at],
    );
    // Two desks may serve one number while they are apart, and the first one holds; one desk that does so twice is at fault.
    if (changes === 0 && this.#openedBy.get(id)?.["desk"] === desk)
      throw new TitianError("STORE_EVENT_INVALID", { details: { type: event.type, at: "/stream" } });
  }
}
