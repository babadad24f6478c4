import { type Finder, usbSelectorFor } from "../../src/devices/index.ts";
import { keyboards } from "./keyboards.ts";
import { looksLikeScanner } from "./looks-like-scanner.ts";

/** Scanners in keyboard mode. One in HID-POS mode has no keyboard, and is not offered here. */
const find: Finder = async ({ usb }, signal) => {
  const scanners = usb.filter(looksLikeScanner);
  if (scanners.length === 0) return [];
  const typing = await keyboards();
  signal.throwIfAborted();
  return scanners
    .filter(({ vendorId, productId }) => !typing || typing.has(`${vendorId}:${productId}`))
    .map((scanner) => ({
      title: [scanner.manufacturer, scanner.product].filter(Boolean).join(" ").slice(0, 100) || "Scanner",
      options: { usb: usbSelectorFor(scanner, usb) },
      usb: scanner,
    }));
};

export default find;
