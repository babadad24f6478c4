import type { StatementSync } from "node:sqlite";
import { Type } from "typebox";
import type { StoreDatabase } from "./database.ts";
import type { StoredEvent } from "./event-catalog.ts";
import type { EventLog } from "./event-log.ts";
import { record } from "./event-shapes.ts";
import type { Projection } from "./projection.ts";

/** On `counter/<desk>`: how people call a desk, and the letter of its numbers. Told to the others, who hand cases to it by that name. */
export const COUNTER_EVENTS = {
  "counter.named": record({
    title: Type.String({ minLength: 1, maxLength: 80 }),
    /** Of its queue numbers. */
    letter: Type.Optional(Type.String({ pattern: "^[A-Z]$" })),
  }),
} as const;

/** A desk's own newest word on its letter, for `counter/<desk>` and the desk: whatever others write on its stream does not count. */
export const NEWEST_WORD = `SELECT data ->> '$.letter' AS letter, logical FROM events
  WHERE stream = ? AND desk = ? AND type = 'counter.named' ORDER BY seq DESC LIMIT 1`;

export interface Counter {
  readonly id: string;
  readonly title: string;
}

/** Keeps `counters`. A desk names only itself. */
export class CounterProjection implements Projection {
  readonly tables = ["counters"];
  readonly #name: StatementSync;

  constructor(db: StoreDatabase) {
    this.#name = db.prepare(
      "INSERT INTO counters (desk, title) VALUES (?, ?) ON CONFLICT (desk) DO UPDATE SET title = excluded.title",
    );
  }

  apply(event: StoredEvent): void {
    if (event.type === "counter.named") this.#name.run(event.desk, event.data.title);
  }
}

/** The library's desks as they call themselves. */
export class CounterStore {
  readonly #db: StoreDatabase;
  readonly #events: EventLog;
  readonly #desk: string;
  readonly #all: StatementSync;
  readonly #newest: StatementSync;

  constructor(db: StoreDatabase, events: EventLog, desk: string) {
    this.#db = db;
    this.#events = events;
    this.#desk = desk;
    this.#all = db.prepare("SELECT desk, title FROM counters ORDER BY desk");
    this.#newest = db.prepare(NEWEST_WORD);
  }

  others(): readonly Counter[] {
    return this.#counters().filter(({ id }) => id !== this.#desk);
  }

  /** As people call it; its id until it has named itself. */
  titleOf(desk: string): string {
    return this.#counters().find(({ id }) => id === desk)?.title ?? desk;
  }

  /** Said once, and again when the configuration calls the desk otherwise or gives it another letter. */
  name(title: string, letter?: string): void {
    const isSaid = this.#counters().some((one) => one.id === this.#desk && one.title === title);
    if (isSaid && this.#letterOf(this.#desk)?.letter === letter) return;
    const data = { title, ...(letter === undefined ? {} : { letter }) };
    this.#events.append({ stream: `counter/${this.#desk}`, type: "counter.named", data });
  }

  /**
   * The desk that gives numbers with this desk's letter by its own sealed word, where `claimant` stands for the letter in the
   * shared database: the claimant itself, or whoever said so first. Undefined where no desk of the library did.
   */
  rivalFor(letter: string, claimant: string): string | undefined {
    const others = this.others().flatMap(({ id }) => {
      const word = this.#letterOf(id);
      return word?.letter === letter ? [{ id, logical: word.logical }] : [];
    });
    if (others.some(({ id }) => id === claimant)) return claimant;
    const own = this.#letterOf(this.#desk)?.logical ?? Number.POSITIVE_INFINITY;
    return others.find(({ id, logical }) => logical < own || (logical === own && id < this.#desk))?.id;
  }

  #letterOf(desk: string): { readonly letter: string | undefined; readonly logical: number } | undefined {
    const row = this.#db.coded(() => this.#newest.get(`counter/${desk}`, desk));
    return (
      row && { letter: (row["letter"] ?? undefined) as string | undefined, logical: Number(row["logical"]) }
    );
  }

  #counters(): readonly Counter[] {
    const rows = this.#db.coded(() => this.#all.all());
    return rows.map((row) => ({ id: String(row["desk"]), title: String(row["title"]) }));
  }
}
