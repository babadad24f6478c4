import {
  BaseDevice,
  type Camera,
  type CameraPage,
  type DriverSurroundings,
  jpegSizeOf,
  type LivePreview,
  type PageCameraHost,
  type Photo,
  SharedPreview,
  untilAborted,
} from "../../src/devices/index.ts";
import { withBudget } from "../../src/kernel/clock.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import type { Logger } from "../../src/kernel/log.ts";
import { PageStream } from "./page-stream.ts";
import { Pages } from "./pages.ts";

interface Options {
  readonly answerMs: number;
}

/** The camera of whichever page lends it: a browser sees cameras that the daemon cannot, and asks the operator itself. */
class BrowserCamera extends BaseDevice {
  readonly #answerMs: number;
  readonly #log: Logger;
  readonly #pages: Pages;
  readonly #preview: SharedPreview;
  #stream: PageStream | undefined;
  #session = new AbortController();

  constructor({ id, clock, log, options }: DriverSurroundings<Options>) {
    super(id, clock);
    this.#answerMs = options.answerMs;
    this.#log = log;
    this.#pages = new Pages(() => this.#reportPages());
    this.#preview = new SharedPreview((signal) => this.#nextFrame(signal));
    this.#session.abort(this.#away());
  }

  get model(): string {
    const [page] = this.#pages.all;
    return page ? `Browser camera: ${page.label}` : "Browser camera";
  }

  protected readonly abilities: {
    readonly camera: Camera;
    readonly "camera.preview": LivePreview;
    readonly "camera.page": PageCameraHost;
  } = {
    camera: { capture: (signal) => this.#capture(signal) },
    "camera.preview": { watch: (onFrame, signal) => this.#watch(onFrame, signal) },
    "camera.page": { attach: (page) => this.#pages.attach(page) },
  };

  async open(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    this.#session.abort(this.#away());
    this.#session = new AbortController();
    this.#reportPages();
  }

  close(): Promise<void> {
    this.#session.abort(this.#away());
    this.#reportPages();
    return Promise.resolve();
  }

  #reportPages(): void {
    if (this.#session.signal.aborted) this.report(["not-connected"]);
    else this.report(this.#pages.all.length === 0 ? ["no-page"] : []);
  }

  /** The newest page is asked, then the others in turn. Rejects as the last one failed. */
  async #capture(signal: AbortSignal): Promise<Photo> {
    const until = AbortSignal.any([signal, this.#session.signal]);
    until.throwIfAborted();
    let failure: unknown = this.#away();
    for (const page of this.#pages.all) {
      try {
        const photo = await this.#ask(page, until);
        until.throwIfAborted();
        return checked(photo);
      } catch (error) {
        until.throwIfAborted();
        failure = error;
        this.#passOver(page, error);
      }
    }
    throw failure;
  }

  async #ask(page: CameraPage, until: AbortSignal): Promise<Photo> {
    const late = (): TitianError => new TitianError("DEVICE_TIMEOUT", { details: { device: this.id } });
    const whileThere = AbortSignal.any([until, this.#pages.leaving(page)]);
    using budget = withBudget(this.clock, this.#answerMs, whileThere, late);
    return await untilAborted(page.capture(budget.signal), budget.signal);
  }

  async #watch(onFrame: (jpeg: Uint8Array) => void, signal: AbortSignal): Promise<void> {
    this.#session.signal.throwIfAborted();
    await this.#preview.watch(onFrame, signal);
  }

  async #nextFrame(signal: AbortSignal): Promise<Uint8Array | undefined> {
    const until = AbortSignal.any([signal, this.#session.signal]);
    const stream = this.#stream ?? this.#begin(signal);
    try {
      return await stream.next(until);
    } catch (error) {
      stream.end();
      if (this.#stream === stream) this.#stream = undefined;
      until.throwIfAborted();
      this.#passOver(stream.page, error);
      // The next page in turn, but not in a circle of pages that all refuse.
      await untilAborted(this.clock.sleep(this.#answerMs / 10, until), until);
      return undefined;
    }
  }

  /** One page is watched at a time; it is let go when the last watcher leaves, or when another one takes over. */
  #begin(run: AbortSignal): PageStream {
    const [page] = this.#pages.all;
    if (!page) throw this.#away();
    const until = AbortSignal.any([run, this.#session.signal, this.#pages.leaving(page)]);
    const stream = new PageStream(page, this.#answerMs, this.clock, until);
    until.addEventListener("abort", () => {
      if (this.#stream === stream) this.#stream = undefined;
    });
    this.#stream = stream;
    return stream;
  }

  #passOver(page: CameraPage, error: unknown): void {
    this.#log.debug("page did not answer for its camera", { code: TitianError.from(error).code });
    this.#pages.passOver(page);
  }

  #away(): TitianError {
    return new TitianError("DEVICE_NOT_CONNECTED", { details: { device: this.id } });
  }
}

/** The page's word is not taken for the size. */
function checked({ jpeg }: Photo): Photo {
  const size = jpegSizeOf(jpeg);
  const isWhole = jpeg.at(-2) === 0xff && jpeg.at(-1) === 0xd9;
  if (!size || !isWhole) throw new TitianError("CAMERA_NO_PICTURE");
  return { jpeg, ...size };
}

export default (surroundings: DriverSurroundings<Options>): BrowserCamera => new BrowserCamera(surroundings);
