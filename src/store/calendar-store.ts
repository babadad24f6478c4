import type { StatementSync } from "node:sqlite";
import type { StoreDatabase } from "./database.ts";
import type { EventData, StoredEvent } from "./event-catalog.ts";
import type { EventLog } from "./event-log.ts";
import type { Projection } from "./projection.ts";

export type StoredCalendar = EventData<"calendar.changed">;
export type StoredJudging = EventData<"calendar.judgingChanged">;

/** Keeps each desk's last word on the library's hours, and on how its cases are judged. */
export class CalendarProjection implements Projection {
  readonly tables = ["site_calendar", "site_judging"];
  readonly #calendar: StatementSync;
  readonly #judging: StatementSync;

  constructor(db: StoreDatabase) {
    this.#calendar = db.prepare(
      `INSERT INTO site_calendar (desk, document, logical) VALUES (?, ?, ?)
       ON CONFLICT (desk) DO UPDATE SET document = excluded.document, logical = excluded.logical`,
    );
    this.#judging = db.prepare(
      `INSERT INTO site_judging (desk, settings, logical) VALUES (?, ?, ?)
       ON CONFLICT (desk) DO UPDATE SET settings = excluded.settings, logical = excluded.logical`,
    );
  }

  apply({ desk, type, data, logical }: StoredEvent): void {
    if (type === "calendar.changed") this.#calendar.run(desk, JSON.stringify(data), logical);
    else if (type === "calendar.judgingChanged") this.#judging.run(desk, JSON.stringify(data), logical);
  }
}

/** The library's calendar, as any of its desks has said last; undefined until somebody has saved one. */
export class CalendarStore {
  readonly #db: StoreDatabase;
  readonly #events: EventLog;
  readonly #calendar: StatementSync;
  readonly #judging: StatementSync;

  constructor(db: StoreDatabase, events: EventLog) {
    this.#db = db;
    this.#events = events;
    this.#calendar = db.prepare("SELECT document FROM site_calendar ORDER BY logical DESC, desk LIMIT 1");
    this.#judging = db.prepare("SELECT settings FROM site_judging ORDER BY logical DESC, desk LIMIT 1");
  }

  calendar(): StoredCalendar | undefined {
    const row = this.#db.coded(() => this.#calendar.get());
    return row && (JSON.parse(String(row["document"])) as StoredCalendar);
  }

  judging(): StoredJudging | undefined {
    const row = this.#db.coded(() => this.#judging.get());
    return row && (JSON.parse(String(row["settings"])) as StoredJudging);
  }

  changed(data: StoredCalendar): void {
    this.#events.append({ stream: "calendar/site", type: "calendar.changed", data });
  }

  judgingChanged(data: StoredJudging): void {
    this.#events.append({ stream: "calendar/site", type: "calendar.judgingChanged", data });
  }
}
