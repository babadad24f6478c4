import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";
import { streamArguments } from "../drivers/camera-ffmpeg/arguments.ts";
import { childServer } from "./child-server.ts";
import { FRAMES_PER_SECOND, look, openTestCamera, PREVIEW_WIDTH_PX } from "./test-camera.ts";

const SECONDS = 3;
const PHOTOS = 60;
const MIB = 1024 * 1024;
const END_OF_PICTURE = Buffer.from([0xff, 0xd9]);

interface Measurement {
  readonly ours: number;
  readonly floor: number;
  readonly unit: string;
}

/** Preview pictures a second through the driver, against the same ffmpeg whose pictures are only counted. Higher is better. */
export async function previewRate(): Promise<Measurement> {
  const frames = SECONDS * FRAMES_PER_SECOND;
  await using camera = await runningCamera();
  await using bare = await bareStream();
  // At the same time: ffmpeg makes up for what a busy machine held back, and both are to have the same weather.
  const [ours, floor] = await Promise.all([
    perSecond(frames, () => look(camera.device, frames)),
    perSecond(frames, () => bare.pictures(3, frames)),
  ]);
  return { ours, floor, unit: "pictures/s" };
}

/** Milliseconds from the wish to the whole JPEG, against the next picture of the same ffmpeg. */
export async function shutter(): Promise<Measurement> {
  await using camera = await runningCamera();
  await using bare = await bareStream();
  const { signal } = new AbortController();
  const ours = await photos(async () => void (await camera.device.capability("camera")?.capture(signal)));
  const floor = await photos(() => bare.pictures(1, 1));
  return { ours: mean(ours), floor: mean(floor), unit: "ms" };
}

/** MiB resident with five viewers, against the same with one. */
export async function viewersMemory(): Promise<Measurement> {
  return { ours: await rssWith(5), floor: await rssWith(1), unit: "MiB" };
}

async function rssWith(viewers: number): Promise<number> {
  await using server = await childServer("camera-viewers", [String(viewers)]);
  return (await server.rss()) / MIB;
}

async function runningCamera() {
  const device = await openTestCamera();
  const over = new AbortController();
  const watching = device.capability("camera.preview")?.watch(() => undefined, over.signal);
  await look(device, FRAMES_PER_SECOND);
  return {
    device,
    async [Symbol.asyncDispose]() {
      over.abort();
      await watching;
      await device.close();
    },
  };
}

/** The driver's own argument list, read by nothing but a search for the end of a picture. */
async function bareStream() {
  const rates = { framesPerSecond: FRAMES_PER_SECOND, previewWidthPx: PREVIEW_WIDTH_PX };
  const args = streamArguments({ kind: "test", name: "test" }, { format: undefined, size: undefined }, rates);
  const child = spawn("/usr/bin/ffmpeg", args, { stdio: ["ignore", "pipe", "inherit", "pipe"] });
  const stream = {
    pictures: (descriptor: 1 | 3, count: number) => countPictures(pipeOf(child, descriptor), count),
    async [Symbol.asyncDispose]() {
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    },
  };
  pipeOf(child, 1).resume();
  pipeOf(child, 3).resume();
  await stream.pictures(3, FRAMES_PER_SECOND);
  return stream;
}

function pipeOf(child: ChildProcess, descriptor: 1 | 3): Readable {
  const pipe = child.stdio[descriptor];
  if (!pipe || !("read" in pipe)) throw new Error("ffmpeg has no such pipe");
  return pipe;
}

/** The test picture has no thumbnail, and a scan never holds FF D9: no need to know more of JPEG. */
function countPictures(pipe: Readable, count: number): Promise<void> {
  let left = count;
  return new Promise((resolve) => {
    const read = (piece: Buffer): void => {
      for (let at = piece.indexOf(END_OF_PICTURE); at !== -1; at = piece.indexOf(END_OF_PICTURE, at + 2))
        left--;
      if (left > 0) return;
      pipe.off("data", read);
      pipe.resume();
      resolve();
    };
    pipe.on("data", read);
  });
}

/** Each wish comes at another moment between two pictures: what is waited for is the camera's doing, half a period on average. */
async function photos(take: () => Promise<void>): Promise<number[]> {
  const periodMs = 1_000 / FRAMES_PER_SECOND;
  const laps: number[] = [];
  for (let photo = 0; photo < PHOTOS; photo++) {
    await new Promise((resolve) => setTimeout(resolve, (photo / PHOTOS) * periodMs));
    laps.push(await msOf(take));
  }
  return laps;
}

async function perSecond(frames: number, work: () => Promise<void>): Promise<number> {
  return frames / ((await msOf(work)) / 1_000);
}

async function msOf(work: () => Promise<void>): Promise<number> {
  const startMs = performance.now();
  await work();
  return performance.now() - startMs;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

if (import.meta.main) {
  for (const [name, measure] of Object.entries({ previewRate, shutter, viewersMemory })) {
    const { ours, floor, unit } = await measure();
    process.stdout.write(
      `${name}: ${ours.toFixed(1)} ${unit} against ${floor.toFixed(1)}: ${(ours / floor).toFixed(2)}\n`,
    );
  }
}
