import { readdir, readFile, realpath } from "node:fs/promises";
import path from "node:path";

interface UsbPort {
  readonly path: string;
  readonly vendorId: string;
  readonly productId: string;
}

/** A tty hangs off a USB interface, which hangs off the device; USB-to-serial chips put one more step between. */
const STEPS_UP = 3;

/**
 * Serial ports with their USB ids, straight from sysfs. serialport's own list starts `udevadm`, which a small system does not
 * have, and knows no ids while udevd is not running.
 */
export async function linuxUsbPorts(sysfs = "/sys/class/tty"): Promise<readonly UsbPort[]> {
  const names = await readdir(sysfs).catch(() => []);
  const usb = names.filter((name) => /^tty(?:ACM|USB)[0-9]{1,3}$/.test(name));
  const ports = await Promise.all(usb.map((name) => readPort(sysfs, name)));
  return ports.filter((port) => port !== undefined);
}

async function readPort(sysfs: string, name: string): Promise<UsbPort | undefined> {
  let folder = await realpath(path.join(sysfs, name, "device")).catch(() => undefined);
  for (let step = 0; folder !== undefined && step <= STEPS_UP; step++) {
    const [vendorId, productId] = await Promise.all([read(folder, "idVendor"), read(folder, "idProduct")]);
    if (vendorId && productId) return { path: `/dev/${name}`, vendorId, productId };
    folder = path.dirname(folder);
  }
  return undefined;
}

function read(folder: string, file: string): Promise<string | undefined> {
  return readFile(path.join(folder, file), "latin1").then(
    (text) => text.trim(),
    // Not this step of the ladder, or pulled out meanwhile.
    () => undefined,
  );
}
