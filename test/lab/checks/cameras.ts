import assert from "node:assert/strict";
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { PictureCamera, vivid } from "../devices/cameras.ts";
import { chapter } from "../guest/chapter.ts";
import type { Lab } from "../guest/lab.ts";
import { pause, until } from "../guest/until.ts";
import { codeOf } from "./receipt.ts";

/** How long a picture may be on its way under emulation. */
const IN_TRANSIT_MS = 2_000;

/** A camera, and a page that may watch it. */
class CameraStage implements AsyncDisposable {
  readonly device: string;
  readonly lab: Lab;
  readonly #under: AsyncDisposable | undefined;
  /** Preview pictures that came so far. */
  frames = 0;

  constructor(device: string, lab: Lab, under?: AsyncDisposable) {
    this.device = device;
    this.lab = lab;
    this.#under = under;
    lab.page.on("camera.frame", (frame) => {
      if (frame.device === device) this.frames += 1;
    });
  }

  async capture(): Promise<{ jpeg: Uint8Array; widthPx: number; heightPx: number }> {
    const { photo, widthPx, heightPx } = await this.lab.page.call("camera.capture", { device: this.device });
    const jpeg = await this.lab.page.frame(photo);
    assert.deepEqual([...jpeg.subarray(0, 2)], [0xff, 0xd8]);
    assert.deepEqual([...jpeg.subarray(-2)], [0xff, 0xd9]);
    return { jpeg, widthPx, heightPx };
  }

  shows(...reasons: readonly string[]): Promise<true> {
    return this.lab.watcher.untilReasons(this.device, reasons);
  }

  async watch(): Promise<void> {
    await this.lab.page.call("camera.watch", { device: this.device });
    const before = this.frames;
    await until("a preview picture", () => this.frames > before);
  }

  async unwatch(): Promise<void> {
    await this.lab.page.call("camera.unwatch", { device: this.device }).catch(() => undefined);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.unwatch();
    await this.lab.switch(this.device, false);
    await this.#under?.[Symbol.asyncDispose]();
  }
}

/** Red, green and blue in the middle of the picture. */
function middleOf(jpeg: Uint8Array): readonly number[] {
  const filter = ["-vf", "crop=16:16,scale=1:1", "-f", "rawvideo", "-pix_fmt", "rgb24", "-"];
  const { stdout } = spawnSync("ffmpeg", ["-v", "error", "-f", "mjpeg", "-i", "-", ...filter], {
    input: jpeg,
  });
  return [...stdout.subarray(0, 3)];
}

/** ffmpeg as another program on the PC. It ends at once where somebody else has the camera. */
async function takeCamera(): Promise<ChildProcess> {
  const words = ["-nostdin", "-v", "error", "-f", "v4l2", "-i", vivid.node, "-f", "null", "-"];
  const other = spawn("ffmpeg", words, { stdio: "ignore" });
  await pause(3_000);
  if (other.exitCode === null) return other;
  throw new Error("it is still in use");
}

export const camera = chapter<CameraStage>({
  name: "camera (vivid, V4L2)",
  begin: async (lab) => {
    await lab.switch("camera", true);
    return new CameraStage("camera", lab);
  },
  checks: [
    {
      name: "well by itself, and a photo has the camera's size",
      async run(stage) {
        await stage.shows();
        const { jpeg, widthPx, heightPx } = await stage.capture();
        assert.equal(`${widthPx} x ${heightPx}`, "640 x 360");
        return `${widthPx} x ${heightPx}, ${jpeg.length} bytes`;
      },
    },
    {
      name: "three photos in a row come back once each, and differ",
      async run(stage) {
        const photos = [await stage.capture(), await stage.capture(), await stage.capture()];
        const kinds = new Set(photos.map(({ jpeg }) => Buffer.from(jpeg).toString("base64")));
        assert.equal(kinds.size, 3, "a photo came twice");
        return "3 of 3";
      },
    },
    {
      name: "pulled while a page watches: told at once, no photo is made up, and it comes back by itself",
      async run(stage) {
        await stage.watch();
        const startMs = performance.now();
        vivid.unplug();
        await stage.shows("not-connected");
        const toldMs = Math.round(performance.now() - startMs);
        const code = await codeOf(stage.capture());
        assert.equal(code, "DEVICE_NOT_CONNECTED");
        vivid.plug();
        await stage.shows();
        await stage.capture();
        return `told after ${toldMs} ms; a photo meanwhile: ${code}; then a photo`;
      },
    },
    {
      name: "in use by another program: said so, and a photo as soon as it lets go",
      async run(stage) {
        await stage.unwatch();
        // Titian lets go of a camera that nobody looks at; then the other one gets it.
        const other = await until("the other program has the camera", takeCamera);
        const code = await codeOf(stage.capture());
        other.kill("SIGKILL");
        assert.equal(code, "DEVICE_BUSY");
        await stage.shows();
        await stage.capture();
        return `${code}; then a photo`;
      },
    },
  ],
});

class PictureStage extends CameraStage {
  readonly camera: PictureCamera;

  constructor(lab: Lab) {
    const camera = new PictureCamera(lab.places.picture);
    super("picture", lab, camera);
    this.camera = camera;
  }
}

export const pictureCamera = chapter<PictureStage>({
  name: "camera with a known picture (v4l2loopback, MJPEG)",
  begin: async (lab) => {
    await lab.switch("picture", true);
    return new PictureStage(lab);
  },
  checks: [
    {
      name: "without a picture before it, it is shown as out of order, not as well",
      async run(stage) {
        await until("a reason", () => stage.lab.watcher.reasons("picture").length > 0);
        const reasons = stage.lab.watcher.reasons("picture");
        assert.ok(reasons.length > 0);
        return reasons.join("+");
      },
    },
    {
      name: "the photo is what stands before the lens: blue in the middle, 640 x 480",
      async run(stage) {
        stage.camera.show();
        await stage.lab.page.call("device.reopen", { device: "picture" });
        await stage.shows();
        const { jpeg, widthPx, heightPx } = await stage.capture();
        assert.equal(`${widthPx} x ${heightPx}`, "640 x 480");
        const [red = 255, green = 255, blue = 0] = middleOf(jpeg);
        assert.ok(blue > 200 && red < 60 && green < 60, `${red}, ${green}, ${blue}`);
        return `red ${red}, green ${green}, blue ${blue}`;
      },
    },
    {
      name: "frozen: no old picture passes for a photo, it is said, and it goes on by itself",
      async run(stage) {
        await stage.watch();
        stage.camera.freeze();
        // Pictures that the camera gave before are still on their way through kernel and ffmpeg; those are true.
        await pause(IN_TRANSIT_MS);
        const code = await codeOf(stage.capture());
        assert.equal(code, "CAMERA_NO_PICTURE");
        await stage.shows("no-picture");
        stage.camera.thaw();
        await until("a photo", async () => (await stage.capture()).jpeg.length > 0);
        await stage.shows();
        return `${code}, no-picture; then a photo and well`;
      },
    },
  ],
});
