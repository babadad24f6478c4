import { type Discovered, type DriverManifest, kindOf, offersOf } from "../../devices/index.ts";
import type { DiscoveredView } from "../protocol/device-shapes.ts";
import { usbView } from "./device-details.ts";

const MOST = 100;
/** As `device.adopt` takes them. */
const LONGEST_KEY = 1_000;

export function discoveredView(
  { candidates, unclaimed }: Discovered,
  drivers: readonly DriverManifest[],
): DiscoveredView {
  return {
    candidates: candidates
      .filter(({ key }) => key.length <= LONGEST_KEY)
      .slice(0, MOST)
      .map(({ key, driver, title, options, purposes, usb }) => ({
        ...{ key, driver, title: title.slice(0, 100), purposes: [...purposes] },
        kind: kindOf(drivers.filter((one) => one.name === driver).flatMap((one) => offersOf(one, options))),
        usb: usb ? usbView(usb) : null,
      })),
    unclaimed: unclaimed.slice(0, MOST).map(({ usb, need }) => ({ usb: usbView(usb), need })),
  };
}
