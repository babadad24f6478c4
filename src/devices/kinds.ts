/** What a person would call a device. The first that fits: a photo folder is a camera too, and is not called one. */
export const DEVICE_KINDS = [
  "photo-folder",
  "camera",
  "card-printer",
  "sheet-printer",
  "receipt-printer",
  "scanner",
  "other",
] as const;
export type DeviceKind = (typeof DEVICE_KINDS)[number];

/** `abilities` as a device or its driver offers them. */
export function kindOf(abilities: readonly string[]): DeviceKind {
  if (abilities.includes("camera.inbox")) return "photo-folder";
  return DEVICE_KINDS.find((kind) => abilities.includes(kind)) ?? "other";
}
