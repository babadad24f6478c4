import type { StatementSync } from "node:sqlite";
import type { HealthReason } from "../devices/health.ts";
import type { DeviceId } from "../kernel/types.ts";
import type { StoreDatabase } from "./database.ts";
import type { StoredEvent } from "./event-catalog.ts";
import type { EventLog } from "./event-log.ts";
import { type Projection, subjectOf } from "./projection.ts";

/** A set of reasons and when it became true. An empty set is a device in order. */
export interface PastHealth {
  readonly reasons: readonly HealthReason[];
  readonly since: Date;
}

interface HealthRow {
  readonly since: number;
  readonly reasons: string;
}

/** Keeps `device_health`: every change of every device. */
export class DeviceHealthProjection implements Projection {
  readonly tables = ["device_health"];
  readonly #insert: StatementSync;

  constructor(db: StoreDatabase) {
    this.#insert = db.prepare("INSERT INTO device_health (device, since, reasons) VALUES (?, ?, ?)");
  }

  apply(event: StoredEvent): void {
    if (event.type !== "device.healthChanged") return;
    this.#insert.run(subjectOf(event), event.at.getTime(), JSON.stringify(event.data.reasons));
  }
}

export class DeviceHealthStore {
  readonly #db: StoreDatabase;
  readonly #events: EventLog;
  readonly #newestFirst: StatementSync;

  constructor(db: StoreDatabase, events: EventLog) {
    this.#db = db;
    this.#events = events;
    this.#newestFirst = db.prepare(
      "SELECT since, reasons FROM device_health WHERE device = ? ORDER BY rowid DESC LIMIT ?",
    );
  }

  record(device: DeviceId, reasons: readonly HealthReason[]): void {
    this.#events.append({
      stream: `device/${device}`,
      type: "device.healthChanged",
      data: { reasons: [...reasons] },
    });
  }

  /** Newest first. */
  history(device: DeviceId, limit: number): readonly PastHealth[] {
    const rows = this.#db.coded(() => this.#newestFirst.all(device, limit)) as unknown as HealthRow[];
    return rows.map(({ since, reasons }) => ({ reasons: JSON.parse(reasons), since: new Date(since) }));
  }
}
