import type { ConfiguredDevice } from "../devices/configured-device.ts";
import type { DeviceEntry, DeviceSurroundings, KnownDevice, Purpose } from "../devices/index.ts";
import { MOST_DEVICES } from "../devices/roster.ts";
import { check } from "../kernel/schema.ts";
import type { DeviceId } from "../kernel/types.ts";
import type { Config } from "./config/schema.ts";

/**
 * Adopted devices that can still be made. One whose driver is gone or has other options now, or whose name the
 * configuration file has taken since, or for which there is no room, is left out and logged: what a person adopted must never keep the desk from starting.
 */
export function adoptable(
  adopted: readonly DeviceEntry[],
  { devices }: Config,
  { drivers, log }: Pick<DeviceSurroundings, "drivers" | "log">,
): readonly DeviceEntry[] {
  let room = MOST_DEVICES - devices.length;
  return adopted.filter(({ id, driver, options }) => {
    const manifest = drivers.find(({ name }) => name === driver);
    const isGood = manifest !== undefined && check(manifest.options, options ?? {}).problems.length === 0;
    const isFree = devices.every((device) => device.id !== id);
    const isIn = isGood && isFree && room > 0;
    if (isIn) room -= 1;
    else log.warn("adopted device left out", { device: id, driver });
    return isIn;
  });
}

/** As far as discovery must know a device to recognise it. */
export const known = ({ driver, options, about }: ConfiguredDevice): KnownDevice => ({
  driver,
  options,
  usb: about.usb,
});

export function routesOf({ cards }: Config): Partial<Record<Purpose, DeviceId>> {
  return cards.printer === undefined ? {} : { "member-card": cards.printer as DeviceId };
}
