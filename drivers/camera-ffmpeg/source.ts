import { realpath } from "node:fs/promises";
import {
  type About,
  isSelected,
  parseUsbSelector,
  type UsbDevice,
  type UsbInventory,
} from "../../src/devices/index.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import type { Program } from "./ffmpeg-process.ts";
import { type ListedCamera, listCameras } from "./listed-cameras.ts";
import { type VideoNode, videoNodes } from "./video-nodes.ts";

/** Which of ffmpeg's inputs, and the name of the camera there. */
export interface Source {
  readonly kind: "v4l2" | "dshow" | "avfoundation" | "test";
  readonly name: string;
}

/** The camera that an option means at this moment. */
export interface Located {
  readonly source: Source;
  readonly model: string;
  readonly about: About;
}

interface Surroundings {
  readonly program: Program;
  readonly usb: UsbInventory;
  /** `/sys` except in tests. */
  readonly sysfs: string;
}

/** Rejects with `DEVICE_NOT_CONNECTED` where no such camera is listed. Opens none. */
export async function locate(device: string, around: Surroundings, signal: AbortSignal): Promise<Located> {
  if (device === "test")
    return { source: { kind: "test", name: "test" }, model: "Test picture (ffmpeg)", about: {} };
  const { platform } = around.program;
  const attached = await around.usb.list(signal);
  const selector = parseUsbSelector(device);
  const usb = selector && attached.filter((one) => isSelected(selector, one));
  if (usb?.length === 0) throw new TitianError("DEVICE_NOT_CONNECTED");
  if (platform === "win32" || platform === "darwin") {
    return listed(device, usb?.[0], await listCameras(around.program, signal), platform);
  }
  const nodes = await videoNodes(around.sysfs);
  // udev's own links are not in the list; what they lead to is.
  const file = device.startsWith("/") ? await realpath(device).catch(() => device) : undefined;
  return onLinux(device, { file, selected: usb?.[0], attached, nodes });
}

interface OnLinux {
  /** Where a path leads. */
  readonly file: string | undefined;
  readonly selected: UsbDevice | undefined;
  readonly attached: readonly UsbDevice[];
  readonly nodes: readonly VideoNode[];
}

function onLinux(device: string, { file, selected, attached, nodes }: OnLinux): Located {
  const isMeant = (node: VideoNode): boolean =>
    node.takesPictures && (selected ? selected.nodes.includes(node.file) : node.name === device);
  const node = file === undefined ? nodes.find(isMeant) : nodes.find((one) => one.file === file);
  const name = file === undefined ? node?.file : device;
  if (name === undefined) throw new TitianError("DEVICE_NOT_CONNECTED");
  const usb = selected ?? attached.find((one) => node && one.nodes.includes(node.file));
  return {
    source: { kind: "v4l2", name },
    model: node?.name ?? usb?.product ?? "Camera",
    about: { address: name, ...(usb && { usb }), ...(usb?.serial !== undefined && { serial: usb.serial }) },
  };
}

function listed(
  device: string,
  usb: UsbDevice | undefined,
  cameras: readonly ListedCamera[],
  platform: "win32" | "darwin",
): Located {
  const ids = usb && `vid_${usb.vendorId}&pid_${usb.productId}`;
  const isMeant = ({ name, path }: ListedCamera): boolean =>
    usb && ids
      ? (path?.toLowerCase().includes(ids) ?? name === usb.product)
      : name === device || path === device;
  const camera = cameras.find(isMeant);
  if (!camera) throw new TitianError("DEVICE_NOT_CONNECTED");
  const kind = platform === "win32" ? "dshow" : "avfoundation";
  // DirectShow takes a colon in a name for the beginning of a microphone's; a device path has none.
  const name = platform === "win32" && camera.path !== undefined ? camera.path : camera.name;
  return { source: { kind, name }, model: camera.name, about: usb ? { usb } : {} };
}
