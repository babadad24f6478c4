import type { Clock } from "../kernel/clock.ts";
import type { Logger } from "../kernel/log.ts";
import { ConfigError, check } from "../kernel/schema.ts";
import type { DeviceId } from "../kernel/types.ts";
import { ConfiguredDevice } from "./configured-device.ts";
import type { Device } from "./device.ts";
import { type DriverManifest, offersOf } from "./driver.ts";
import { MissingDevice } from "./missing-device.ts";
import type { UsbInventory } from "./usb.ts";

/** One `[[devices]]` table of the configuration. */
export interface DeviceEntry {
  readonly id: string;
  readonly driver: string;
  readonly options?: Readonly<Record<string, unknown>>;
}

export interface DeviceSurroundings {
  readonly drivers: readonly DriverManifest[];
  readonly clock: Clock;
  readonly log: Logger;
  /** A folder of this device's own. It exists once this returns. */
  readonly folderFor: (id: DeviceId) => string;
  readonly usb: UsbInventory;
}

interface Planned {
  readonly id: DeviceId;
  readonly manifest: DriverManifest;
  readonly options: unknown;
}

/**
 * Loads the drivers that are configured, and no others. Throws `ConfigError` with every wrong entry and option at once;
 * a driver that cannot be loaded is a device with the reason `driver-missing`.
 */
export async function createDevices(
  entries: readonly DeviceEntry[],
  surroundings: DeviceSurroundings,
): Promise<readonly ConfiguredDevice[]> {
  const planned = plan(entries, surroundings.drivers);
  return Promise.all(
    planned.map(async (one) => {
      const device = await make(one, surroundings);
      const options = one.options as Readonly<Record<string, unknown>>;
      const driver = { name: one.manifest.name, offers: offersOf(one.manifest, options) };
      return new ConfiguredDevice(device, driver, surroundings.clock, options);
    }),
  );
}

function plan(entries: readonly DeviceEntry[], drivers: readonly DriverManifest[]): readonly Planned[] {
  const problems: string[] = [];
  const planned: Planned[] = [];
  for (const [index, entry] of entries.entries()) {
    const at = `/devices/${index}`;
    const manifest = drivers.find((driver) => driver.name === entry.driver);
    if (!/^[a-z0-9-]{1,40}$/.test(entry.id)) problems.push(`${at}/id must match pattern "^[a-z0-9-]{1,40}$"`);
    if (planned.some(({ id }) => id === entry.id)) problems.push(`${at}/id "${entry.id}" is used twice`);
    if (!manifest) {
      const known = drivers.map((driver) => driver.name).join(", ");
      problems.push(`${at}/driver knows no driver "${entry.driver}"; there are ${known}`);
      continue;
    }
    const options = check(manifest.options, entry.options ?? {});
    problems.push(...options.problems.map((problem) => `${at}/options${problem.replace(/^\/(?= )/, "")}`));
    planned.push({ id: entry.id as DeviceId, manifest, options: options.filled });
  }
  if (problems.length > 0) throw new ConfigError("The list of devices", problems);
  return planned;
}

async function make({ id, manifest, options }: Planned, around: DeviceSurroundings): Promise<Device> {
  const log = around.log.child({ device: id });
  try {
    const { default: create } = await manifest.load();
    const { clock, usb, folderFor } = around;
    return create({ id, options: options as never, clock, log, folder: folderFor(id), usb });
  } catch (error) {
    log.error("driver could not be loaded", { driver: manifest.name, error });
    return new MissingDevice(id, manifest.title, around.clock);
  }
}
