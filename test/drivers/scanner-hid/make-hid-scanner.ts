import { onTestFinished } from "vitest";
import type { HidLibrary } from "../../../drivers/scanner-hid/hid-library.ts";
import manifest from "../../../drivers/scanner-hid/index.ts";
import { HidScanner } from "../../../drivers/scanner-hid/scanner.ts";
import { SystemClock } from "../../../src/bridge/system-clock.ts";
import { type ConfiguredDevice, createDevices, type DriverManifest } from "../../../src/devices/index.ts";
import type { Clock } from "../../../src/kernel/clock.ts";
import { NO_USB, temporaryFolder } from "../../contract/make-device.ts";
import { SilentLog } from "../../harness/silent-log.ts";

/** The driver as it is, on a HID library that is not. */
export async function makeHidScanner(
  library: HidLibrary,
  { usb = "auto", clock = new SystemClock() as Clock, inventory = NO_USB } = {},
): Promise<ConfiguredDevice> {
  const driver: DriverManifest = {
    ...manifest,
    load: async () => ({
      default: (surroundings) => new HidScanner({ ...surroundings, options: { usb } }, library),
    }),
  };
  const folder = temporaryFolder();
  const [device] = await createDevices([{ id: "under-test", driver: driver.name, options: { usb } }], {
    drivers: [driver],
    clock,
    log: new SilentLog(),
    folderFor: () => folder,
    usb: inventory,
  });
  const made = device!;
  onTestFinished(() => made.close());
  return made;
}
