import type { Finder, FoundDevice, UsbDevice } from "../../src/devices/index.ts";
import { usbSelectorFor } from "../../src/devices/index.ts";
import type { Program } from "./ffmpeg-process.ts";
import { findFfmpeg, type SearchPath } from "./find-ffmpeg.ts";
import { type ListedCamera, listCameras } from "./listed-cameras.ts";
import { type VideoNode, videoNodes } from "./video-nodes.ts";

interface Machine extends SearchPath {
  readonly sysfs: string;
}

/** Nothing without ffmpeg: what it cannot drive is not offered. */
export const findOn =
  (machine: Machine): Finder =>
  async ({ clock, log, usb }, signal) => {
    const ffmpeg = await findFfmpeg(machine, undefined);
    signal.throwIfAborted();
    if (ffmpeg === undefined) return [];
    const { platform, sysfs } = machine;
    if (platform !== "win32" && platform !== "darwin") return onLinux(await videoNodes(sysfs), usb);
    const program: Program = { ffmpeg, platform, clock };
    const cameras = await listCameras(program, signal).catch((error: unknown) => {
      signal.throwIfAborted();
      log.debug("ffmpeg lists no cameras", { error });
      return [];
    });
    return foundIn(cameras, usb);
  };

export default findOn({ platform: process.platform, env: process.env, sysfs: "/sys" });

function onLinux(nodes: readonly VideoNode[], attached: readonly UsbDevice[]): FoundDevice[] {
  return nodes
    .filter(({ takesPictures }) => takesPictures)
    .map(({ file, name }) => {
      const usb = attached.find((one) => one.nodes.includes(file));
      return { title: name, options: { device: usb ? usbSelectorFor(usb, attached) : file }, usb };
    });
}

/** Cameras as ffmpeg lists them; twins are told apart by their paths. */
export function foundIn(cameras: readonly ListedCamera[], attached: readonly UsbDevice[]): FoundDevice[] {
  return cameras.map(({ name, path }) => {
    const usb = attached.find((one) => isTheSame(one, name, path));
    const isTwin = cameras.filter((other) => other.name === name).length > 1;
    const device = isTwin && path !== undefined && path.length <= 200 ? path : name;
    return { title: name.slice(0, 100), options: { device }, usb };
  });
}

function isTheSame(
  { vendorId, productId, product }: UsbDevice,
  name: string,
  path: string | undefined,
): boolean {
  return path ? path.toLowerCase().includes(`vid_${vendorId}&pid_${productId}`) : product === name;
}
