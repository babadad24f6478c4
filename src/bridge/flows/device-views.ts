import type { ConfiguredDevice } from "../../devices/configured-device.ts";
import {
  HEALTH_LEVELS,
  HEALTH_REASONS,
  type Health,
  type HealthReason,
  type PendingQuestion,
  type Supply,
} from "../../devices/index.ts";
import type { DeviceRegistry } from "../../devices/registry.ts";
import type { DeviceRoutes } from "../../devices/routes.ts";
import type { DeviceId } from "../../kernel/types.ts";
import type { DeviceView, HealthView, SupplyView } from "../protocol/device-views.ts";
import type { SupplyWatch } from "./supply-watch.ts";

interface Parts {
  readonly devices: DeviceRegistry;
  readonly routes: DeviceRoutes;
  readonly supplies: SupplyWatch;
  readonly isSimulationOn: boolean;
}

/** Devices as pages see them. */
export class DeviceViews {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  all(): DeviceView[] {
    return this.#parts.devices.all.map((device) => this.#view(device));
  }

  of(id: DeviceId): DeviceView {
    return this.#view(this.#parts.devices.get(id));
  }

  #view(device: ConfiguredDevice): DeviceView {
    const { routes, supplies, isSimulationOn } = this.#parts;
    const simulation = isSimulationOn ? device.capability("simulation") : undefined;
    return {
      device: device.id,
      kind: device.kind,
      title: device.title ?? null,
      model: device.model.slice(0, 100),
      driver: device.driver,
      address: device.about.address?.slice(0, 200) ?? null,
      capabilities: [...device.capabilities],
      health: healthView(device.health),
      isEnabled: device.isEnabled,
      isWorking: device.isWorking,
      purposes: [...routes.purposesOf(device.id)],
      supplies: supplies.of(device.id).slice(0, 10).map(supplyView),
      wedgePrefix: device.capability("scanner.page")?.prefix ?? null,
      lastUsedAt: lastUseOf(device)?.toISOString() ?? null,
      question: questionView(device.capability("card-printer.question")?.pending),
      faults: [...(simulation?.faults ?? [])],
    };
  }
}

/** The latest picture, card, receipt or scan that went well. Looking through a camera is no use of it. */
function lastUseOf(device: ConfiguredDevice): Date | undefined {
  const uses = device.counters
    .filter(({ capability }) => USES.includes(capability))
    .map(({ lastSuccessAt }) => lastSuccessAt);
  const times = [...uses, device.capability("scanner")?.lastScanAt].flatMap((at) => at?.getTime() ?? []);
  return times.length === 0 ? undefined : new Date(Math.max(...times));
}

const USES: readonly string[] = [
  "camera",
  "camera.inbox",
  "card-printer",
  "sheet-printer",
  "receipt-printer",
  "raw-printer",
];

/** The worst reason first: it is the one that a tile has room for. */
export function healthView({ level, reasons, since }: Health): HealthView {
  const severity = (reason: HealthReason): number => HEALTH_LEVELS.indexOf(HEALTH_REASONS[reason]);
  const ordered = reasons.toSorted((a, b) => severity(b) - severity(a));
  return { level, reasons: ordered, since: since.toISOString() };
}

function questionView(pending: PendingQuestion | undefined): DeviceView["question"] {
  if (!pending) return null;
  const { event, actions, since } = pending;
  return { event: event.slice(0, 60), actions: [...actions], since: since.toISOString() };
}

const supplyView = ({ kind, name, left, percent, isLow }: Supply): SupplyView => ({
  kind,
  name: name.slice(0, 60),
  left: left ?? null,
  percent: percent ?? null,
  isLow,
});
