import type { IconName } from "../ui/icons.tsx";

const DEVICE_KINDS = ["camera", "card-printer", "receipt-printer", "scanner"] as const;
export type DeviceKind = (typeof DEVICE_KINDS)[number] | "other";

export const KIND_ICON: Readonly<Record<DeviceKind, IconName>> = {
  camera: "camera",
  "card-printer": "printer",
  "receipt-printer": "receipt",
  scanner: "scan",
  other: "plug",
};

export function kindOf(capabilities: readonly string[]): DeviceKind {
  return DEVICE_KINDS.find((kind) => capabilities.includes(kind)) ?? "other";
}
