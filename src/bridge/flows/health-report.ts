import type { Discovery, DriverManifest } from "../../devices/index.ts";
import type { DeviceRegistry } from "../../devices/registry.ts";
import type { DeviceDetails, DiscoveredView } from "../protocol/device-shapes.ts";
import type { DeviceView } from "../protocol/device-views.ts";
import type { DependencyView } from "../protocol/shapes.ts";
import type { Dependencies } from "./dependencies.ts";
import type { DeviceDetailViews } from "./device-details.ts";
import { discoveredView } from "./discovered-views.ts";

/** A device as the page Perangkat has it, with what Rincian adds. */
export type DeviceReport = DeviceView & Omit<DeviceDetails, "view" | "isAdopted">;

/** What /health says beside its one word, and `titian devices` prints. Nothing in it is about a person. */
export interface HealthReport {
  readonly titian: string;
  readonly desk: string;
  readonly dependencies: readonly DependencyView[];
  readonly devices: readonly DeviceReport[];
  /** Null until somebody has looked around; asking begins to. */
  readonly discovered: DiscoveredView | null;
}

interface Parts {
  readonly version: string;
  readonly desk: string;
  readonly devices: DeviceRegistry;
  readonly details: Pick<DeviceDetailViews, "of">;
  readonly dependencies: Dependencies;
  readonly discovery: Discovery;
  readonly drivers: readonly DriverManifest[];
}

export function healthReport(parts: Parts): HealthReport {
  const { version, desk, devices, details, dependencies, discovery, drivers } = parts;
  if (!discovery.last) lookAround(discovery);
  return {
    titian: version,
    desk,
    dependencies: dependencies.all(),
    devices: devices.all.map(({ id }) => {
      const { view, isAdopted: _, ...more } = details.of(id);
      return { ...view, ...more };
    }),
    discovered: discovery.last ? discoveredView(discovery.last, drivers) : null,
  };
}

const LOOK_WITHIN_MS = 10_000;

function lookAround(discovery: Discovery): void {
  // What cannot be found out now stays unknown, and the next question tries again.
  discovery.look(AbortSignal.timeout(LOOK_WITHIN_MS)).catch(() => undefined);
}
