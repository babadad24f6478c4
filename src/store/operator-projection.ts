import type { StatementSync } from "node:sqlite";
import type { StoreDatabase } from "./database.ts";
import type { StoredEvent } from "./event-catalog.ts";
import { QUIET_MS } from "./operator-locks.ts";
import { type Projection, subjectOf } from "./projection.ts";

/** Keeps `operators`: who there is, with which role, and how often a PIN was wrong. A restart forgets none of it. */
export class OperatorProjection implements Projection {
  readonly tables = ["operators"];
  readonly #create: StatementSync;
  readonly #change: StatementSync;
  readonly #remove: StatementSync;
  readonly #greet: StatementSync;
  readonly #refuse: StatementSync;
  readonly #lock: StatementSync;
  readonly #open: StatementSync;

  constructor(db: StoreDatabase) {
    this.#create = db.prepare(
      `INSERT INTO operators (operator, desk, role, is_active, failures, locks, created_at)
         VALUES (?, ?, ?, 1, 0, 0, ?)`,
    );
    this.#change = db.prepare("UPDATE operators SET role = ? WHERE operator = ?");
    this.#remove = db.prepare("UPDATE operators SET is_active = 0 WHERE operator = ?");
    this.#greet = db.prepare(
      "UPDATE operators SET signed_in_at = ?, failures = 0, locks = 0, locked_until = NULL WHERE operator = ?",
    );
    this.#refuse = db.prepare("UPDATE operators SET failures = failures + 1 WHERE operator = ?");
    this.#lock = db.prepare(
      `UPDATE operators SET failures = 0, locked_until = ?,
         locks = CASE WHEN locked_until + ${QUIET_MS} <= ? THEN 1 ELSE locks + 1 END
       WHERE operator = ?`,
    );
    this.#open = db.prepare(
      "UPDATE operators SET failures = 0, locks = 0, locked_until = NULL WHERE operator = ?",
    );
  }

  apply(event: StoredEvent): void {
    const id = subjectOf(event);
    switch (event.type) {
      case "operator.created":
        this.#create.run(id, event.desk, event.data.role, event.at.getTime());
        return;
      case "operator.changed":
        this.#change.run(event.data.role, id);
        return;
      case "operator.removed":
        this.#remove.run(id);
        return;
      case "operator.signedIn":
        this.#greet.run(event.at.getTime(), id);
        return;
      case "operator.pinRefused":
        this.#refuse.run(id);
        return;
      case "operator.lockedOut":
        this.#lock.run(Date.parse(event.data.until), event.at.getTime(), id);
        return;
      case "operator.unlocked":
      case "operator.pinChanged":
        this.#open.run(id);
    }
  }
}
