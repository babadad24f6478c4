import process from "node:process";
import type { UsbInventory } from "../../devices/usb.ts";
import type { Logger } from "../../kernel/log.ts";
import { LibraryUsbInventory } from "./library-inventory.ts";
import { LinuxUsbInventory } from "./linux-inventory.ts";

export function usbInventoryFor(log: Logger, platform = process.platform): UsbInventory {
  return platform === "linux" ? new LinuxUsbInventory() : new LibraryUsbInventory(log);
}
