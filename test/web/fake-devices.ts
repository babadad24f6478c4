import type { DeviceView } from "../../src/bridge/protocol/device-views.ts";
import { healthFrom } from "../../src/devices/health.ts";
import { kindOf } from "../../src/devices/kinds.ts";

const now = (): string => new Date().toISOString();

export function makeDevice(
  device: string,
  capabilities: readonly string[],
  faults: readonly string[],
): DeviceView {
  return {
    device,
    kind: kindOf(capabilities),
    title: null,
    model: "Simulator Titian",
    driver: "simulator",
    address: null,
    isEnabled: true,
    isWorking: false,
    purposes: [],
    supplies: [],
    wedgePrefix: null,
    lastUsedAt: null,
    capabilities: [...capabilities, "simulation"],
    health: { level: "ok", reasons: [], since: now() },
    question: null,
    faults: [...faults],
  };
}

export function withReasons(device: DeviceView, reasons: readonly string[]): DeviceView {
  const { level } = healthFrom(reasons as Parameters<typeof healthFrom>[0], new Date());
  return { ...device, health: { level, reasons: [...reasons], since: now() } };
}

/** A desk that has one of each. */
export const ordinaryDevices = (): DeviceView[] => [
  makeDevice("desk-1-camera", ["camera", "camera.preview"], ["not-connected", "no-picture", "slow"]),
  makeDevice(
    "desk-1-printer",
    ["card-printer", "card-printer.jobs"],
    ["cover-open", "ribbon-empty", "jam", "vanished-job"],
  ),
  makeDevice("desk-1-receipt", ["receipt-printer"], ["paper-empty", "cover-open"]),
  makeDevice("desk-1-scanner", ["scanner", "simulation.scan"], ["not-connected", "garbled"]),
];
