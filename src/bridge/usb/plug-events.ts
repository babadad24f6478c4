import { watch } from "node:fs";
import process from "node:process";

/** Says "look again" at each sign of a plug; disposing it ends the signs. */
export type PlugEvents = (onSign: () => void) => Promise<Disposable>;

/** Device files that come and go with a plug. `usb` and `bus` are folders that appear with their first device. */
const PLUGGED = /^(?:hidraw|ttyACM|ttyUSB|video|usb|bus|lp)/;

export const plugEventsFor = (platform = process.platform): PlugEvents =>
  platform === "linux" ? fromDev : none;

/** The kernel's own device files: no udevd and no native library needed, and it costs nothing while nothing happens. */
const fromDev: PlugEvents = async (onSign) => {
  const watcher = watch("/dev", (_event, name) => {
    if (name === null || PLUGGED.test(name)) onSign();
  });
  watcher.on("error", () => watcher.close());
  return { [Symbol.dispose]: () => watcher.close() };
};

/**
 * Elsewhere it is looked for every two seconds. The `usb` package could tell, but where Windows refuses it (seen under Wine: error
 * 52) it throws in a timer of its own, which nobody can catch and which ends the daemon.
 */
const none: PlugEvents = async () => ({ [Symbol.dispose]: () => undefined });
