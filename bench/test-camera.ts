import os from "node:os";
import cameraFfmpeg from "../drivers/camera-ffmpeg/index.ts";
import { SystemClock } from "../src/bridge/system-clock.ts";
import { type ConfiguredDevice, createDevices } from "../src/devices/index.ts";
import { silent } from "./servers/silent.ts";

export const FRAMES_PER_SECOND = 30;
export const PREVIEW_WIDTH_PX = 640;

/** ffmpeg's test picture of 1280 × 720 behind the driver of webcams, open. */
export async function openTestCamera(): Promise<ConfiguredDevice> {
  const rates = { framesPerSecond: FRAMES_PER_SECOND, previewWidthPx: PREVIEW_WIDTH_PX };
  const options = { device: "test", settleMs: 0, ...rates };
  const [camera] = await createDevices([{ id: "bench-camera", driver: cameraFfmpeg.name, options }], {
    drivers: [cameraFfmpeg],
    clock: new SystemClock(),
    log: silent,
    folderFor: () => os.tmpdir(),
    usb: { list: async () => [] },
  });
  if (!camera) throw new Error("no camera was made");
  await camera.open(new AbortController().signal);
  return camera;
}

/** Looks through the camera until `frames` pictures have come. */
export async function look(camera: ConfiguredDevice, frames: number): Promise<void> {
  const enough = new AbortController();
  let seen = 0;
  const show = (): void => {
    if (++seen === frames) enough.abort();
  };
  await camera.capability("camera.preview")?.watch(show, enough.signal);
}
