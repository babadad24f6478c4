import process from "node:process";
import { SerialPort } from "serialport";
import type { UsbDevice } from "../../src/devices/index.ts";

/** A serial port that came up over USB. */
export interface UsbPort {
  readonly path: string;
  readonly vendorId: string;
  readonly productId: string;
  readonly serial: string | undefined;
  /** Undefined where the system does not tell which plug the port belongs to. */
  readonly usb: UsbDevice | undefined;
}

/** What `SerialPort.list` tells, as far as it is needed here. */
interface ListedPort {
  readonly path: string;
  readonly vendorId?: string | undefined;
  readonly productId?: string | undefined;
  readonly serialNumber?: string | undefined;
}

const LINUX_PORT = /^\/dev\/tty(?:ACM|USB)\d+$/;

/**
 * On Linux straight from the devices' own files: serialport's list starts `udevadm`, which a small system does not have, and
 * knows no ids while udevd is not running. A device with several ports is meant by its first.
 */
export async function usbPorts(
  plugged: readonly UsbDevice[],
  platform = process.platform,
  list: () => Promise<readonly ListedPort[]> = () => SerialPort.list(),
): Promise<readonly UsbPort[]> {
  if (platform === "linux") {
    return plugged.flatMap((usb) => {
      const path = usb.nodes.find((node) => LINUX_PORT.test(node));
      return path === undefined ? [] : [{ ...idsOf(usb), path, usb }];
    });
  }
  return (await list()).flatMap((port) => described(port, plugged));
}

const idsOf = ({ vendorId, productId, serial }: UsbDevice) => ({ vendorId, productId, serial });

function described(port: ListedPort, plugged: readonly UsbDevice[]): readonly UsbPort[] {
  const vendorId = port.vendorId?.toLowerCase();
  const productId = port.productId?.toLowerCase();
  if (!vendorId || !productId) return [];
  const serial = port.serialNumber || undefined;
  const twins = plugged.filter(
    (usb) =>
      usb.vendorId === vendorId &&
      usb.productId === productId &&
      (serial === undefined || usb.serial === undefined || usb.serial === serial),
  );
  return [{ path: port.path, vendorId, productId, serial, usb: twins.length === 1 ? twins[0] : undefined }];
}
