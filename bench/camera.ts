import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";
import { streamArguments } from "../drivers/camera-ffmpeg/arguments.ts";
import type { ChildServer } from "./child-server.ts";
import { DESK_DEVICE, type DeskPage, openPage, startDesk } from "./desk-page.ts";
import { type Measurement, median, msOf } from "./measurement.ts";

const RATES = { framesPerSecond: 30, previewWidthPx: 640 };
const SECONDS = 3;
const PHOTOS = 31;
const MIB = 1024 * 1024;
const END_OF_PICTURE = Buffer.from([0xff, 0xd9]);

/** Preview pictures a second in a page, against the same ffmpeg whose pictures are only counted. Higher is better. */
export async function previewRate(): Promise<Measurement> {
  const frames = SECONDS * RATES.framesPerSecond;
  await using desk = await cameraDesk();
  await using page = await openPage(desk);
  await watch(page);
  await using bare = await bareStream();
  // At the same time: ffmpeg makes up for what a busy machine held back, and both are to have the same weather.
  const [ours, floor] = await Promise.all([
    perSecond(frames, () => look(page, frames)),
    perSecond(frames, () => bare.pictures(3, frames)),
  ]);
  return { ours, floor, unit: "pictures/s" };
}

/** Milliseconds from the page's wish to the whole JPEG in the page, against the next picture of the same ffmpeg. */
export async function shutter(): Promise<Measurement> {
  await using desk = await cameraDesk();
  await using page = await openPage(desk);
  await watch(page);
  await using bare = await bareStream();
  const ours: number[] = [];
  const floor: number[] = [];
  // In turns, so that whatever else the machine does falls on both.
  for (let photo = 0; photo < PHOTOS; photo++) {
    ours.push(await msFromPhase(photo / PHOTOS, () => capture(page)));
    floor.push(await msFromPhase(photo / PHOTOS, () => bare.pictures(1, 1)));
  }
  return { ours: median(ours), floor: median(floor), unit: "ms" };
}

/** MiB of the daemon while five pages look through its camera, against one page. Both after a full collection. */
export async function viewersMemory(): Promise<Measurement> {
  const [ours, floor] = await Promise.all([rssWith(5), rssWith(1)]);
  return { ours, floor, unit: "MiB" };
}

async function rssWith(viewers: number): Promise<number> {
  await using desk = await cameraDesk();
  await using pages = new AsyncDisposableStack();
  const looking = Array.from({ length: viewers }, async () => {
    const page = pages.use(await openPage(desk));
    await watch(page);
    await look(page, SECONDS * RATES.framesPerSecond);
  });
  await Promise.all(looking);
  return (await desk.rss()) / MIB;
}

/** ffmpeg's test picture of 1280 × 720 behind the driver of webcams. */
const cameraDesk = (): Promise<ChildServer> =>
  startDesk("camera-ffmpeg", { device: "test", settleMs: 0, ...RATES });

/** Resolves when the preview has run for a second. It goes on until the page leaves. */
async function watch(page: DeskPage): Promise<void> {
  await page.client.call("camera.watch", { device: DESK_DEVICE });
  await look(page, RATES.framesPerSecond);
}

/** Resolves when so many pictures have come. */
function look({ client }: DeskPage, frames: number): Promise<void> {
  let left = frames;
  return new Promise((resolve) => {
    const listening = client.on("camera.frame", () => {
      if (--left > 0) return;
      listening[Symbol.dispose]();
      resolve();
    });
  });
}

async function capture({ client }: DeskPage): Promise<void> {
  const { photo } = await client.call("camera.capture", { device: DESK_DEVICE });
  await client.frame(photo);
}

/** The driver's own argument list, read by nothing but a search for the end of a picture. */
async function bareStream() {
  const args = streamArguments({ kind: "test", name: "test" }, { format: undefined, size: undefined }, RATES);
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
  await stream.pictures(3, RATES.framesPerSecond);
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
async function msFromPhase(phase: number, take: () => Promise<void>): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, (phase * 1_000) / RATES.framesPerSecond));
  return msOf(take);
}

async function perSecond(frames: number, work: () => Promise<void>): Promise<number> {
  return frames / ((await msOf(work)) / 1_000);
}
