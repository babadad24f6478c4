import type { UsbDevice } from "../../src/devices/index.ts";

const HID_CLASS = 0x03;

/** Makers whose USB devices are scanners: Honeywell and Metrologic, Zebra (Symbol), Datalogic. */
const SCANNER_MAKERS: readonly string[] = ["0c2e", "23d0", "05e0", "05f9"];
const SAYS_SO = /\b(bar ?code|scan(ner)?)\b/i;

/** A HID device that is a scanner by its maker or by its own words. Cheap ones call themselves a keyboard, and are missed. */
export function looksLikeScanner({ classes, vendorId, manufacturer, product }: UsbDevice): boolean {
  if (!classes.includes(HID_CLASS)) return false;
  return SCANNER_MAKERS.includes(vendorId) || SAYS_SO.test(`${manufacturer ?? ""} ${product ?? ""}`);
}
