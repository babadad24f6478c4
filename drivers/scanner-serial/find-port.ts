import { stat } from "node:fs/promises";
import { SerialPort } from "serialport";
import { TitianError } from "../../src/kernel/errors.ts";
import { linuxUsbPorts } from "./linux-usb-ports.ts";

/** The port that is there now: the path itself, or wherever the USB device came up. Rejects with `DEVICE_NOT_CONNECTED`. */
export async function findPort(configured: string, platform = process.platform): Promise<string> {
  const [, vendorId, productId] = /^usb:([0-9a-f]{4}):([0-9a-f]{4})$/.exec(configured) ?? [];
  if (!vendorId || !productId) return configured;
  const ports = platform === "linux" ? await linuxUsbPorts() : await SerialPort.list();
  const port = ports.find(
    (one) => one.vendorId?.toLowerCase() === vendorId && one.productId?.toLowerCase() === productId,
  );
  if (!port) throw new TitianError("DEVICE_NOT_CONNECTED");
  return port.path;
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
