import { readdir, readFile, realpath } from "node:fs/promises";
import path from "node:path";
import type { UsbDevice, UsbInventory } from "../../devices/usb.ts";

/** Kinds of device files that drivers look for, and where /dev keeps them. */
const NODE_CLASSES: readonly (readonly [sysfsClass: string, name: RegExp, folder: string])[] = [
  ["tty", /^tty(?:ACM|USB)\d+$/, "/dev"],
  ["usbmisc", /^lp\d+$/, "/dev/usb"],
  ["hidraw", /^hidraw\d+$/, "/dev"],
  ["video4linux", /^video\d+$/, "/dev"],
];

interface Node {
  readonly file: string;
  /** Its own folder below /sys/devices. */
  readonly home: string;
}

/** Straight from sysfs: no udevd, no root, and nothing is opened. `root` is `/sys` except in tests. */
export class LinuxUsbInventory implements UsbInventory {
  readonly #root: string;

  constructor(root = "/sys") {
    this.#root = root;
  }

  async list(signal: AbortSignal): Promise<readonly UsbDevice[]> {
    const folder = path.join(this.#root, "bus/usb/devices");
    const ports = (await namesIn(folder)).filter((name) => /^\d+-[\d.]+$/.test(name));
    signal.throwIfAborted();
    const nodes = await this.#nodes();
    const devices = await Promise.all(ports.map((port) => readDevice(folder, port, nodes)));
    signal.throwIfAborted();
    return devices.filter((device) => device !== undefined);
  }

  async #nodes(): Promise<readonly Node[]> {
    const found = await Promise.all(
      NODE_CLASSES.map(async ([sysfsClass, pattern, folder]) => {
        const home = path.join(this.#root, "class", sysfsClass);
        const names = (await namesIn(home)).filter((name) => pattern.test(name));
        return Promise.all(
          names.map(async (name) => ({
            file: `${folder}/${name}`,
            home: await resolved(path.join(home, name)),
          })),
        );
      }),
    );
    return found.flat().sort((a, b) => a.file.localeCompare(b.file, "en", { numeric: true }));
  }
}

async function readDevice(
  folder: string,
  port: string,
  nodes: readonly Node[],
): Promise<UsbDevice | undefined> {
  const home = await resolved(path.join(folder, port));
  const [vendorId, productId, serial, manufacturer, product, ownClass] = await Promise.all(
    ["idVendor", "idProduct", "serial", "manufacturer", "product", "bDeviceClass"].map((name) =>
      textOf(path.join(home, name)),
    ),
  );
  // Pulled out between the listing and the reading.
  if (!vendorId || !productId) return undefined;
  const interfaces = (await namesIn(home)).filter((name) => name.startsWith(`${port}:`));
  const theirs = await Promise.all(
    interfaces.map((name) => textOf(path.join(home, name, "bInterfaceClass"))),
  );
  const classes = [ownClass, ...theirs].flatMap((hex) => (hex ? [Number.parseInt(hex, 16)] : []));
  return {
    ...{ vendorId, productId, serial, port, manufacturer, product },
    classes: [...new Set(classes)].filter((code) => code !== 0),
    nodes: nodes.filter((node) => node.home.startsWith(`${home}/${port}:`)).map(({ file }) => file),
  };
}

/** Empty where the system has no such folder: no USB at all, or no device of this class. */
const namesIn = (folder: string): Promise<readonly string[]> => readdir(folder).catch(() => []);

const resolved = (file: string): Promise<string> => realpath(file).catch(() => file);

async function textOf(file: string): Promise<string | undefined> {
  const text = await readFile(file, "utf8").catch(() => "");
  return text.trim().slice(0, 126) || undefined;
}
