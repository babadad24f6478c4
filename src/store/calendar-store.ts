import type { StatementSync } from "node:sqlite";
import { type CalendarChange, calendarNumber, hasSeen, seenAt } from "./calendar-changes.ts";
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

interface Row {
  readonly desk: string;
  readonly document: string;
}

interface ChangeRow {
  readonly desk: string;
  readonly seq: number;
  readonly version: number;
  readonly seen: string | null;
}

/** A calendar that this desk has saved, and that another desk has put its own in the place of without having seen it. */
export interface OverruledCalendar {
  readonly by: string;
  readonly calendar: StoredCalendar;
}

/** The library's calendar, as any of its desks has said last; undefined until somebody has saved one. */
export class CalendarStore {
  readonly #db: StoreDatabase;
  readonly #events: EventLog;
  readonly #desk: string;
  readonly #calendar: StatementSync;
  readonly #changes: StatementSync;
  readonly #judging: StatementSync;

  constructor(db: StoreDatabase, events: EventLog, desk: string) {
    this.#db = db;
    this.#events = events;
    this.#desk = desk;
    this.#calendar = db.prepare("SELECT desk, document FROM site_calendar ORDER BY logical DESC, desk DESC");
    this.#changes = db.prepare(
      `SELECT desk, seq, data ->> '$.version' AS version, data -> '$.seen' AS seen FROM events
       WHERE stream = 'calendar/site' AND type = 'calendar.changed'
         AND position NOT IN (SELECT position FROM unread_events)
       ORDER BY coalesce(logical, at), desk, seq`,
    );
    this.#judging = db.prepare("SELECT settings FROM site_judging ORDER BY logical DESC, desk LIMIT 1");
  }

  calendar(): StoredCalendar | undefined {
    const [newest] = this.#documents();
    return newest && { ...newest.calendar, version: calendarNumber(this.#allChanges()) };
  }

  /** Undefined also once somebody has saved a calendar knowing of both. */
  overruled(): OverruledCalendar | undefined {
    const documents = this.#documents();
    const [newest] = documents;
    const own = documents.find(({ desk }) => desk === this.#desk);
    if (!newest || !own || own === newest) return undefined;
    const changes = this.#allChanges();
    const lastOf = (desk: string) => changes.findLast((change) => change.desk === desk);
    const [later, earlier] = [lastOf(newest.desk), lastOf(this.#desk)];
    if (!later || !earlier || hasSeen(changes, later, earlier)) return undefined;
    return { by: newest.desk, calendar: own.calendar };
  }

  judging(): StoredJudging | undefined {
    const row = this.#db.coded(() => this.#judging.get());
    return row && (JSON.parse(String(row["settings"])) as StoredJudging);
  }

  changed(calendar: StoredCalendar): void {
    const seen = [...seenAt(this.#desk, this.#allChanges())];
    this.#events.append({ stream: "calendar/site", type: "calendar.changed", data: { ...calendar, seen } });
  }

  judgingChanged(data: StoredJudging): void {
    this.#events.append({ stream: "calendar/site", type: "calendar.judgingChanged", data });
  }

  /** Each desk's own, the one that holds first. */
  #documents() {
    const rows = this.#db.coded(() => this.#calendar.all()) as unknown as readonly Row[];
    return rows.map(({ desk, document }) => {
      const { seen: _, ...calendar } = JSON.parse(document) as StoredCalendar;
      return { desk, calendar };
    });
  }

  /** Of all desks, in their common order. */
  #allChanges(): readonly CalendarChange[] {
    const rows = this.#db.coded(() => this.#changes.all()) as unknown as readonly ChangeRow[];
    return rows.map(({ desk, seq, version, seen }) => ({
      ...{ desk, seq, version: Number(version) },
      seen: seen === null ? undefined : (JSON.parse(seen) as CalendarChange["seen"]),
    }));
  }
}
