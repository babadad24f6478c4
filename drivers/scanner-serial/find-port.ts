import { realpath, stat } from "node:fs/promises";
import process from "node:process";
import { SerialPort } from "serialport";
import { isSelected, parseUsbSelector, type UsbDevice, type UsbInventory } from "../../src/devices/index.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import { usbPorts } from "./usb-ports.ts";

export interface Port {
  readonly path: string;
  /** Undefined for what is not on USB, or where that is not known. */
  readonly usb: UsbDevice | undefined;
}

/**
 * The port that is there now: the path itself, or wherever the USB device came up. Rejects with `DEVICE_NOT_CONNECTED`, also
 * when the selector fits two devices.
 */
export async function findPort(
  configured: string,
  inventory: UsbInventory,
  signal: AbortSignal,
): Promise<Port> {
  const ports = await usbPorts(await inventory.list(signal));
  const selector = parseUsbSelector(configured);
  if (!selector) {
    const path = await realpath(configured).catch(() => configured);
    return { path: configured, usb: ports.find((port) => port.path === path)?.usb };
  }
  const [first, ...others] = ports.filter(({ usb, ...ids }) =>
    isSelected(selector, usb ?? { ...ids, port: undefined }),
  );
  if (first && others.length === 0) return first;
  throw new TitianError("DEVICE_NOT_CONNECTED", { details: { ports: first ? others.length + 1 : 0 } });
}

/** Changes when the port goes, and when another device has come up under its name. Undefined when it is gone. */
export async function portIdentity(port: string): Promise<string | undefined> {
  if (port.startsWith("COM")) {
    const ports = await SerialPort.list();
    return ports.find((one) => one.path === port)?.path;
  }
  return stat(port).then(
    ({ dev, ino }) => `${dev}:${ino}`,
    () => undefined,
  );
}

/**
 * serialport 13 gives nothing but a sentence; these are the ones of its Linux, macOS and Windows bindings. Windows says
 * "Access denied" of a port that another program holds, and has no permissions on ports.
 */
export function openFailure(error: Error, platform = process.platform): TitianError {
  const said = error.message;
  if (/permission denied|access denied/i.test(said)) {
    return new TitianError(platform === "win32" ? "DEVICE_BUSY" : "DEVICE_NOT_PERMITTED", { cause: error });
  }
  if (/cannot lock|busy/i.test(said)) return new TitianError("DEVICE_BUSY", { cause: error });
  return new TitianError("DEVICE_NOT_CONNECTED", { cause: error });
}
