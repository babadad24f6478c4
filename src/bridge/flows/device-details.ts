import process from "node:process";
import type { ConfiguredDevice } from "../../devices/configured-device.ts";
import { healthFrom, type Roster, type UsbDevice } from "../../devices/index.ts";
import type { DeviceRegistry } from "../../devices/registry.ts";
import type { Clock } from "../../kernel/clock.ts";
import type { DeviceId } from "../../kernel/types.ts";
import type { PastHealth } from "../../store/device-health.ts";
import type { DeviceDetails, UsbView } from "../protocol/device-shapes.ts";
import type { DeviceViews } from "./device-views.ts";
import { udevRuleFor } from "./udev-rule.ts";

const HISTORY_MS = 24 * 3_600_000;
const HISTORY_MOST = 200;

interface Parts {
  readonly devices: DeviceRegistry;
  readonly views: DeviceViews;
  readonly roster: Pick<Roster, "isAdopted">;
  readonly history: (device: DeviceId, limit: number) => readonly PastHealth[];
  readonly clock: Clock;
}

/** What a technician asks about one device: counters, failures, and how the last day went. */
export class DeviceDetailViews {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  of(id: DeviceId): DeviceDetails {
    const { devices, views, roster } = this.#parts;
    const device = devices.get(id);
    const { serial, firmware, usb, words } = device.about;
    return {
      view: views.of(id),
      isAdopted: roster.isAdopted(id),
      serial: (serial ?? usb?.serial)?.slice(0, 126) ?? null,
      firmware: firmware?.slice(0, 126) ?? null,
      usb: usb ? usbView(usb) : null,
      words: (words ?? []).slice(0, 10).map((word) => word.slice(0, 60)),
      udevRule: this.#ruleFor(device),
      counters: device.counters
        .filter(({ calls }) => calls > 0)
        .map(({ capability, calls, failures, p50Ms, p95Ms, lastSuccessAt }) => ({
          ...{ capability, calls, failures },
          p50Ms: p50Ms ?? null,
          p95Ms: p95Ms ?? null,
          lastSuccessAt: lastSuccessAt?.toISOString() ?? null,
        })),
      failures: device.failures.map(({ capability, code, at }) => ({
        ...{ capability, code },
        at: at.toISOString(),
      })),
      history: this.#historyOf(id),
    };
  }

  /** The last day, and the one change before it: what was so when the day began. */
  #historyOf(id: DeviceId): DeviceDetails["history"] {
    const { history, clock } = this.#parts;
    const past = history(id, HISTORY_MOST);
    const from = clock.now().getTime() - HISTORY_MS;
    const before = past.findIndex(({ since }) => since.getTime() < from);
    return past.slice(0, before === -1 ? past.length : before + 1).map(({ reasons, since }) => ({
      level: healthFrom(reasons, since).level,
      reasons: [...reasons],
      since: since.toISOString(),
    }));
  }

  #ruleFor({ health, about }: ConfiguredDevice): string | null {
    const isRefused = process.platform === "linux" && health.reasons.includes("not-permitted");
    return isRefused ? udevRuleFor(about) : null;
  }
}

export function usbView(usb: UsbDevice): UsbView {
  const { vendorId, productId, port } = usb;
  return {
    ...{ vendorId, productId, port },
    serial: usb.serial ?? null,
    manufacturer: usb.manufacturer ?? null,
    product: usb.product ?? null,
  };
}
