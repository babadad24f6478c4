import { TitianError } from "../kernel/errors.ts";
import type { DeviceId } from "../kernel/types.ts";
import type { ConfiguredDevice } from "./configured-device.ts";
import { createDevices, type DeviceEntry, type DeviceSurroundings } from "./create-devices.ts";
import type { FoundDevice } from "./driver.ts";
import type { Purpose } from "./purposes.ts";
import type { DeviceRegistry } from "./registry.ts";
import type { DeviceSupervisor } from "./supervisor.ts";
import { untilAborted } from "./until-aborted.ts";

export type DeviceOptions = Readonly<Record<string, string | number | boolean>>;

export interface DeviceSetting {
  /** As staff call it; undefined: by what it is. */
  readonly title: string | undefined;
  readonly isOn: boolean;
}

/** What was decided about devices while the desk ran. Each act is on disk when it returns. */
export interface RosterStore {
  settings(): ReadonlyMap<DeviceId, DeviceSetting>;
  /** Devices that joined beside the configuration file, oldest first. */
  adopted(): readonly DeviceEntry[];
  routes(): ReadonlyMap<Purpose, DeviceId>;
  adopt(device: DeviceId, driver: string, options: DeviceOptions): void;
  forget(device: DeviceId): void;
  rename(device: DeviceId, title: string | undefined): void;
  switch(device: DeviceId, on: boolean): void;
  /** Undefined: back to the configuration file and, without it, to the first device that can. */
  route(purpose: Purpose, device: DeviceId | undefined): void;
}

interface Dependencies {
  readonly store: RosterStore;
  readonly registry: DeviceRegistry;
  readonly supervisor: DeviceSupervisor;
  readonly surroundings: DeviceSurroundings;
  /** Devices of the configuration file; the others can be forgotten again. */
  readonly configured: readonly string[];
}

/** Who sits at this desk: adopts, names, switches and forgets devices while it runs. */
export class Roster {
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
    const settings = dependencies.store.settings();
    for (const device of dependencies.registry.all) {
      const setting = settings.get(device.id);
      if (!setting) continue;
      device.title = setting.title;
      device.isEnabled = setting.isOn;
    }
  }

  isAdopted(id: DeviceId): boolean {
    return !this.#deps.configured.includes(id);
  }

  /** Throws `ConfigError` when the driver does not take what its own finder found. */
  async adopt(found: FoundDevice, driver: string, name: string): Promise<ConfiguredDevice> {
    const { store, registry, supervisor, surroundings } = this.#deps;
    const id = this.#freeId(name);
    const [device] = await createDevices([{ id, driver, options: found.options }], surroundings);
    if (!device) throw new TitianError("DEVICE_DRIVER_MISSING");
    store.adopt(id, driver, found.options);
    registry.add(device);
    supervisor.watch(device);
    return device;
  }

  /** Throws `BAD_REQUEST` for a device of the configuration file, `DEVICE_BUSY` while it prints. */
  async forget(id: DeviceId, signal: AbortSignal): Promise<void> {
    const { store, registry, supervisor } = this.#deps;
    registry.get(id);
    if (!this.isAdopted(id)) throw new TitianError("BAD_REQUEST", { details: { device: id } });
    supervisor.assertIdle(id);
    store.forget(id);
    registry.remove(id);
    await untilAborted(supervisor.release(id), signal);
  }

  rename(id: DeviceId, title: string | undefined): void {
    const device = this.#deps.registry.get(id);
    this.#deps.store.rename(id, title);
    device.title = title;
  }

  /** Resolves when the device is closed, or when opening it has been tried once. */
  async switch(id: DeviceId, on: boolean, signal: AbortSignal): Promise<void> {
    const { store, registry, supervisor } = this.#deps;
    supervisor.assertIdle(id);
    store.switch(id, on);
    registry.get(id).isEnabled = on;
    await supervisor.reopen(id, signal);
  }

  #freeId(name: string): DeviceId {
    const isTaken = (id: string): boolean => this.#deps.registry.all.some((device) => device.id === id);
    let id = name;
    for (let next = 2; isTaken(id); next++) id = `${name}-${next}`;
    return id as DeviceId;
  }
}
