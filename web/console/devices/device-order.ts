import type { DeviceView } from "../../../src/bridge/protocol/shapes.ts";

export type DeviceState = "down" | "degraded" | "unknown" | "ok";

const ORDER: readonly DeviceState[] = ["down", "degraded", "unknown", "ok"];

/** A device that nobody can ask is not in trouble: what it is, is unknown. */
export function stateOf({ health }: Pick<DeviceView, "health">): DeviceState {
  const isUnknown =
    health.reasons.length > 0 && health.reasons.every((reason) => reason === "not-supervised");
  return isUnknown ? "unknown" : health.level;
}

/** Stopped, soon, unknown, ready; within these by name, so that tiles do not wander. */
export function inOrder(devices: readonly DeviceView[]): readonly DeviceView[] {
  return devices.toSorted(
    (a, b) => ORDER.indexOf(stateOf(a)) - ORDER.indexOf(stateOf(b)) || a.device.localeCompare(b.device),
  );
}
