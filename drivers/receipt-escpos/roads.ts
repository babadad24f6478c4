import { realpath } from "node:fs/promises";
import { SerialPort } from "serialport";
import {
  type About,
  isSelected,
  type UsbDevice,
  type UsbInventory,
  type UsbSelector,
} from "../../src/devices/index.ts";
import type { Clock } from "../../src/kernel/clock.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import type { Spooler } from "../winspool/spooler.ts";
import { type Address, parseAddress } from "./address.ts";
import { openSerial } from "./serial-transport.ts";
import { openSpoolerQueue } from "./spooler-transport.ts";
import { openTcp } from "./tcp-transport.ts";
import type { Transport } from "./transport.ts";
import { openUsblp } from "./usblp-transport.ts";

const LINE_PRINTER = /\/u?lp[0-9]{1,3}$/;

interface Surroundings {
  readonly usb: UsbInventory;
  readonly clock: Clock;
  /** Windows only. Rejects with `DEVICE_DRIVER_MISSING` elsewhere. */
  readonly openSpooler: () => Promise<Spooler>;
}

/** Opens whichever road leads to the configured printer now. */
export class Roads {
  readonly #address: Address;
  readonly #baudRate: number;
  readonly #around: Surroundings;

  constructor(to: string, baudRate: number, surroundings: Surroundings) {
    this.#address = parseAddress(to);
    this.#baudRate = baudRate;
    this.#around = surroundings;
  }

  /** `found` is told of the device file before it is opened: whoever may not open it still learns which it is. */
  async open(signal: AbortSignal, found: (about: About) => void = () => undefined): Promise<Transport> {
    const { clock, openSpooler } = this.#around;
    const address = this.#address;
    if (address.kind === "tcp") return openTcp(address, clock, signal);
    if (address.kind === "spooler") {
      return openSpoolerQueue(await openSpooler(), address.printer, clock, signal);
    }
    if (address.kind === "usb") return this.#openUsb(address.selector, signal, found);
    const plugged = await this.#around.usb.list(signal);
    const usb = plugged.find(({ nodes }) => nodes.includes(address.path));
    found(aboutFile(address.path, usb));
    return this.#openFile(address.path, usb, signal);
  }

  async #openUsb(
    selector: UsbSelector,
    signal: AbortSignal,
    found: (about: About) => void,
  ): Promise<Transport> {
    const plugged = await this.#around.usb.list(signal);
    const usb = plugged.find((device) => isSelected(selector, device));
    const node =
      usb?.nodes.find((one) => LINE_PRINTER.test(one)) ?? usb?.nodes.find((one) => /\/tty/.test(one));
    const path = node ?? (await comPortOf(selector));
    if (path === undefined) throw new TitianError("DEVICE_NOT_CONNECTED");
    found(aboutFile(path, usb));
    return this.#openFile(path, usb, signal);
  }

  /** A link that udev made, `/dev/receipt`, shows what it is at its end. */
  async #openFile(path: string, usb: UsbDevice | undefined, signal: AbortSignal): Promise<Transport> {
    const end = await realpath(path).catch(() => path);
    const isLinePrinter = LINE_PRINTER.test(path) || LINE_PRINTER.test(end);
    if (isLinePrinter) return openUsblp(path, usb, this.#around.clock, signal);
    return openSerial(path, { baudRate: this.#baudRate, usb }, signal);
  }
}

const aboutFile = (address: string, usb: UsbDevice | undefined): About => ({
  address,
  ...(usb && { usb }),
  ...(usb?.serial && { serial: usb.serial }),
});

/** Where USB devices have no device files, a USB-COM printer still has a port. */
async function comPortOf({ vendorId, productId }: UsbSelector): Promise<string | undefined> {
  if (process.platform === "linux") return undefined;
  const ports = await SerialPort.list().catch(() => []);
  const isIt = (one: { readonly vendorId?: string | undefined; readonly productId?: string | undefined }) =>
    one.vendorId?.toLowerCase() === vendorId && one.productId?.toLowerCase() === productId;
  return ports.find(isIt)?.path;
}
