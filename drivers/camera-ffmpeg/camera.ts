import {
  BaseDevice,
  type Device,
  type DriverSurroundings,
  type LivePreview,
  type Photo,
  SharedPreview,
  type UsbInventory,
} from "../../src/devices/index.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import type { Logger } from "../../src/kernel/log.ts";
import { streamArguments } from "./arguments.ts";
import { type ChosenMode, chooseMode, listModes } from "./camera-modes.ts";
import type { Program } from "./ffmpeg-process.ts";
import { findFfmpeg } from "./find-ffmpeg.ts";
import type { InputFormat } from "./input-formats.ts";
import { type Budgets, SharedStream } from "./shared-stream.ts";
import { locate, type Source } from "./source.ts";
import { identityOf, TROUBLES, type Trouble, troubleOf, troubleWith } from "./trouble.ts";

interface Options extends Budgets {
  readonly device: string;
  readonly ffmpeg?: string;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly framesPerSecond: number;
  readonly previewWidthPx: number;
  readonly inputFormat: InputFormat;
}

/** What differs between a desk and a test. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly sysfs: string;
}

const HERE: Machine = { platform: process.platform, env: process.env, sysfs: "/sys" };

/** How often a camera that nobody uses is looked for. */
const LIVENESS_MS = 2_000;
/** How often one that gave no picture is tried again: a lens cap or a bad moment passes without anybody telling. */
const RETRY_MS = 30_000;

/** A webcam, or ffmpeg's own test picture. */
class FfmpegCamera extends BaseDevice {
  readonly #options: Options;
  readonly #log: Logger;
  readonly #usb: UsbInventory;
  readonly #machine: Machine;
  readonly #preview: SharedPreview;
  #model: string;
  #stream: SharedStream | undefined;
  /** What the stream said last: more exact than the code of an error. */
  #trouble: Trouble | undefined;
  /** Ends what belongs to the camera that is open. */
  #session = new AbortController();

  constructor({ id, clock, log, options, usb }: DriverSurroundings<Options>, machine: Machine) {
    super(id, clock);
    this.#options = options;
    this.#log = log;
    this.#usb = usb;
    this.#machine = machine;
    this.#model = options.device === "test" ? "Test picture (ffmpeg)" : options.device;
    this.#preview = new SharedPreview(async (signal) => (await this.#next("preview", signal)).jpeg);
  }

  get model(): string {
    return this.#model;
  }

  protected readonly abilities = {
    camera: { capture: (signal: AbortSignal): Promise<Photo> => this.#next("photo", signal) },
    "camera.preview": {
      watch: (...watcher: Parameters<LivePreview["watch"]>) => this.#preview.watch(...watcher),
    },
  };

  /** Resolves when a picture was seen: a camera that is only listed may be in use or broken. */
  async open(signal: AbortSignal): Promise<void> {
    await this.close();
    const session = new AbortController();
    this.#session = session;
    this.#trouble = undefined;
    try {
      await this.#open(session.signal, AbortSignal.any([signal, session.signal]));
    } catch (error) {
      if (!session.signal.aborted) {
        await this.#leave();
        const trouble = signal.aborted ? TROUBLES.absent : (this.#trouble ?? troubleOf(error));
        this.report([trouble.reason]);
      }
      throw error;
    }
  }

  async close(): Promise<void> {
    this.report(["not-connected"]);
    await this.#leave();
  }

  async #leave(): Promise<void> {
    const stream = this.#stream;
    this.#stream = undefined;
    this.#session.abort(this.#error(TROUBLES.absent));
    await stream?.close();
  }

  async #open(session: AbortSignal, signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    const ffmpeg = await findFfmpeg(this.#machine, this.#options.ffmpeg);
    if (ffmpeg === undefined) throw this.#error(TROUBLES.noFfmpeg);
    const program: Program = { ffmpeg, platform: this.#machine.platform, clock: this.clock };
    const around = { program, usb: this.#usb, sysfs: this.#machine.sysfs };
    const { source, model, about } = await locate(this.#options.device, around, signal);
    this.#model = model;
    // Before it opens: whoever may not open it is told which device the right is needed for.
    this.describe(about);
    const trouble = await troubleWith(source);
    if (trouble) throw this.#error(trouble);
    const identity = await identityOf(source);
    const mode = chooseMode(await listModes(program, source, signal), this.#options);
    signal.throwIfAborted();
    const stream = this.#streamOf(program, source, mode);
    this.#stream = stream;
    await stream.next("preview", signal);
    this.#log.debug("camera delivers pictures", { ...mode });
    // It ends with the session and answers for its own errors.
    void this.#stayAlive(stream, source, identity, session);
  }

  #streamOf(program: Program, source: Source, mode: ChosenMode): SharedStream {
    const { freezeMs, framesPerSecond } = this.#options;
    const stream: SharedStream = new SharedStream({
      program,
      args: streamArguments(source, mode, this.#options),
      // At one picture a second, silence of half a second means nothing.
      budgets: { ...this.#options, freezeMs: Math.max(freezeMs, 3_000 / framesPerSecond) },
      log: this.#log,
      inspect: () => troubleWith(source),
      tell: (now) => this.#tell(stream, now),
    });
    return stream;
  }

  #tell(stream: SharedStream, trouble: Trouble | undefined): void {
    if (this.#stream !== stream) return;
    this.#trouble = trouble;
    this.report(trouble ? [trouble.reason] : []);
  }

  async #next(output: "photo" | "preview", signal: AbortSignal): Promise<Photo> {
    const stream = this.#stream;
    signal.throwIfAborted();
    if (!stream) throw this.#error(TROUBLES.absent);
    return stream.next(output, signal);
  }

  async #stayAlive(
    stream: SharedStream,
    source: Source,
    identity: string | undefined,
    session: AbortSignal,
  ): Promise<void> {
    let triedMs = this.clock.monotonicMs();
    while (!session.aborted) {
      await this.clock.sleep(LIVENESS_MS, session).catch(() => undefined);
      if (session.aborted) return;
      if ((await identityOf(source)) !== identity) {
        this.#tell(stream, TROUBLES.absent);
        return;
      }
      if (this.health.level === "ok") triedMs = this.clock.monotonicMs();
      if (this.clock.monotonicMs() - triedMs < RETRY_MS) continue;
      triedMs = this.clock.monotonicMs();
      await stream.next("preview", session).catch((error: unknown) => {
        this.#log.debug("camera still without a picture", { error });
      });
    }
  }

  #error({ code }: Trouble): TitianError {
    return new TitianError(code, { details: { device: this.id } });
  }
}

export const makeCamera = (surroundings: DriverSurroundings<Options>, machine = HERE): Device =>
  new FfmpegCamera(surroundings, machine);

export default (surroundings: DriverSurroundings<Options>): Device => makeCamera(surroundings);
