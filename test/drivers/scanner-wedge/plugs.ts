import type { UsbDevice, UsbInventory } from "../../../src/devices/index.ts";

export const SCANNER: UsbDevice = {
  ...{ vendorId: "0c2e", productId: "0b61", serial: "KB0001", port: "1-1" },
  ...{ manufacturer: "Contoh", product: "Barcode Scanner", classes: [3], nodes: ["/dev/hidraw0"] },
};
export const KEYBOARD: UsbDevice = {
  ...{ vendorId: "046d", productId: "c31c", serial: undefined, port: "1-2" },
  ...{ manufacturer: "Logitech", product: "USB Keyboard", classes: [3], nodes: ["/dev/hidraw1"] },
};

/** USB sockets in the test's hand. */
export class Plugs implements UsbInventory {
  plugged: UsbDevice[];
  failure: Error | undefined;

  constructor(...plugged: UsbDevice[]) {
    this.plugged = plugged;
  }

  async list(): Promise<readonly UsbDevice[]> {
    if (this.failure) throw this.failure;
    return this.plugged;
  }

  pull(device: UsbDevice): void {
    this.plugged = this.plugged.filter(({ port }) => port !== device.port);
  }
}
