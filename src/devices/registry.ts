import { EventEmitter } from "node:events";
import { TitianError } from "../kernel/errors.ts";
import type { DeviceId } from "../kernel/types.ts";
import type { ConfiguredDevice } from "./configured-device.ts";
import type { Capabilities, CapabilityName } from "./device.ts";

export interface RegistryEvents {
  added: [{ readonly device: ConfiguredDevice }];
}

/** Every configured device, present or not: those of the configuration in its order, then those adopted since. */
export class DeviceRegistry {
  readonly events = new EventEmitter<RegistryEvents>();
  readonly #devices: ConfiguredDevice[];

  constructor(devices: readonly ConfiguredDevice[]) {
    this.#devices = [...devices];
  }

  get all(): readonly ConfiguredDevice[] {
    return this.#devices;
  }

  add(device: ConfiguredDevice): void {
    this.#devices.push(device);
    this.events.emit("added", { device });
  }

  remove(id: DeviceId): void {
    const at = this.#devices.findIndex((device) => device.id === id);
    if (at !== -1) this.#devices.splice(at, 1);
  }

  find(id: DeviceId): ConfiguredDevice | undefined {
    return this.all.find((device) => device.id === id);
  }

  /** Throws `DEVICE_NOT_FOUND`. */
  get(id: DeviceId): ConfiguredDevice {
    const device = this.find(id);
    if (!device) throw new TitianError("DEVICE_NOT_FOUND", { details: { device: id } });
    return device;
  }

  /** The ability itself. Throws `DEVICE_NOT_FOUND` or `CAPABILITY_MISSING`. */
  require<N extends CapabilityName>(id: DeviceId, name: N): Capabilities[N] {
    const capability = this.get(id).capability(name);
    if (!capability)
      throw new TitianError("CAPABILITY_MISSING", { details: { device: id, capability: name } });
    return capability;
  }

  /** Devices that offer the ability now. */
  offering(name: CapabilityName): readonly ConfiguredDevice[] {
    return this.all.filter((device) => device.capability(name) !== undefined);
  }
}
