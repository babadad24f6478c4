import { isSelected, parseUsbSelector, type UsbDevice } from "../../src/devices/index.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import type { HidDevice } from "./hid-library.ts";

/** Bar code scanner: page 0x8C, usage 2 of the HID usage tables. */
const BAR_CODE_SCANNER = { page: 0x8c, usage: 2 };

export interface PosScanner {
  readonly hid: HidDevice;
  /** Undefined where it is not known which plug the interface belongs to. */
  readonly usb: UsbDevice | undefined;
}

/** The scanners in HID-POS mode, each with the USB device that it is part of. */
export function posScanners(
  devices: readonly HidDevice[],
  plugged: readonly UsbDevice[],
): readonly PosScanner[] {
  return devices
    .filter(({ usagePage, usage }) => usagePage === BAR_CODE_SCANNER.page && usage === BAR_CODE_SCANNER.usage)
    .map((hid) => ({ hid, usb: usbOf(hid, plugged) }));
}

/** By its device file where the system has such, else the only one of its kind and serial number. */
function usbOf(hid: HidDevice, plugged: readonly UsbDevice[]): UsbDevice | undefined {
  const byNode = plugged.find(({ nodes }) => nodes.includes(hid.path));
  if (byNode) return byNode;
  const twins = plugged.filter(
    (usb) =>
      usb.nodes.length === 0 &&
      usb.vendorId === hid.vendorId &&
      usb.productId === hid.productId &&
      (hid.serial === undefined || usb.serial === hid.serial),
  );
  return twins.length === 1 ? twins[0] : undefined;
}

/** The one that is meant. Throws `DEVICE_NOT_CONNECTED` also when `auto` could mean several. */
export function chosenScanner(scanners: readonly PosScanner[], configured: string): PosScanner {
  const selector = parseUsbSelector(configured);
  const [first, ...others] = selector
    ? scanners.filter(({ hid, usb }) => isSelected(selector, usb ?? { ...hid, port: undefined }))
    : scanners;
  if (first && others.length === 0) return first;
  throw new TitianError("DEVICE_NOT_CONNECTED", { details: { scanners: first ? others.length + 1 : 0 } });
}
