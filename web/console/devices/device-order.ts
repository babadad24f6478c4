import type { DeviceView } from "../../../src/bridge/protocol/device-views.ts";

export type DeviceState = "down" | "degraded" | "unknown" | "working" | "ok" | "off";

const ORDER: readonly DeviceState[] = ["down", "degraded", "unknown", "working", "ok", "off"];

/** A device that nobody can ask is not in trouble: what it is, is unknown. One that is switched off troubles nobody. */
export function stateOf({
  health,
  isEnabled,
  isWorking,
}: Pick<DeviceView, "health" | "isEnabled" | "isWorking">): DeviceState {
  if (!isEnabled) return "off";
  const isUnknown =
    health.reasons.length > 0 && health.reasons.every((reason) => reason === "not-supervised");
  if (isUnknown) return "unknown";
  return health.level === "ok" && isWorking ? "working" : health.level;
}

/** Stopped, soon, unknown, working, ready, off; within these by name, so that tiles do not wander. */
export function inOrder(devices: readonly DeviceView[]): readonly DeviceView[] {
  return devices.toSorted(
    (a, b) => ORDER.indexOf(stateOf(a)) - ORDER.indexOf(stateOf(b)) || a.device.localeCompare(b.device),
  );
}
