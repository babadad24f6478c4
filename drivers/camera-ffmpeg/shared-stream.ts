import { untilAborted } from "../../src/devices/index.ts";
import type { Clock } from "../../src/kernel/clock.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import type { Logger } from "../../src/kernel/log.ts";
import { FfmpegProcess, type Program } from "./ffmpeg-process.ts";
import { completeJpeg } from "./huffman-tables.ts";
import { type JpegFrame, JpegSplitter } from "./jpeg-splitter.ts";
import { TROUBLES, type Trouble, troubleSaid, troubleStarting } from "./trouble.ts";

export interface Picture {
  readonly jpeg: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** Which pipe: the whole picture, or the small one for the preview. */
export type Output = "photo" | "preview";

export interface Budgets {
  readonly startMs: number;
  readonly freezeMs: number;
  readonly settleMs: number;
  readonly lingerMs: number;
}

export interface StreamPlan {
  readonly program: Program;
  readonly args: readonly string[];
  readonly budgets: Budgets;
  readonly log: Logger;
  /** What is wrong with the camera itself, apart from what ffmpeg says. */
  readonly inspect: () => Promise<Trouble | undefined>;
  /** Called with undefined when pictures come, and with the trouble when they cease to. */
  readonly tell: (trouble: Trouble | undefined) => void;
}

interface Waiter extends PromiseWithResolvers<Picture> {
  readonly output: Output;
}

type Ending = "unwanted" | "frozen" | "ended";

/** A photo of 8192 × 8192 px at the best quality that a webcam uses. */
const LARGEST_BYTES = 32 * 1024 * 1024;

/**
 * One ffmpeg for everybody who wants a picture. It runs while somebody waits for one and a little longer; of its pictures
 * only those are kept that are being waited for, so that a slow viewer misses some and costs nothing.
 */
export class SharedStream {
  readonly #plan: StreamPlan;
  readonly #clock: Clock;
  readonly #waiters = new Set<Waiter>();
  #run: Promise<void> | undefined;
  /** Ends the run that nobody wants any more. */
  #unwanted = new AbortController();
  /** Ends the wait for that. */
  #wanted = new AbortController();
  #isClosed = false;
  #startedMs = 0;
  #firstMs: number | undefined;
  /** When each pipe gave its last picture. */
  #lastMs: Partial<Record<Output, number>> = {};
  #pid: number | undefined;

  constructor(plan: StreamPlan) {
    this.#plan = plan;
    this.#clock = plan.program.clock;
  }

  /** Undefined while no ffmpeg runs. */
  get pid(): number | undefined {
    return this.#pid;
  }

  /** The next picture that comes. Rejects with a coded error when none does. */
  async next(output: Output, signal: AbortSignal): Promise<Picture> {
    signal.throwIfAborted();
    if (this.#isClosed) throw new TitianError("DEVICE_NOT_CONNECTED");
    const waiter: Waiter = { output, ...Promise.withResolvers<Picture>() };
    this.#waiters.add(waiter);
    this.#wanted.abort();
    this.#ensureRunning();
    try {
      return await untilAborted(waiter.promise, signal);
    } finally {
      this.#waiters.delete(waiter);
      this.#lingerWhenUnwanted();
    }
  }

  /** Resolves when the process is gone. */
  async close(): Promise<void> {
    this.#isClosed = true;
    this.#wanted.abort();
    this.#unwanted.abort();
    this.#refuse(new TitianError("DEVICE_NOT_CONNECTED"));
    await this.#run;
  }

  /** A camera is let go before it is taken again: to a second process of ours it would be in use. */
  #ensureRunning(): void {
    this.#run ??= this.#stream().finally(() => {
      this.#run = undefined;
      if (this.#waiters.size > 0 && !this.#isClosed) this.#ensureRunning();
    });
  }

