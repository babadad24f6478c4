import { mkdirSync } from "node:fs";
import path from "node:path";
import { createDevices } from "../devices/create-devices.ts";
import { Discovery, type DriverManifest, Roster } from "../devices/index.ts";
import { DeviceRegistry } from "../devices/registry.ts";
import { DeviceRoutes } from "../devices/routes.ts";
import { DeviceSupervisor } from "../devices/supervisor.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Logger } from "../kernel/log.ts";
import type { Store } from "../store/store.ts";
import type { Config } from "./config/schema.ts";
import { SupplyWatch } from "./flows/supply-watch.ts";
import { adoptable, known, routesOf } from "./roster-start.ts";
import { usbInventoryFor } from "./usb/inventory.ts";

interface Around {
  readonly drivers: readonly DriverManifest[];
  readonly store: Pick<Store, "deviceSettings">;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Everything on the desk's cables: those of the configuration file, those adopted, and what may join. */
export async function deviceParts(config: Config, { drivers, store, clock, log }: Around) {
  const usb = usbInventoryFor(log);
  const surroundings = { drivers, clock, log, usb, folderFor: folderIn(config) };
  const settings = store.deviceSettings;
  const entries = [...config.devices, ...adoptable(settings.adopted(), config, surroundings)];
  const owned = await createDevices(entries, surroundings);
  const devices = new DeviceRegistry(owned);
  const supervisor = new DeviceSupervisor(owned, clock, log);
  const configured = config.devices.map(({ id }) => id);
  const roster = new Roster({ store: settings, registry: devices, supervisor, surroundings, configured });
  const routes = new DeviceRoutes(devices, settings, routesOf(config));
  const discovery = new Discovery({ drivers, usb, known: () => devices.all.map(known), clock, log });
  const supplies = new SupplyWatch(devices, clock, log);
  return { usb, devices, supervisor, roster, routes, discovery, supplies };
}

/** A device's own folder, for example for what a simulated printer puts out. */
const folderIn =
  (config: Config) =>
  (device: string): string => {
    const folder = path.join(config.store.folder, "devices", device);
    mkdirSync(folder, { recursive: true });
    return folder;
  };
