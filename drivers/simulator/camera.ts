import {
  type DriverSurroundings,
  type LivePreview,
  type Photo,
  SharedPreview,
} from "../../src/devices/index.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import { CAMERA_REASONS, type CameraFault } from "./camera-faults.ts";
import { drawScene } from "./camera-scene.ts";
import { SimulatedDevice } from "./simulated-device.ts";

interface Options {
  readonly captureMs: number;
  readonly framesPerSecond: number;
}

const PHOTO = { widthPx: 1280, heightPx: 720, quality: 90 } as const;
/** Half the size: eight whole frames a second would cost a desk PC more than the daemon itself. */
const PREVIEW = { widthPx: 640, heightPx: 360, quality: 75 } as const;

/** After this long without a picture the camera has hung. */
const HUNG_MS = 5_000;

/** Looks at an invented reader in front of a bookshelf, who breathes and blinks by the clock. */
class SimulatedCamera extends SimulatedDevice<CameraFault> {
  readonly model = "Simulated camera 1280 × 720";
  readonly #captureMs: number;
  readonly #preview: SharedPreview;

  constructor(surroundings: DriverSurroundings<Options>) {
    super(surroundings, CAMERA_REASONS);
    this.#captureMs = surroundings.options.captureMs;
    const frameMs = 1_000 / surroundings.options.framesPerSecond;
    this.#preview = new SharedPreview((signal) => this.#nextFrame(frameMs, signal));
  }

  protected readonly skills = {
    camera: { capture: (signal: AbortSignal): Promise<Photo> => this.#capture(signal) },
    "camera.preview": {
      watch: (...watcher: Parameters<LivePreview["watch"]>) => this.#preview.watch(...watcher),
    },
  };

  async #capture(signal: AbortSignal): Promise<Photo> {
    this.#refuseWhenBusy();
    await this.work(this.has("freeze") ? HUNG_MS : this.#captureMs, signal);
    if (this.has("freeze")) throw this.#fail("DEVICE_TIMEOUT");
    this.#refuseWhenBusy();
    if (this.has("no-picture")) throw this.#fail("CAMERA_NO_PICTURE");
    const { widthPx, heightPx } = PHOTO;
    return { jpeg: await drawScene(this.clock.now(), PHOTO), widthPx, heightPx };
  }

  async #nextFrame(frameMs: number, signal: AbortSignal): Promise<Uint8Array | undefined> {
    this.#refuseWhenBusy();
    await this.work(frameMs, signal);
    return this.has("no-picture") || this.has("freeze") ? undefined : drawScene(this.clock.now(), PREVIEW);
  }

  #refuseWhenBusy(): void {
    if (this.has("busy")) throw this.#fail("DEVICE_BUSY");
  }

  #fail(code: "DEVICE_BUSY" | "DEVICE_TIMEOUT" | "CAMERA_NO_PICTURE"): TitianError {
    return new TitianError(code, { details: { device: this.id } });
  }
}

export default (surroundings: DriverSurroundings<Options>): SimulatedCamera =>
  new SimulatedCamera(surroundings);
