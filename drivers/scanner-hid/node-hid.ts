import hid, { type Device } from "node-hid";
import type { HidDevice, HidHandle, HidLibrary, HidListener } from "./hid-library.ts";

// The libusb backend would take the device away from the kernel and from every other program.
hid.setDriverType("hidraw");

/** node-hid 3.4: one reading thread a device, and nothing that blocks this one. */
export const nodeHid: HidLibrary = {
  async devices() {
    return (await hid.devicesAsync()).flatMap(described);
  },

  async open(path: string, listener: HidListener): Promise<HidHandle> {
    const handle = await hid.HIDAsync.open(path);
    handle.on("error", (cause: unknown) => listener.lost(cause));
    handle.on("data", (report: Buffer) => listener.report(report));
    return {
      async sendFeatureReport(bytes) {
        await handle.sendFeatureReport([...bytes]);
      },
      close: () => handle.close().catch(() => undefined),
    };
  },
};

function described(device: Device): readonly HidDevice[] {
  const { path, usagePage, usage } = device;
  if (!path) return [];
  return [
    {
      ...{ path, usagePage, usage },
      vendorId: hex(device.vendorId),
      productId: hex(device.productId),
      // node-hid says "" for what the device does not tell.
      serial: device.serialNumber || undefined,
      manufacturer: device.manufacturer || undefined,
      product: device.product || undefined,
    },
  ];
}

const hex = (id: number): string => id.toString(16).padStart(4, "0");
