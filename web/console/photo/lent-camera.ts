import { BrowserCamera, jpegOf } from "../../photo/browser-camera.ts";
import type { Connection } from "../connection.ts";

/** As wide as the page's own preview is drawn; the photo itself has the camera's size. */
const PREVIEW_WIDTH_PX = 640;
/** About ten pictures a second: it looks alive, and an old PC keeps up. */
const PREVIEW_EVERY_MS = 100;

/** The camera of this page at work for the daemon: open while a photo is taken or somebody watches, and no longer. */
export class LentCamera {
  readonly #connection: Connection;
  #open: Promise<BrowserCamera> | undefined;
  #users = 0;
  #watched: string | undefined;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async capture(request: string): Promise<void> {
    try {
      const jpeg = await this.#with((camera) => camera.capture());
      const { width, height } = await sizeOf(jpeg);
      const photo = this.#connection.upload(jpeg);
      await this.#connection.call("camera.deliver", { request, photo, widthPx: width, heightPx: height });
    } catch (thrown) {
      await this.#connection.call("camera.deliverFailed", { request, reason: reasonFor(thrown) });
    }
  }

  /** Ends with `unwatch`, and when the daemon wants no more or cannot be reached. */
  async watch(request: string): Promise<void> {
    this.#watched = request;
    await this.#with(async (camera) => {
      while (this.#watched === request) {
        const jpeg = this.#connection.upload(await previewOf(camera));
        const { isWanted } = await this.#connection.call("camera.previewFrame", { request, jpeg });
        if (!isWanted) return;
        await new Promise((resolve) => setTimeout(resolve, PREVIEW_EVERY_MS));
      }
    });
  }

  unwatch(request: string): void {
    if (this.#watched === request) this.#watched = undefined;
  }

  /** The light beside the lens goes out with the last one who uses it. */
  async #with<T>(work: (camera: BrowserCamera) => Promise<T>): Promise<T> {
    this.#users += 1;
    this.#open ??= BrowserCamera.open();
    const opening = this.#open;
    try {
      return await work(await opening);
    } finally {
      this.#users -= 1;
      if (this.#users === 0) {
        this.#open = undefined;
        opening.then(
          (camera) => camera.close(),
          () => undefined,
        );
      }
    }
  }
}

async function previewOf({ video }: BrowserCamera): Promise<Uint8Array> {
  const canvas = document.createElement("canvas");
  canvas.width = PREVIEW_WIDTH_PX;
  canvas.height = Math.round((PREVIEW_WIDTH_PX * video.videoHeight) / video.videoWidth);
  canvas.getContext("2d")?.drawImage(video, 0, 0, canvas.width, canvas.height);
  return jpegOf(canvas);
}

async function sizeOf(jpeg: Uint8Array): Promise<{ readonly width: number; readonly height: number }> {
  const bitmap = await createImageBitmap(new Blob([jpeg as Uint8Array<ArrayBuffer>]));
  const { width, height } = bitmap;
  bitmap.close();
  return { width, height };
}

function reasonFor(thrown: unknown): "denied" | "gone" | "no-picture" {
  if (!(thrown instanceof DOMException)) return "no-picture";
  if (thrown.name === "NotAllowedError") return "denied";
  return thrown.name === "NotFoundError" ? "gone" : "no-picture";
}
