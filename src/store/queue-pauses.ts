import type { StatementSync } from "node:sqlite";
import type { PauseCause, QueueHolds, QueuePause, QueuePauses } from "../cards/queue-pause.ts";
import type { DeviceId } from "../kernel/types.ts";
import type { StoreDatabase } from "./database.ts";
import type { StoredEvent } from "./event-catalog.ts";
import type { EventLog } from "./event-log.ts";
import type { Projection } from "./projection.ts";

/** Keeps `paused_printers`. */
export class QueuePauseProjection implements Projection {
  readonly tables = ["paused_printers"];
  readonly #pause: StatementSync;
  readonly #resume: StatementSync;

  constructor(db: StoreDatabase) {
    this.#pause = db.prepare(
      `INSERT INTO paused_printers (desk, printer, holds, why, paused_at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (desk, printer) DO UPDATE SET
         holds = excluded.holds, why = excluded.why, paused_at = excluded.paused_at`,
    );
    this.#resume = db.prepare("DELETE FROM paused_printers WHERE desk = ? AND printer = ?");
  }

  apply({ type, data, desk, at }: StoredEvent): void {
    if (type !== "desk.printerPaused") return;
    if (data.holds) this.#pause.run(desk, data.printer, data.holds, data.why, at.getTime());
    else this.#resume.run(desk, data.printer);
  }
}

/** Which of this desk's queues stand still. */
export class SqliteQueuePauses implements QueuePauses {
  readonly #db: StoreDatabase;
  readonly #events: EventLog;
  readonly #desk: string;
  readonly #one: StatementSync;

  constructor({ db, events, desk }: { db: StoreDatabase; events: EventLog; desk: string }) {
    this.#db = db;
    this.#events = events;
    this.#desk = desk;
    this.#one = db.prepare(
      "SELECT holds, why, paused_at FROM paused_printers WHERE desk = ? AND printer = ?",
    );
  }

  of(printer: DeviceId): QueuePause | undefined {
    const row = this.#db.coded(() => this.#one.get(this.#desk, printer));
    return (
      row && {
        printer,
        holds: row["holds"] as QueueHolds,
        why: row["why"] as PauseCause,
        since: new Date(Number(row["paused_at"])),
      }
    );
  }

  set(printer: DeviceId, holds: QueueHolds | undefined, why: PauseCause): void {
    if (this.of(printer)?.holds === holds) return;
    const data = { printer, holds: holds ?? null, why };
    this.#events.append({ stream: `desk/${this.#desk}`, type: "desk.printerPaused", data });
  }
}