  #lingerWhenUnwanted(): void {
    if (this.#waiters.size > 0 || !this.#run) return;
    this.#wanted.abort();
    this.#wanted = new AbortController();
    const unwanted = this.#unwanted;
    this.#clock.sleep(this.#plan.budgets.lingerMs, this.#wanted.signal).then(
      () => unwanted.abort(),
      // Somebody wants a picture again.
      () => undefined,
    );
  }

  async #stream(): Promise<void> {
    const unwanted = new AbortController();
    this.#unwanted = unwanted;
    this.#firstMs = undefined;
    this.#lastMs = {};
    this.#startedMs = this.#clock.monotonicMs();
    const trouble = await this.#runOnce(unwanted.signal).catch(troubleStarting);
    this.#pid = undefined;
    if (!trouble || this.#isClosed) return;
    this.#plan.tell(trouble);
    this.#refuse(new TitianError(trouble.code));
  }

  /** Resolves when the process is gone: undefined because nobody wanted it any more. */
  async #runOnce(unwanted: AbortSignal): Promise<Trouble | undefined> {
    const { program, args, log } = this.#plan;
    await using process = new FfmpegProcess(program, args, 2);
    this.#pid = process.pid;
    this.#cut(process, 1, "photo");
    this.#cut(process, 3, "preview");
    const ending = await this.#ending(process, unwanted);
    if (ending === "unwanted") return undefined;
    const trouble = await this.#judge(ending, process);
    log.debug("camera stream broke", { ending, reason: trouble.reason, said: process.words.slice(-400) });
    return trouble;
  }

  #cut(process: FfmpegProcess, descriptor: 1 | 3, output: Output): void {
    const splitter = new JpegSplitter(LARGEST_BYTES);
    process.onData(descriptor, (piece) => splitter.add(piece, (frame) => this.#deliver(output, frame)));
  }

  #deliver(output: Output, frame: JpegFrame): void {
    const nowMs = this.#clock.monotonicMs();
    this.#lastMs[output] = nowMs;
    if (this.#firstMs === undefined) {
      this.#firstMs = nowMs;
      if (!this.#isClosed) this.#plan.tell(undefined);
    }
    if (output === "photo" && nowMs - this.#firstMs < this.#plan.budgets.settleMs) return;
    const waiting = [...this.#waiters].filter((waiter) => waiter.output === output);
    if (waiting.length === 0) return;
    const { widthPx, heightPx } = frame;
    const picture = { jpeg: completeJpeg(frame), widthPx, heightPx };
    for (const waiter of waiting) {
      this.#waiters.delete(waiter);
      waiter.resolve(picture);
    }
  }

  async #ending(process: FfmpegProcess, unwanted: AbortSignal): Promise<Ending> {
    const over = new AbortController();
    const isUnwanted = new Promise<Ending>((resolve) => {
      unwanted.addEventListener("abort", () => resolve("unwanted"), { once: true });
    });
    const hasEnded = process.ended.then((): Ending => "ended");
    try {
      return await Promise.race([isUnwanted, hasEnded, this.#frozen(over.signal)]);
    } finally {
      over.abort();
    }
  }

  /** Resolves once one of the pipes has been silent for as long as the budgets allow. */
  async #frozen(over: AbortSignal): Promise<Ending> {
    while (!over.aborted) {
      const patienceEndsMs = Math.min(this.#patienceEndsMs("photo"), this.#patienceEndsMs("preview"));
      const leftMs = patienceEndsMs - this.#clock.monotonicMs();
      if (leftMs <= 0) break;
      await this.#clock.sleep(leftMs, over).catch(() => undefined);
    }
    return "frozen";
  }

  #patienceEndsMs(output: Output): number {
    const { startMs, freezeMs } = this.#plan.budgets;
    const lastMs = this.#lastMs[output];
    return lastMs === undefined ? this.#startedMs + startMs : lastMs + freezeMs;
  }

  /** By what came out of it and by the camera itself; its exit code is 0 also when the camera was pulled. */
  async #judge(ending: Ending, process: FfmpegProcess): Promise<Trouble> {
    if (process.startError) return troubleStarting(process.startError);
    const seen = await this.#plan.inspect();
    if (seen) return seen;
    // A frozen camera's driver complains of all kinds of things; that no picture comes is what is certain.
    return (ending === "ended" ? troubleSaid(process.words) : undefined) ?? TROUBLES.noPicture;
  }

  #refuse(error: TitianError): void {
    for (const waiter of [...this.#waiters]) {
      this.#waiters.delete(waiter);
      waiter.reject(error);
    }
  }
}
