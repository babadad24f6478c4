import type { Device, Health } from "../../devices/index.ts";
import type { DeviceRegistry } from "../../devices/registry.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { DeviceId } from "../../kernel/types.ts";
import type { DeviceView, HealthView } from "../protocol/shapes.ts";

/** Devices as pages see them. */
export class DeviceViews {
  readonly #devices: DeviceRegistry;
  /** Driver name by device, from the configuration, and whether faults may be put in. */
  readonly #driverOf: ReadonlyMap<string, string>;
  readonly #isSimulationOn: boolean;

  constructor(devices: DeviceRegistry, driverOf: ReadonlyMap<string, string>, isSimulationOn: boolean) {
    this.#devices = devices;
    this.#driverOf = driverOf;
    this.#isSimulationOn = isSimulationOn;
  }

  all(): DeviceView[] {
    return this.#devices.all.map((device) => this.#view(device));
  }

  of(id: DeviceId): DeviceView {
    const device = this.#devices.find(id);
    if (!device) throw new TitianError("DEVICE_NOT_FOUND", { details: { device: id } });
    return this.#view(device);
  }

  #view(device: Device): DeviceView {
    const simulation = this.#isSimulationOn ? device.capability("simulation") : undefined;
    return {
      device: device.id,
      model: device.model,
      driver: this.#driverOf.get(device.id) ?? "unknown",
      capabilities: CAPABILITY_NAMES.filter((name) => device.capability(name) !== undefined),
      health: healthView(device.health),
      faults: [...(simulation?.faults ?? [])],
    };
  }
}

const CAPABILITY_NAMES = [
  "camera",
  "camera.preview",
  "card-printer",
  "card-printer.jobs",
  "card-printer.supply",
  "receipt-printer",
  "scanner",
  "simulation",
  "simulation.scan",
] as const;

export function healthView({ level, reasons, since }: Health): HealthView {
  return { level, reasons: [...reasons], since: since.toISOString() };
}
