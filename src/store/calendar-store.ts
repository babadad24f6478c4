import type { StatementSync } from "node:sqlite";
import type { StoreDatabase } from "./database.ts";
import type { EventData, StoredEvent } from "./event-catalog.ts";
import type { EventLog } from "./event-log.ts";
import type { Projection } from "./projection.ts";

export type StoredCalendar = EventData<"calendar.changed">;
export type StoredJudging = EventData<"calendar.judgingChanged">;

/** Keeps the last word on the library's hours, and on how its cases are judged. */
export class CalendarProjection implements Projection {
  readonly tables = ["site_calendar", "site_judging"];
  readonly #calendar: StatementSync;
  readonly #judging: StatementSync;

  constructor(db: StoreDatabase) {
    this.#calendar = db.prepare(
      "INSERT INTO site_calendar VALUES (?, ?) ON CONFLICT (desk) DO UPDATE SET document = excluded.document",
    );
    this.#judging = db.prepare(
      "INSERT INTO site_judging VALUES (?, ?) ON CONFLICT (desk) DO UPDATE SET settings = excluded.settings",
    );
  }

  apply({ desk, type, data }: StoredEvent): void {
    if (type === "calendar.changed") this.#calendar.run(desk, JSON.stringify(data));
    else if (type === "calendar.judgingChanged") this.#judging.run(desk, JSON.stringify(data));
  }
}

/** This desk's own calendar, as the log knows it; undefined until somebody has saved one. */
export class CalendarStore {
  readonly #db: StoreDatabase;
  readonly #events: EventLog;
  readonly #desk: string;
  readonly #calendar: StatementSync;
  readonly #judging: StatementSync;

  constructor(db: StoreDatabase, events: EventLog, desk: string) {
    this.#db = db;
    this.#events = events;
    this.#desk = desk;
    this.#calendar = db.prepare("SELECT document FROM site_calendar WHERE desk = ?");
    this.#judging = db.prepare("SELECT settings FROM site_judging WHERE desk = ?");
  }

  calendar(): StoredCalendar | undefined {
    const row = this.#db.coded(() => this.#calendar.get(this.#desk));
    return row && (JSON.parse(String(row["document"])) as StoredCalendar);
  }

  judging(): StoredJudging | undefined {
    const row = this.#db.coded(() => this.#judging.get(this.#desk));
    return row && (JSON.parse(String(row["settings"])) as StoredJudging);
  }

  changed(data: StoredCalendar): void {
    this.#events.append({ stream: "calendar/site", type: "calendar.changed", data });
  }

  judgingChanged(data: StoredJudging): void {
    this.#events.append({ stream: "calendar/site", type: "calendar.judgingChanged", data });
  }
}
