import { FRAMES_PER_SECOND, look, openTestCamera } from "../test-camera.ts";

const SECONDS = 4;

/** A camera with as many viewers as the first argument says, who have looked for some seconds and go on looking. */
const camera = await openTestCamera();
const everybody = (frames: number): Promise<void>[] =>
  Array.from({ length: Number(process.argv[2]) }, () => look(camera, frames));
process.on("disconnect", () => void camera.close().finally(() => process.exit()));
process.on("message", () => {
  globalThis.gc?.();
  process.send?.({ rss: process.memoryUsage().rss });
});
// They are let down when the camera is closed, which is the end of the measurement.
for (const viewer of everybody(Number.POSITIVE_INFINITY)) viewer.catch(() => undefined);
await Promise.all(everybody(SECONDS * FRAMES_PER_SECOND));
process.send?.({ port: 0 });
