import { type Finder, type UsbDevice, usbSelectorFor } from "../../src/devices/index.ts";
import { usbPorts } from "./usb-ports.ts";

/** Every serial port over USB: nothing in it tells a scanner from anything else that sends lines. */
const find: Finder = async ({ usb }, signal) => {
  const ports = await usbPorts(usb);
  signal.throwIfAborted();
  return ports.map((port) => ({
    title: port.usb ? titleOf(port.usb) : port.path,
    options: { path: port.usb ? usbSelectorFor(port.usb, usb) : port.path },
    usb: port.usb,
  }));
};

export default find;

function titleOf({ manufacturer, product, vendorId, productId }: UsbDevice): string {
  const name = [manufacturer, product].filter(Boolean).join(" ");
  return (name || `USB ${vendorId}:${productId}`).slice(0, 100);
}
