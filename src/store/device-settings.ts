import type { StatementSync } from "node:sqlite";
import type { DeviceEntry, DeviceOptions, DeviceSetting, RosterStore } from "../devices/index.ts";
import type { Purpose } from "../devices/purposes.ts";
import type { DeviceId } from "../kernel/types.ts";
import type { StoreDatabase } from "./database.ts";
import type { StoredEvent } from "./event-catalog.ts";
import type { EventLog } from "./event-log.ts";
import { type Projection, subjectOf } from "./projection.ts";

interface SettingRow {
  readonly device: string;
  readonly driver: string | null;
  readonly options: string | null;
  readonly title: string | null;
  readonly is_on: number;
}

/** Keeps `device_settings` and `desk_routes`: what was decided about devices while the desk ran. */
export class DeviceSettingsProjection implements Projection {
  readonly tables = ["device_settings", "desk_routes"];
  readonly #adopt: StatementSync;
  readonly #forget: StatementSync;
  readonly #title: StatementSync;
  readonly #switch: StatementSync;
  readonly #route: StatementSync;
  readonly #unroute: StatementSync;
  readonly #unrouteAll: StatementSync;

  constructor(db: StoreDatabase) {
    const upsert = (columns: string, values: string, set: string): StatementSync =>
      db.prepare(
        `INSERT INTO device_settings (desk, device, ${columns}) VALUES (?, ?, ${values})
         ON CONFLICT (desk, device) DO UPDATE SET ${set}`,
      );
    this.#adopt = upsert(
      "driver, options, is_on",
      "?, ?, 1",
      "driver = excluded.driver, options = excluded.options, title = NULL, is_on = 1",
    );
    this.#forget = db.prepare("DELETE FROM device_settings WHERE desk = ? AND device = ?");
    this.#title = upsert("title, is_on", "?, 1", "title = excluded.title");
    this.#switch = upsert("is_on", "?", "is_on = excluded.is_on");
    this.#route = db.prepare(
      `INSERT INTO desk_routes (desk, purpose, device) VALUES (?, ?, ?)
       ON CONFLICT (desk, purpose) DO UPDATE SET device = excluded.device`,
    );
    this.#unroute = db.prepare("DELETE FROM desk_routes WHERE desk = ? AND purpose = ?");
    this.#unrouteAll = db.prepare("DELETE FROM desk_routes WHERE desk = ? AND device = ?");
  }

  apply(event: StoredEvent): void {
    const { desk, type, data } = event;
    const device = subjectOf(event);
    if (type === "device.adopted") this.#adopt.run(desk, device, data.driver, JSON.stringify(data.options));
    else if (type === "device.forgotten") {
      this.#forget.run(desk, device);
      // The next device of this name is another one, and was chosen for nothing.
      this.#unrouteAll.run(desk, device);
    } else if (type === "device.renamed") this.#title.run(desk, device, data.title);
    else if (type === "device.switched") this.#switch.run(desk, device, data.on ? 1 : 0);
    else if (type === "desk.routed") {
      if (data.device === null) this.#unroute.run(desk, data.purpose);
      else this.#route.run(desk, data.purpose, data.device);
    }
  }
}

/** This desk's own decisions. */
export class DeviceSettingsStore implements RosterStore {
  readonly #db: StoreDatabase;
  readonly #events: EventLog;
  readonly #desk: string;
  readonly #all: StatementSync;
  readonly #routes: StatementSync;

  constructor(db: StoreDatabase, events: EventLog, desk: string) {
    this.#db = db;
    this.#events = events;
    this.#desk = desk;
    this.#all = db.prepare("SELECT * FROM device_settings WHERE desk = ? ORDER BY rowid");
    this.#routes = db.prepare("SELECT purpose, device FROM desk_routes WHERE desk = ?");
  }

  settings(): ReadonlyMap<DeviceId, DeviceSetting> {
    return new Map(
      this.#rows().map(({ device, title, is_on }) => [
        device as DeviceId,
        { title: title ?? undefined, isOn: is_on === 1 },
      ]),
    );
  }

  adopted(): readonly DeviceEntry[] {
    return this.#rows().flatMap(({ device, driver, options }) =>
      driver === null ? [] : [{ id: device, driver, options: JSON.parse(options ?? "{}") }],
    );
  }

  routes(): ReadonlyMap<Purpose, DeviceId> {
    const rows = this.#db.coded(() => this.#routes.all(this.#desk)) as unknown as readonly {
      readonly purpose: Purpose;
      readonly device: DeviceId;
    }[];
    return new Map(rows.map(({ purpose, device }) => [purpose, device]));
  }

  adopt(device: DeviceId, driver: string, options: DeviceOptions): void {
    this.#events.append({
      stream: `device/${device}`,
      type: "device.adopted",
      data: { driver, options: { ...options } },
    });
  }

  forget(device: DeviceId): void {
    this.#events.append({ stream: `device/${device}`, type: "device.forgotten", data: {} });
  }

  rename(device: DeviceId, title: string | undefined): void {
    this.#events.append({
      stream: `device/${device}`,
      type: "device.renamed",
      data: { title: title ?? null },
    });
  }

  switch(device: DeviceId, on: boolean): void {
    this.#events.append({ stream: `device/${device}`, type: "device.switched", data: { on } });
  }

  route(purpose: Purpose, device: DeviceId | undefined): void {
    this.#events.append({
      stream: `desk/${this.#desk}`,
      type: "desk.routed",
      data: { purpose, device: device ?? null },
    });
  }

  #rows(): readonly SettingRow[] {
    return this.#db.coded(() => this.#all.all(this.#desk)) as unknown as readonly SettingRow[];
  }
}
