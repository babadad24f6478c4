import type { StatementSync } from "node:sqlite";
import type { StoreDatabase } from "./database.ts";
import type { EventData, StoredEvent } from "./event-catalog.ts";
import { type Projection, type StreamProjection, subjectOf } from "./projection.ts";

/** Whose word is the newest on what is approved and withdrawn, as it is after the events so far. */
const NEWEST_WORD = "FROM design_states WHERE name = ? ORDER BY logical DESC, desk DESC LIMIT 1";

/**
 * Keeps the tables of designs, of each desk its own: their versions, which of them is printed from, and what was printed from.
 * In the desks' common order, because what one desk says of a version depends on whose that version is.
 */
export class DesignProjection implements StreamProjection {
  readonly noun = "design";
  readonly tables = ["design_versions", "design_states", "kept_designs"];
  readonly #save: StatementSync;
  readonly #state: StatementSync;
  readonly #approved: StatementSync;
  readonly #owner: StatementSync;
  readonly #own: StatementSync;
  readonly #keep: StatementSync;
  readonly #forget: readonly StatementSync[];

  constructor(db: StoreDatabase) {
    this.#save = db.prepare(
      "INSERT INTO design_versions (desk, name, version, sha256, title, saved_at, logical) VALUES (?, ?, ?, ?, ?, ?, ?)",
    );
    this.#state = db.prepare(
      `INSERT INTO design_states (desk, name, approved, is_withdrawn, updated_at, logical) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (desk, name) DO UPDATE SET approved = excluded.approved, is_withdrawn = excluded.is_withdrawn,
         updated_at = excluded.updated_at, logical = excluded.logical`,
    );
    this.#approved = db.prepare(`SELECT approved ${NEWEST_WORD}`);
    this.#owner = db.prepare(
      "SELECT desk FROM design_versions WHERE name = ? AND version = ? ORDER BY logical, desk LIMIT 1",
    );
    this.#own = db.prepare("SELECT 1 FROM design_versions WHERE desk = ? AND name = ? AND version = ?");
    this.#keep = db.prepare(
      "INSERT INTO kept_designs (desk, name, version, sha256) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
    );
    this.#forget = this.tables.map((table) => db.prepare(`DELETE FROM ${table} WHERE name = ?`));
  }

  apply(event: StoredEvent): void {
    const { desk, type, data } = event;
    const name = subjectOf(event);
    if (type === "design.saved") this.#saved(event, name, data);
    else if (type === "design.kept") this.#keep.run(desk, name, data.version, data.sha256);
    else if (type === "design.approved") this.#approve(event, name, data.version);
    else if (type === "design.withdrawn") this.#say(event, name, { approved: null, isWithdrawn: 1 });
  }

  forget(name: string): void {
    for (const statement of this.#forget) statement.run(name);
  }

  /** A new draft leaves the version that cards are printed from as it is, whichever desk has approved that. */
  #saved(event: StoredEvent, name: string, { version, sha256, title }: EventData<"design.saved">): void {
    const approved = (this.#approved.get(name)?.["approved"] ?? null) as number | null;
    this.#save.run(event.desk, name, version, sha256, title, event.at.getTime(), event.logical);
    this.#say(event, name, { approved, isWithdrawn: 0 });
  }

  /** Nobody has approved the library's version by approving another that was to have its number. */
  #approve(event: StoredEvent, name: string, version: number): void {
    const owner = this.#owner.get(name, version)?.["desk"];
    if (owner !== event.desk && this.#own.get(event.desk, name, version)) return;
    this.#say(event, name, { approved: version, isWithdrawn: 0 });
  }

  #say(
    { desk, at, logical }: StoredEvent,
    name: string,
    { approved, isWithdrawn }: { readonly approved: number | null; readonly isWithdrawn: 0 | 1 },
  ): void {
    this.#state.run(desk, name, approved, isWithdrawn, at.getTime(), logical);
  }
}

/** Keeps `design_choices`: of each desk its last word on which card gets which design. */
export class DesignChoiceProjection implements Projection {
  readonly tables = ["design_choices"];
  readonly #choose: StatementSync;

  constructor(db: StoreDatabase) {
    this.#choose = db.prepare(
      `INSERT INTO design_choices (desk, choices, logical) VALUES (?, ?, ?)
       ON CONFLICT (desk) DO UPDATE SET choices = excluded.choices, logical = excluded.logical`,
    );
  }

  apply({ desk, type, data, logical }: StoredEvent): void {
    if (type === "design.chosen") this.#choose.run(desk, JSON.stringify(data), logical);
  }
}
