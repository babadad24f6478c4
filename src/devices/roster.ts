import { TitianError } from "../kernel/errors.ts";
import type { DeviceId } from "../kernel/types.ts";
import type { ConfiguredDevice } from "./configured-device.ts";
import { createDevices, type DeviceEntry, type DeviceSurroundings } from "./create-devices.ts";
import type { FoundDevice } from "./driver.ts";
import type { Purpose } from "./purposes.ts";
import type { DeviceRegistry } from "./registry.ts";
import type { DeviceSupervisor } from "./supervisor.ts";
import { untilAborted } from "./until-aborted.ts";

/** As many as `device.list` can name. */
export const MOST_DEVICES = 40;

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
  /** Adoptions under way: their names, and they themselves by driver and options. */
  readonly #promised = new Set<string>();
  readonly #joining = new Map<string, Promise<ConfiguredDevice>>();

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

  /**
   * The same device asked for twice, by a second click or a second console, joins once. Rejects with `ConfigError` when the
   * driver does not take what its own finder found, and with `BAD_REQUEST` when the desk is full.
   */
  adopt(found: FoundDevice, driver: string, name: string): Promise<ConfiguredDevice> {
    const present = this.#deps.registry.all.find((device) => isMadeOf(device, driver, found));
    if (present) return Promise.resolve(present);
    const key = JSON.stringify([driver, found.options]);
    const joining =
      this.#joining.get(key) ?? this.#join(found, driver, name).finally(() => this.#joining.delete(key));
    this.#joining.set(key, joining);
    return joining;
  }

  async #join(found: FoundDevice, driver: string, name: string): Promise<ConfiguredDevice> {
    const { store, registry, supervisor, surroundings } = this.#deps;
    if (registry.all.length + this.#joining.size >= MOST_DEVICES)
      throw new TitianError("BAD_REQUEST", { details: { devices: MOST_DEVICES } });
    const id = this.#freeId(name);
    this.#promised.add(id);
    try {
      const [device] = await createDevices([{ id, driver, options: found.options }], surroundings);
      if (!device) throw new TitianError("DEVICE_DRIVER_MISSING");
      store.adopt(id, driver, found.options);
      registry.add(device);
      supervisor.watch(device);
      return device;
    } finally {
      this.#promised.delete(id);
    }
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
    const isTaken = (id: string): boolean =>
      this.#promised.has(id) || this.#deps.registry.all.some((device) => device.id === id);
    let id = name;
    for (let next = 2; isTaken(id); next++) id = `${name}-${next}`;
    return id as DeviceId;
  }
}

/** What was found leaves options out that the device has from its driver's defaults. */
function isMadeOf(device: ConfiguredDevice, driver: string, { options }: FoundDevice): boolean {
  const isSame = Object.entries(options).every(([name, value]) => device.options[name] === value);
  return device.driver === driver && isSame;
}
