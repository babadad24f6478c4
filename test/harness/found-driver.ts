import { mkdtempSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import template from "../../drivers/_template/index.ts";
import type { DriverManifest, FoundDevice, UsbDevice } from "../../src/devices/index.ts";

/** A receipt printer that a finder has found on USB: the template's driver, with something to find. */
export const FOUND_USB: UsbDevice = {
  ...{ vendorId: "04b8", productId: "0e15", serial: "X3T7009412", port: "1-1.3" },
  ...{ manufacturer: "EPSON", product: "TM-T20II", classes: [0x07], nodes: [] },
};

export function driverWithFinder(folder = mkdtempSync(path.join(os.tmpdir(), "titian-found-"))): {
  readonly driver: DriverManifest;
  /** What is plugged in; tests change it. */
  readonly found: FoundDevice[];
  readonly file: string;
} {
  const file = path.join(folder, "receipts.txt");
  const found: FoundDevice[] = [{ title: "EPSON TM-T20II", options: { path: file }, usb: FOUND_USB }];
  const driver: DriverManifest = {
    ...template,
    find: async () => ({ default: async () => [...found] }),
  };
  return { driver, found, file };
}
