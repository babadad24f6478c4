import { readdirSync } from "node:fs";
import type { DeviceConfig } from "../../../src/bridge/config/schema.ts";
import { PictureCamera, vivid } from "../devices/cameras.ts";

interface Socket {
  /** As a gadget is told which socket it sits in. */
  readonly controller: string;
  /** As Linux, and a selector, calls it. */
  readonly port: string;
}

/** A socket of the guest's, by the number of its dummy_hcd. Ask when the drivers are loaded. */
export function socket(number: number): Socket {
  const names = readdirSync(`/sys/devices/platform/dummy_hcd.${number}`);
  const bus = names.flatMap((name) => /^usb(\d+)$/.exec(name)?.[1] ?? [])[0];
  if (bus === undefined) throw new Error(`dummy_hcd.${number} has no bus`);
  return { controller: `dummy_udc.${number}`, port: `${bus}-1` };
}

/** Scanners without serial numbers are told apart by these. */
export const LEFT_SOCKET = 10;
export const RIGHT_SOCKET = 11;

const device = (id: string, driver: string, options: Readonly<Record<string, unknown>>): DeviceConfig => ({
  ...{ id, driver, options },
});

export const serialScanner = (): DeviceConfig =>
  device("serial", "scanner-serial", { path: "usb:0c2e:0caa:SERIAL-1" });

const posScanner = (): DeviceConfig => device("pos", "scanner-hid", { usb: "usb:0c2e:0b6a" });

export const posTwin = (): DeviceConfig => device("twin-a", "scanner-hid", { usb: "usb:05e0:1300:TWIN-A" });

/** How long the printer may take for a piece of a job, and how often it is looked at. */
export const RECEIPT = { writeWithinMs: 4_000, watchMs: 1_000 } as const;

export const receiptPrinter = (): DeviceConfig =>
  device("receipt", "receipt-escpos", { to: "usb:04b8:0e15:RECEIPT-1", ...RECEIPT });

/** Small and slow pictures, because ffmpeg computes under emulation; the longest patience that the driver has. */
const UNHURRIED = { framesPerSecond: 5, startMs: 14_000, lingerMs: 2_000 } as const;

export const vividCamera = (): DeviceConfig =>
  device("camera", "camera-ffmpeg", { device: vivid.node, widthPx: 640, heightPx: 360, ...UNHURRIED });

export const CAMERAS = ["camera", "picture"] as const;
export const CARD_PRINTER = "cards";

const inSocket = (number: number) => ({ path: `usb:0c2e:0cab@${socket(number).port}` });

/** Made when the drivers are loaded. `queue` is CUPS's own address of the card printer. */
const DESK_DEVICES = {
  serial: serialScanner,
  pos: posScanner,
  "twin-a": posTwin,
  "twin-b": () => device("twin-b", "scanner-hid", { usb: "usb:05e0:1300:TWIN-B" }),
  left: () => device("left", "scanner-serial", inSocket(LEFT_SOCKET)),
  right: () => device("right", "scanner-serial", inSocket(RIGHT_SOCKET)),
  wedge: () => device("wedge", "scanner-wedge", { usb: "usb:0c2e:0b61:WEDGE-1" }),
  receipt: receiptPrinter,
  camera: vividCamera,
  picture: () =>
    device("picture", "camera-ffmpeg", { device: PictureCamera.node, ...UNHURRIED, freezeMs: 3_000 }),
  [CARD_PRINTER]: (queue) => device(CARD_PRINTER, "printer-ipp", { uri: queue, pollMs: 500, watchMs: 1_000 }),
} as const satisfies Readonly<Record<string, (queue: string) => DeviceConfig>>;
export type DeskDevice = keyof typeof DESK_DEVICES;

/** These of the desk's titian.toml. */
export const deskDevices = (names: readonly DeskDevice[], queue: string): readonly DeviceConfig[] =>
  names.map((name) => DESK_DEVICES[name](queue));
