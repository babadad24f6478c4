import { TitianError } from "../kernel/errors.ts";
import type { DeviceId } from "../kernel/types.ts";
import type { ConfiguredDevice } from "./configured-device.ts";
import { PURPOSE_NAMES, PURPOSES, type Purpose } from "./purposes.ts";
import type { DeviceRegistry } from "./registry.ts";
import type { RosterStore } from "./roster.ts";

/** Which device serves which purpose: as chosen at the console, else as configured, else the first that can. */
export class DeviceRoutes {
  readonly #registry: DeviceRegistry;
  readonly #store: Pick<RosterStore, "routes" | "route">;
  readonly #configured: Partial<Record<Purpose, DeviceId>>;

  constructor(
    registry: DeviceRegistry,
    store: Pick<RosterStore, "routes" | "route">,
    configured: Partial<Record<Purpose, DeviceId>>,
  ) {
    this.#registry = registry;
    this.#store = store;
    this.#configured = configured;
  }

  /** Undefined when no device of this desk can. A chosen device that is out stays chosen: paper does not move by itself. */
  deviceFor(purpose: Purpose): ConfiguredDevice | undefined {
    const chosen = this.#chosen(purpose);
    if (chosen) return chosen;
    const able = this.#registry.all.filter((device) => canServe(device, purpose));
    return able.find(({ health }) => health.level !== "down") ?? able[0];
  }

  /** The purposes that this device serves now. */
  purposesOf(id: DeviceId): readonly Purpose[] {
    return PURPOSE_NAMES.filter((purpose) => this.deviceFor(purpose)?.id === id);
  }

  /** Throws `DEVICE_NOT_FOUND` or `CAPABILITY_MISSING`. */
  choose(purpose: Purpose, id: DeviceId | undefined): void {
    if (id !== undefined && !canServe(this.#registry.get(id), purpose)) {
      throw new TitianError("CAPABILITY_MISSING", { details: { device: id, capability: PURPOSES[purpose] } });
    }
    this.#store.route(purpose, id);
  }

  #chosen(purpose: Purpose): ConfiguredDevice | undefined {
    const id = this.#store.routes().get(purpose) ?? this.#configured[purpose];
    const device = id === undefined ? undefined : this.#registry.find(id);
    return device?.isEnabled ? device : undefined;
  }
}

/** By what its driver may offer, so that a printer whose cable is out can still be chosen. */
function canServe(device: ConfiguredDevice, purpose: Purpose): boolean {
  return device.isEnabled && device.mayOffer(PURPOSES[purpose]);
}
