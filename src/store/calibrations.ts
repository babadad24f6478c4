import type { StatementSync } from "node:sqlite";
import type { Calibration } from "../cards/sheets/calibration.ts";
import type { DeviceId } from "../kernel/types.ts";
import type { StoreDatabase } from "./database.ts";
import type { StoredEvent } from "./event-catalog.ts";
import type { EventLog } from "./event-log.ts";
import { type Projection, subjectOf } from "./projection.ts";

/** Keeps `printer_calibrations`. */
export class CalibrationProjection implements Projection {
  readonly tables = ["printer_calibrations"];
  readonly #put: StatementSync;
  readonly #drop: StatementSync;

  constructor(db: StoreDatabase) {
    this.#put = db.prepare(
      `INSERT INTO printer_calibrations (desk, device, medium, profile, slots, measured_at) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (desk, device, medium) DO UPDATE
       SET profile = excluded.profile, slots = excluded.slots, measured_at = excluded.measured_at`,
    );
    this.#drop = db.prepare(
      "DELETE FROM printer_calibrations WHERE desk = ? AND device = ? AND medium = coalesce(?, medium)",
    );
  }

  apply(event: StoredEvent): void {
    const { desk, type, data, at } = event;
    const device = subjectOf(event);
    if (type === "printer.calibrated") {
      const { medium, profile, slots } = data;
      this.#put.run(desk, device, medium, JSON.stringify(profile), JSON.stringify(slots), at.getTime());
    } else if (type === "printer.calibrationForgotten") {
      this.#drop.run(desk, device, data.medium);
    } else if (type === "device.forgotten") {
      // The next device of this name is another one.
      this.#drop.run(desk, device, null);
    }
  }
}

/** A calibration as it is kept. */
export interface KeptCalibration extends Calibration {
  readonly device: DeviceId;
  readonly medium: string;
  readonly measuredAt: Date;
}

/** This desk's own measurements. */
export class CalibrationStore {
  readonly #db: StoreDatabase;
  readonly #events: EventLog;
  readonly #desk: string;
  readonly #all: StatementSync;

  constructor(db: StoreDatabase, events: EventLog, desk: string) {
    this.#db = db;
    this.#events = events;
    this.#desk = desk;
    this.#all = db.prepare("SELECT * FROM printer_calibrations WHERE desk = ? ORDER BY rowid");
  }

  all(): readonly KeptCalibration[] {
    const rows = this.#db.coded(() => this.#all.all(this.#desk));
    return rows.map((row) => ({
      device: String(row["device"]) as DeviceId,
      medium: String(row["medium"]),
      profile: JSON.parse(String(row["profile"])),
      slots: JSON.parse(String(row["slots"])),
      measuredAt: new Date(Number(row["measured_at"])),
    }));
  }

  find(device: DeviceId, medium: string): KeptCalibration | undefined {
    return this.all().find((one) => one.device === device && one.medium === medium);
  }

  keep(device: DeviceId, medium: string, { profile, slots }: Calibration): void {
    this.#events.append({
      stream: `printer/${device}`,
      type: "printer.calibrated",
      data: { medium, profile: { ...profile }, slots: slots.map(({ xMm, yMm }) => ({ xMm, yMm })) },
    });
  }

  forget(device: DeviceId, medium: string): void {
    this.#events.append({
      stream: `printer/${device}`,
      type: "printer.calibrationForgotten",
      data: { medium },
    });
  }
}
