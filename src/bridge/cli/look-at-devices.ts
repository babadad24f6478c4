import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { createDevices } from "../../devices/create-devices.ts";
import { type ConfiguredDevice, Discovery, type DriverManifest } from "../../devices/index.ts";
import { DeviceRegistry } from "../../devices/registry.ts";
import { DeviceRoutes } from "../../devices/routes.ts";
import { type Clock, withBudget } from "../../kernel/clock.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { Logger } from "../../kernel/log.ts";
import type { Config } from "../config/schema.ts";
import { Dependencies } from "../flows/dependencies.ts";
import { DeviceDetailViews } from "../flows/device-details.ts";
import { DeviceViews } from "../flows/device-views.ts";
import { type HealthReport, healthReport } from "../flows/health-report.ts";
import { SupplyWatch } from "../flows/supply-watch.ts";
import { VERSION } from "../release.ts";
import { known, routesOf } from "../roster-start.ts";
import { usbInventoryFor } from "../usb/inventory.ts";

interface Looking {
  readonly config: Config;
  readonly drivers: readonly DriverManifest[];
  readonly clock: Clock;
  readonly log: Logger;
}

const OPEN_WITHIN_MS = 8_000;
/** Without a store nothing was adopted, named or routed. */
const NOTHING_DECIDED = { routes: () => new Map(), route: () => undefined };
const NOBODY_ADOPTED = { isAdopted: () => false };

/** While no daemon runs: each device of the configuration is opened once, looked at, and closed again. */
export async function lookAtDevices(looking: Looking, signal: AbortSignal): Promise<HealthReport> {
  const { config, drivers, clock, log } = looking;
  const scratch = mkdtempSync(path.join(tmpdir(), "titian-devices-"));
  const usb = usbInventoryFor(log);
  const around = { drivers, clock, log, usb, folderFor: () => scratch };
  const devices = new DeviceRegistry(await createDevices(config.devices, around));
  try {
    await Promise.all(devices.all.map((device) => open(device, clock, signal)));
    const discovery = new Discovery({ drivers, usb, known: () => devices.all.map(known), clock, log });
    await discovery.look(signal);
    const supplies = new SupplyWatch(devices, clock, log);
    await Promise.all(devices.all.map(({ id }) => supplies.ask(id)));
    const routes = new DeviceRoutes(devices, NOTHING_DECIDED, routesOf(config));
    const views = new DeviceViews({ devices, routes, supplies, isSimulationOn: false });
    const details = new DeviceDetailViews({
      ...{ devices, views, roster: NOBODY_ADOPTED, clock },
      history: () => [],
    });
    const dependencies = new Dependencies(clock);
    return healthReport({
      ...{ devices, details, dependencies, discovery, drivers },
      ...{ version: VERSION, desk: config.desk.id },
    });
  } finally {
    await Promise.all(devices.all.map((device) => device.close().catch(() => undefined)));
    rmSync(scratch, { recursive: true, force: true });
  }
}

async function open(device: ConfiguredDevice, clock: Clock, signal: AbortSignal): Promise<void> {
  using budget = withBudget(clock, OPEN_WITHIN_MS, signal, () => new TitianError("DEVICE_TIMEOUT"));
  try {
    await device.open(budget.signal);
  } catch {
    // Its health says why.
    signal.throwIfAborted();
  }
}
