import type { StatementSync } from "node:sqlite";
import { Type } from "typebox";
import type { StoreDatabase } from "./database.ts";
import type { StoredEvent } from "./event-catalog.ts";
import type { EventLog } from "./event-log.ts";
import { record } from "./event-shapes.ts";
import type { Projection } from "./projection.ts";

/** On `counter/<desk>`: how people call a desk. Told to the others, who hand cases to it by that name. */
export const COUNTER_EVENTS = {
  "counter.named": record({ title: Type.String({ minLength: 1, maxLength: 80 }) }),
} as const;

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

  constructor(db: StoreDatabase, events: EventLog, desk: string) {
    this.#db = db;
    this.#events = events;
    this.#desk = desk;
    this.#all = db.prepare("SELECT desk, title FROM counters ORDER BY desk");
  }

  others(): readonly Counter[] {
    return this.#counters().filter(({ id }) => id !== this.#desk);
  }

  /** As people call it; its id until it has named itself. */
  titleOf(desk: string): string {
    return this.#counters().find(({ id }) => id === desk)?.title ?? desk;
  }

  /** Said once, and again when the configuration calls the desk otherwise. */
  name(title: string): void {
    if (this.#counters().some((one) => one.id === this.#desk && one.title === title)) return;
    this.#events.append({ stream: `counter/${this.#desk}`, type: "counter.named", data: { title } });
  }

  #counters(): readonly Counter[] {
    const rows = this.#db.coded(() => this.#all.all());
    return rows.map((row) => ({ id: String(row["desk"]), title: String(row["title"]) }));
  }
}
