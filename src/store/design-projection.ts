import type { StatementSync } from "node:sqlite";
import type { StoreDatabase } from "./database.ts";
import type { StoredEvent } from "./event-catalog.ts";
import { type Projection, subjectOf } from "./projection.ts";

/** Keeps the tables of designs, of each desk its own: their versions, which of them is printed from, which card gets which, and what was printed from. */
export class DesignProjection implements Projection {
  readonly tables = ["design_versions", "design_states", "design_choices", "kept_designs"];
  readonly #save: StatementSync;
  readonly #draft: StatementSync;
  readonly #approve: StatementSync;
  readonly #withdraw: StatementSync;
  readonly #choose: StatementSync;
  readonly #keep: StatementSync;

  constructor(db: StoreDatabase) {
    this.#save = db.prepare(
      "INSERT INTO design_versions (desk, name, version, sha256, title, saved_at, logical) VALUES (?, ?, ?, ?, ?, ?, ?)",
    );
    const state = (values: string, set: string): StatementSync =>
      db.prepare(
        `INSERT INTO design_states (desk, name, approved, is_withdrawn, updated_at, logical) VALUES (?, ?, ${values}, ?, ?)
         ON CONFLICT (desk, name) DO UPDATE SET ${set}, updated_at = excluded.updated_at, logical = excluded.logical`,
      );
    // A new draft leaves the version that cards are printed from as it is.
    this.#draft = state("NULL, 0", "is_withdrawn = 0");
    this.#approve = state("?, 0", "approved = excluded.approved, is_withdrawn = 0");
    this.#withdraw = state("NULL, 1", "approved = NULL, is_withdrawn = 1");
    this.#choose = db.prepare(
      `INSERT INTO design_choices (desk, choices, logical) VALUES (?, ?, ?)
       ON CONFLICT (desk) DO UPDATE SET choices = excluded.choices, logical = excluded.logical`,
    );
    this.#keep = db.prepare(
      "INSERT INTO kept_designs (desk, name, version, sha256) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
    );
  }

  apply(event: StoredEvent): void {
    const { desk, type, data, logical } = event;
    const name = subjectOf(event);
    const at = event.at.getTime();
    if (type === "design.saved") {
      this.#save.run(desk, name, data.version, data.sha256, data.title, at, logical);
      this.#draft.run(desk, name, at, logical);
    } else if (type === "design.kept") this.#keep.run(desk, name, data.version, data.sha256);
    else if (type === "design.approved") this.#approve.run(desk, name, data.version, at, logical);
    else if (type === "design.withdrawn") this.#withdraw.run(desk, name, at, logical);
    else if (type === "design.chosen") this.#choose.run(desk, JSON.stringify(data), logical);
  }
}
