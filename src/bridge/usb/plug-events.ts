import { watch } from "node:fs";
import process from "node:process";

/** Says "look again" at each sign of a plug; disposing it ends the signs. */
export type PlugEvents = (onSign: () => void) => Promise<Disposable>;

/** Device files that come and go with a plug. `usb` and `bus` are folders that appear with their first device. */
const PLUGGED = /^(?:hidraw|ttyACM|ttyUSB|video|usb|bus|lp)/;

export const plugEventsFor = (platform = process.platform): PlugEvents =>
  platform === "linux" ? fromDev : fromLibrary;

/** The kernel's own device files: no udevd and no native library needed, and it costs nothing while nothing happens. */
const fromDev: PlugEvents = async (onSign) => {
  const watcher = watch("/dev", (_event, name) => {
    if (name === null || PLUGGED.test(name)) onSign();
  });
  watcher.on("error", () => watcher.close());
  return { [Symbol.dispose]: () => watcher.close() };
};

/** Elsewhere the `usb` package, which costs some 6 MiB. Rejects where its native part does not load. */
const fromLibrary: PlugEvents = async (onSign) => {
  const { usb } = await import("usb");
  // Asked first: where USB cannot be listed, listening rejects where nobody can catch it.
  await usb.getDevices();
  usb.addEventListener("connect", onSign);
  usb.addEventListener("disconnect", onSign);
  return {
    [Symbol.dispose]: () => {
      usb.removeEventListener("connect", onSign);
      usb.removeEventListener("disconnect", onSign);
    },
  };
};
