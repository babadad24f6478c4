import { type ChildProcess, spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { type Clock, withBudget } from "../../src/kernel/clock.ts";

/** Enough for the sentence that says why; a driver in trouble repeats itself without end. */
const WORDS_KEPT = 4_096;
/** ffmpeg needs some 50 ms to close a camera in order. One that does not by then is stopped by force. */
const TERM_MS = 1_000;
/** A process that hangs in a camera's kernel driver cannot even be killed; nobody waits for it longer than this. */
const KILL_MS = 2_000;

const never = new AbortController().signal;

export interface Program {
  /** Absolute path. */
  readonly ffmpeg: string;
  readonly platform: NodeJS.Platform;
  readonly clock: Clock;
}

/** One run of ffmpeg: by argument list, without a shell, and never left behind. */
export class FfmpegProcess implements AsyncDisposable {
  readonly #child: ChildProcess;
  readonly #program: Program;
  readonly #over = Promise.withResolvers<void>();
  #words = "";
  #startError: Error | undefined;

  /** `outputs` pipes: file descriptor 1 and, where there are two, 3. */
  constructor(program: Program, args: readonly string[], outputs: 1 | 2, wordsKept = WORDS_KEPT) {
    this.#program = program;
    this.#child = spawn(program.ffmpeg, args, {
      stdio: ["ignore", "pipe", "pipe", ...(outputs === 2 ? (["pipe"] as const) : [])],
      windowsHide: true,
    });
    this.#child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.#words = (this.#words + text).slice(-wordsKept);
    });
    // Not once: a process that cannot be stopped says so with an error of its own.
    this.#child.on("error", (error) => {
      this.#startError ??= error;
      if (this.#child.pid === undefined) this.#over.resolve();
    });
    // A pipe that breaks belongs to a process that has ended, which is said by `close`.
    for (const pipe of this.#child.stdio) pipe?.on("error", () => undefined);
    this.#child.once("close", () => this.#over.resolve());
  }

  /** Undefined when it could not even be started. */
  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Why it could not be started. */
  get startError(): Error | undefined {
    return this.#child.pid === undefined ? this.#startError : undefined;
  }

  /** The last that it said. */
  get words(): string {
    return this.#words;
  }

  /** When it has ended and everything that it wrote has been read. */
  get ended(): Promise<void> {
    return this.#over.promise;
  }

  onData(output: 1 | 3, listener: (piece: Uint8Array) => void): void {
    const pipe = this.#child.stdio[output];
    if (isReadable(pipe)) pipe.on("data", listener);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    // Windows knows no request to end: any signal there is the end at once.
    const signals = this.#program.platform === "win32" ? [KILL] : [TERM, KILL];
    for (const { signal, withinMs } of signals) {
      if (this.pid !== undefined) this.#child.kill(signal);
      if (await this.#endsWithin(withinMs)) return;
    }
    this.#child.unref();
    for (const pipe of this.#child.stdio) pipe?.destroy();
  }

  async #endsWithin(ms: number): Promise<boolean> {
    using budget = withBudget(this.#program.clock, ms, never, () => undefined);
    const expired = new Promise<boolean>((resolve) => {
      budget.signal.addEventListener("abort", () => resolve(false), { once: true });
    });
    return await Promise.race([this.ended.then(() => true), expired]);
  }
}

const TERM = { signal: "SIGTERM", withinMs: TERM_MS } as const;
const KILL = { signal: "SIGKILL", withinMs: KILL_MS } as const;

const isReadable = (pipe: unknown): pipe is Readable =>
  typeof pipe === "object" && pipe !== null && "read" in pipe;
