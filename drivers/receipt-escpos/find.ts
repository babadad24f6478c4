import { type Finder, type FoundDevice, usbSelectorFor } from "../../src/devices/index.ts";
import { openSpooler } from "../winspool/open.ts";
import { isReceiptPrinter, isReceiptQueue } from "./fingerprints.ts";

/**
 * USB printers with a device file of their own, and on Windows the queues that sound like one. A network printer answers
 * only to those who know its address.
 */
const find: Finder = async ({ usb, clock }, signal) => {
  const plugged = usb
    .filter((device) => isReceiptPrinter(device) && device.nodes.some((node) => /\/lp\d+$/.test(node)))
    .map((device): FoundDevice => {
      const title = [device.manufacturer, device.product].filter(Boolean).join(" ").slice(0, 100);
      return { title: title || "Receipt printer", options: { to: usbSelectorFor(device, usb) }, usb: device };
    });
  if (process.platform !== "win32") return plugged;
  const queues = await (await openSpooler(clock)).printers(signal);
  const named = queues.filter(isReceiptQueue).map(({ name }): FoundDevice => {
    return { title: name.slice(0, 100), options: { to: `winspool:${name}` }, usb: undefined };
  });
  return [...plugged, ...named];
};

export default find;
