import type { Registry } from "prom-client";
import { SYNC_PHASES } from "../../inlislite/sync/member-change.ts";
import type { MoreMetrics } from "../server/metrics.ts";
import type { InStep } from "./in-step.ts";

/** How well the copy of members keeps step, as Prometheus sees it. */
export function syncMetrics(inStep: InStep | undefined): MoreMetrics {
  return async (registry: Registry) => {
    if (!inStep) return;
    const { Counter, Gauge } = await import("prom-client");
    const registers = [registry];
    const gauge = (name: string, help: string, read: () => number | undefined): void => {
      new Gauge({
        ...{ registers, name, help },
        collect() {
          const value = read();
          if (value !== undefined) this.set(value);
        },
      });
    };
    const seconds = (at: Date | undefined): number | undefined => at && at.getTime() / 1_000;
    gauge("titian_mirror_members", "Members in the local copy.", () => inStep.status.members);
    gauge("titian_mirror_heard_timestamp_seconds", "When INLISLite last answered.", () =>
      seconds(inStep.status.heardAt),
    );
    gauge("titian_mirror_compared_timestamp_seconds", "When every row was last compared.", () =>
      seconds(inStep.status.comparedAt),
    );
    gauge("titian_mirror_loaded_ratio", "Share that the first load has read; 1 once it is whole.", () =>
      inStep.mirror.isComplete ? 1 : (inStep.status.loadedShare ?? 0),
    );
    gauge("titian_inlislite_clock_offset_seconds", "The database server's clock minus this desk's.", () => {
      const { clockOffsetMs } = inStep.status;
      return clockOffsetMs === undefined ? undefined : clockOffsetMs / 1_000;
    });
    new Gauge({
      registers,
      name: "titian_mirror_phase",
      help: "1 for the phase that the copy is in.",
      labelNames: ["phase"],
      collect() {
        for (const phase of SYNC_PHASES) this.set({ phase }, inStep.status.phase === phase ? 1 : 0);
      },
    });
    const changes = new Counter({
      registers,
      name: "titian_member_changes_total",
      help: "Changes of members that were told, by kind, since the first scrape.",
      labelNames: ["kind"],
    });
    inStep.events.on("changed", ({ kind }) => changes.inc({ kind }));
  };
}
