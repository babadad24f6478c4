import type { StatementSync } from "node:sqlite";
import type { StoreDatabase } from "./database.ts";
import type { StoredEvent } from "./event-catalog.ts";
import { type Projection, subjectOf } from "./projection.ts";

/** Keeps the tables of standards, of each desk its own: their versions, drafts and published, and which are withdrawn. */
export class StandardProjection implements Projection {
  readonly tables = ["standard_versions", "standard_states"];
  readonly #save: StatementSync;
  readonly #publish: StatementSync;
  readonly #state: StatementSync;

  constructor(db: StoreDatabase) {
    const columns = "(desk, id, version, sha256, title, saved_at, effective_from, effective_to, logical)";
    const file =
      "sha256 = excluded.sha256, title = excluded.title, saved_at = excluded.saved_at, logical = excluded.logical";
    // A published version is never changed, whatever the log says later.
    const unpublished = "WHERE standard_versions.effective_from IS NULL";
    this.#save = db.prepare(
      `INSERT INTO standard_versions ${columns} VALUES (?, ?, ?, ?, ?, ?, NULL, NULL, ?)
       ON CONFLICT (desk, id, version) DO UPDATE SET ${file} ${unpublished}`,
    );
    this.#publish = db.prepare(
      `INSERT INTO standard_versions ${columns} VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (desk, id, version) DO UPDATE SET ${file}, effective_from = excluded.effective_from,
         effective_to = excluded.effective_to ${unpublished}`,
    );
    this.#state = db.prepare(
      `INSERT INTO standard_states (desk, id, is_withdrawn, updated_at, logical) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (desk, id) DO UPDATE SET is_withdrawn = excluded.is_withdrawn, updated_at = excluded.updated_at,
         logical = excluded.logical`,
    );
  }

  apply(event: StoredEvent): void {
    const { desk, type, data, logical } = event;
    const id = subjectOf(event);
    const at = event.at.getTime();
    if (type === "standard.saved")
      this.#save.run(desk, id, data.version, data.sha256, data.title, at, logical);
    else if (type === "standard.published") {
      const { version, sha256, title, effectiveFrom, effectiveTo } = data;
      this.#publish.run(desk, id, version, sha256, title, at, effectiveFrom, effectiveTo, logical);
      this.#state.run(desk, id, 0, at, logical);
    } else if (type === "standard.withdrawn") this.#state.run(desk, id, 1, at, logical);
    else if (type === "standard.restored") this.#state.run(desk, id, 0, at, logical);
  }
}
