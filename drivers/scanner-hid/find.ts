import { type Finder, parseUsbSelector, usbSelectorFor } from "../../src/devices/index.ts";
import type { HidDevice } from "./hid-library.ts";
import { nodeHid } from "./node-hid.ts";
import { posScanners } from "./pos-scanners.ts";

/** Scanners in HID-POS mode. The system's own list is read; no device is opened. */
const find: Finder = async ({ usb }, signal) => {
  const devices = await nodeHid.devices();
  signal.throwIfAborted();
  return posScanners(devices, usb).map(({ hid, usb: plugged }) => ({
    title: titleOf(hid),
    options: { usb: plugged ? usbSelectorFor(plugged, usb) : selectorOf(hid) },
    usb: plugged,
  }));
};

export default find;

function titleOf({ manufacturer = "", product = "HID-POS scanner" }: HidDevice): string {
  return (product.startsWith(manufacturer) ? product : `${manufacturer} ${product}`).trim().slice(0, 100);
}

/** For an interface that no USB device could be found for: its kind, and its serial number if that fits a selector. */
function selectorOf({ vendorId, productId, serial }: HidDevice): string {
  const kind = `usb:${vendorId}:${productId}`;
  const exact = `${kind}:${serial}`;
  return parseUsbSelector(exact)?.serial === serial ? exact : kind;
}
