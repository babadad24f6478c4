import type { Registry } from "prom-client";
import { HEALTH_LEVELS } from "../../devices/index.ts";
import type { DeviceRegistry } from "../../devices/registry.ts";
import type { MoreMetrics } from "../server/metrics.ts";
import type { SupplyWatch } from "./supply-watch.ts";

/** Devices as Prometheus sees them. Every label is a word of ours or a device's configured name. */
export function deviceMetrics(devices: DeviceRegistry, supplies: SupplyWatch): MoreMetrics {
  return async (registry: Registry) => {
    const { Counter, Gauge } = await import("prom-client");
    const registers = [registry];
    const inUse = () => devices.all.filter(({ isEnabled }) => isEnabled);
    new Gauge({
      registers,
      name: "titian_device_level",
      help: "0 ok, 1 degraded, 2 down, for each device that is switched on.",
      labelNames: ["device", "driver"],
      collect() {
        this.reset();
        for (const { id, driver, health } of inUse()) {
          this.set({ device: id, driver }, HEALTH_LEVELS.indexOf(health.level));
        }
      },
    });
    new Gauge({
      registers,
      name: "titian_device_reason",
      help: "1 for each reason that a device has now.",
      labelNames: ["device", "reason"],
      collect() {
        this.reset();
        for (const { id, health } of inUse()) {
          for (const reason of health.reasons) this.set({ device: id, reason }, 1);
        }
      },
    });
    new Counter({
      registers,
      name: "titian_device_calls_total",
      help: "Calls of a device's abilities, by outcome.",
      labelNames: ["device", "capability", "outcome"],
      collect() {
        this.reset();
        for (const { id, counters } of devices.all) {
          for (const { capability, calls, failures } of counters) {
            this.inc({ device: id, capability, outcome: "failed" }, failures);
            this.inc({ device: id, capability, outcome: "other" }, calls - failures);
          }
        }
      },
    });
    new Gauge({
      registers,
      name: "titian_device_call_ms",
      help: "Milliseconds of the latest 200 calls that ended well.",
      labelNames: ["device", "capability", "quantile"],
      collect() {
        this.reset();
        for (const { id, counters } of devices.all) {
          for (const { capability, p50Ms, p95Ms } of counters) {
            if (p50Ms !== undefined) this.set({ device: id, capability, quantile: "0.5" }, p50Ms);
            if (p95Ms !== undefined) this.set({ device: id, capability, quantile: "0.95" }, p95Ms);
          }
        }
      },
    });
    new Gauge({
      registers,
      name: "titian_device_supply_left",
      help: "Whole cards or sheets that a supply still allows.",
      labelNames: ["device", "kind"],
      collect() {
        this.reset();
        for (const { id } of inUse()) {
          for (const { kind, left } of supplies.of(id)) {
            if (left !== undefined) this.set({ device: id, kind }, left);
          }
        }
      },
    });
  };
}
