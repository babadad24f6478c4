/// <reference types="w3c-web-usb" />
import type { usb } from "usb";
import { untilAborted } from "../../devices/until-aborted.ts";
import type { UsbDevice, UsbInventory } from "../../devices/usb.ts";
import type { Logger } from "../../kernel/log.ts";

/** Where the system keeps no readable tree: the `usb` package, if its native part loads. It names no device files. */
export class LibraryUsbInventory implements UsbInventory {
  readonly #log: Logger;
  #isOut = false;

  constructor(log: Logger) {
    this.#log = log;
  }

  async list(signal: AbortSignal): Promise<readonly UsbDevice[]> {
    signal.throwIfAborted();
    if (this.#isOut) return [];
    try {
      const { usb } = await import("usb");
      // The library knows no signal, and asks each device for its name.
      return (await untilAborted(usb.getDevices(), signal)).map(described);
    } catch (error) {
      signal.throwIfAborted();
      this.#isOut = true;
      this.#log.info("USB devices cannot be listed here", { error });
      return [];
    }
  }
}

type LibraryDevice = Awaited<ReturnType<typeof usb.getDevices>>[number];

function described(device: LibraryDevice): UsbDevice {
  const interfaces = device.configurations.flatMap((one) => one.interfaces);
  const classes = interfaces.flatMap(({ alternates }) =>
    alternates.map(({ interfaceClass }) => interfaceClass),
  );
  return {
    vendorId: hex(device.vendorId),
    productId: hex(device.productId),
    serial: device.serialNumber?.slice(0, 126) || undefined,
    port: `${Number.parseInt(device.bus, 10) || 0}-${device.ports.join(".") || device.address}`,
    manufacturer: device.manufacturerName?.slice(0, 126) || undefined,
    product: device.productName?.slice(0, 126) || undefined,
    classes: [...new Set([device.deviceClass, ...classes])].filter((code) => code !== 0),
    nodes: [],
  };
}

const hex = (id: number): string => id.toString(16).padStart(4, "0");
