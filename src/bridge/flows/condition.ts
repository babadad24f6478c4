import type { HealthLevel } from "../../devices/index.ts";
import type { DeviceRegistry } from "../../devices/registry.ts";
import type { Dependencies } from "./dependencies.ts";

/** The desk in one word, for /health. A desk without its printer still serves: only the store stops everything. */
export function conditionOf(devices: DeviceRegistry, dependencies: Dependencies): HealthLevel {
  const states = dependencies.all();
  if (states.some(({ name, health }) => name === "store" && health === "down")) return "down";
  const inUse = devices.all.filter(({ isEnabled }) => isEnabled);
  const levels = [...states.map(({ health }) => health), ...inUse.map(({ health }) => health.level)];
  return levels.every((level) => level === "ok") ? "ok" : "degraded";
}
