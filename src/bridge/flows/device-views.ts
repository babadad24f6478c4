import type { ConfiguredDevice } from "../../devices/configured-device.ts";
import type { Health } from "../../devices/index.ts";
import type { DeviceRegistry } from "../../devices/registry.ts";
import type { DeviceId } from "../../kernel/types.ts";
import type { DeviceView, HealthView } from "../protocol/shapes.ts";

/** Devices as pages see them. */
export class DeviceViews {
  readonly #devices: DeviceRegistry;
  readonly #isSimulationOn: boolean;

  constructor(devices: DeviceRegistry, isSimulationOn: boolean) {
    this.#devices = devices;
    this.#isSimulationOn = isSimulationOn;
  }

  all(): DeviceView[] {
    return this.#devices.all.map((device) => this.#view(device));
  }

  of(id: DeviceId): DeviceView {
    return this.#view(this.#devices.get(id));
  }

  #view(device: ConfiguredDevice): DeviceView {
    const simulation = this.#isSimulationOn ? device.capability("simulation") : undefined;
    return {
      device: device.id,
      model: device.model,
      driver: device.driver,
      capabilities: [...device.capabilities],
      health: healthView(device.health),
      faults: [...(simulation?.faults ?? [])],
    };
  }
}

export function healthView({ level, reasons, since }: Health): HealthView {
  return { level, reasons: [...reasons], since: since.toISOString() };
}
