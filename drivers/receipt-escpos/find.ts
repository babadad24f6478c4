import { type Finder, usbSelectorFor } from "../../src/devices/index.ts";
import { isReceiptPrinter } from "./fingerprints.ts";

/** USB printers that have a device file of their own. Network printers answer only to those who know their address. */
const find: Finder = async ({ usb }) =>
  usb
    .filter((device) => isReceiptPrinter(device) && device.nodes.some((node) => /\/lp\d+$/.test(node)))
    .map((device) => ({
      title:
        [device.manufacturer, device.product].filter(Boolean).join(" ").slice(0, 100) || "Receipt printer",
      options: { to: usbSelectorFor(device) },
      usb: device,
    }));

export default find;
