import type { UsbDevice } from "../../src/devices/index.ts";
import type { SpoolerPrinter } from "../winspool/spooler.ts";

interface Fingerprint {
  readonly vendorId: string;
  readonly productId?: string;
  /** The maker has other printers too: only products whose own name looks like this. */
  readonly product?: RegExp;
  readonly note: string;
}

const EPSON_TM = /\bTM[- ]/i;

/** Where each was seen. A printer of another maker is found by its own words, or configured by hand. */
const FINGERPRINTS: readonly Fingerprint[] = [
  { vendorId: "04b8", product: EPSON_TM, note: "Epson TM-T20, T20II, T70: Odoo, supported_devices.py" },
  { vendorId: "1504", product: /SRP|STP|SPP/i, note: "Bixolon SRP-350plus: python-printer-escpos, manual" },
  // The same ids serve a laboratory power supply, as a COM port: the class tells them apart.
  { vendorId: "0416", productId: "5011", note: "58 mm clones, POS-5890: python-escpos, examples" },
];

/** Star is left out: its printers speak a language of their own unless switched to ESC/POS. What makers of receipt printers write into the product's own name. */
const OWN_WORDS = /receipt|thermal|ticket|\bPOS|\bZJ-?\d|\bXP-[A-Z]*\d/i;
const PRINTER_CLASS = 0x07;

/** A page printer would put ESC/POS on paper as letters without end: what is not known is not offered. */
export function isReceiptPrinter(device: UsbDevice): boolean {
  const { vendorId, productId, manufacturer = "", product = "", classes } = device;
  if (!classes.includes(PRINTER_CLASS)) return false;
  const known = FINGERPRINTS.filter((one) => one.vendorId === vendorId);
  const isKnown = known.some(
    (one) => (one.productId ?? productId) === productId && (one.product?.test(product) ?? true),
  );
  return isKnown || OWN_WORDS.test(`${manufacturer} ${product}`);
}

/** Windows knows a queue by the names that people and drivers gave it. */
export function isReceiptQueue({ name, driverName }: SpoolerPrinter): boolean {
  return [name, driverName].some((words) => OWN_WORDS.test(words) || EPSON_TM.test(words));
}
