import { opendir } from "node:fs/promises";
import { BaseDevice, type DriverSurroundings, untilAborted } from "../../src/devices/index.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import type { Logger } from "../../src/kernel/log.ts";
import type { AfterTaking } from "./after-taking.ts";
import { Arrivals } from "./arrivals.ts";
import { folderFailure, reasonOf } from "./folder-failure.ts";
import { FolderWatch } from "./folder-watch.ts";
import { Inbox } from "./inbox.ts";
import { TakenBook } from "./taken-book.ts";

interface Options {
  readonly folder: string;
  readonly afterTaking: AfterTaking;
  readonly pollMs: number;
}

/** A look that gets nowhere for so long waits for a network share that has gone quiet. */
const STILL_MS = 10_000;

/** Pictures that others put into a folder. File names may name people: they are never logged and never sent. */
class PhotoFolder extends BaseDevice {
  readonly model = "Photo folder";
  readonly #options: Options;
  readonly #log: Logger;
  readonly #arrivals: Arrivals;
  readonly #taken: TakenBook;
  readonly #inbox: Inbox;
  #session = endedSession();
  /** Never two at once: a share that hangs would use up the threads of the whole daemon. */
  #asking: Promise<void> = Promise.resolve();
  #firstLook = Promise.withResolvers<void>();
  #nextLook = Promise.withResolvers<void>();
  #waiting = 0;

  constructor({ id, clock, log, options, folder }: DriverSurroundings<Options>) {
    super(id, clock);
    this.#options = options;
    this.#log = log;
    this.#arrivals = new Arrivals(options.folder, clock);
    this.#taken = new TakenBook(folder, log);
    this.#inbox = new Inbox({
      ...{ device: id, arrivals: this.#arrivals, taken: this.#taken, clock, log },
      movesOutOf: options.afterTaking === "move-to-taken" ? options.folder : undefined,
      session: () => this.#session.signal,
      firstLook: () => this.#firstLook.promise,
      nextLook: () => this.#nextLook.promise,
      onTaken: () => this.#tell(),
    });
    this.abilities = {
      camera: { capture: (signal: AbortSignal) => this.#inbox.capture(signal) },
      "camera.inbox": this.#inbox,
    };
  }

  protected readonly abilities;

  async open(signal: AbortSignal): Promise<void> {
    await this.close();
    try {
      await untilAborted(this.#asking, signal);
      await untilAborted(
        this.#ask(async () => (await opendir(this.#options.folder)).close()),
        signal,
      );
      await this.#taken.read();
    } catch (error) {
      signal.throwIfAborted();
      throw folderFailure(error);
    }
    this.#session = new AbortController();
    this.#firstLook = Promise.withResolvers<void>();
    this.report([]);
    // It ends with the session and answers for its own errors.
    void this.#keepLooking(this.#session);
  }

  close(): Promise<void> {
    this.#session.abort(new TitianError("DEVICE_NOT_CONNECTED", { details: { device: this.id } }));
    this.report(["not-connected"]);
    return Promise.resolve();
  }

  async #keepLooking(session: AbortController): Promise<void> {
    const { folder, pollMs } = this.#options;
    using watch = new FolderWatch(folder, pollMs, this.clock);
    try {
      for (;;) {
        await this.#look(session.signal);
        this.report([]);
        await watch.nextLook(session.signal);
      }
    } catch (error) {
      if (session.signal.aborted) return;
      const failure = folderFailure(error);
      this.#log.debug("photo folder is gone", { code: failure.code, ...failure.details });
      session.abort(failure);
      this.#arrivals.forget();
      this.#tell();
      this.report([reasonOf(failure)]);
    }
  }

  /** A share that answers late is still the same share: it is waited for, and health says so meanwhile. */
  async #look(signal: AbortSignal): Promise<void> {
    const over = new AbortController();
    void this.#watchProgress(AbortSignal.any([signal, over.signal]));
    try {
      await untilAborted(
        this.#ask(() => this.#arrivals.look(signal)),
        signal,
      );
    } finally {
      over.abort();
    }
    this.#firstLook.resolve();
    this.#nextLook.resolve();
    this.#nextLook = Promise.withResolvers<void>();
    this.#tell();
  }

  async #watchProgress(signal: AbortSignal): Promise<void> {
    for (let steps = -1; steps !== this.#arrivals.steps; ) {
      steps = this.#arrivals.steps;
      const isOver = await this.clock.sleep(STILL_MS, signal).then(
        () => false,
        () => true,
      );
      if (isOver) return;
    }
    this.report(["not-responding"]);
  }

  #ask(work: () => Promise<void>): Promise<void> {
    const asking = work();
    this.#asking = asking.catch(() => undefined);
    return asking;
  }

  #tell(): void {
    this.describe({ words: this.#arrivals.words });
    this.#inbox.tidy();
    const { waiting } = this.#inbox;
    if (waiting === this.#waiting) return;
    this.#waiting = waiting;
    this.events.emit("inboxChanged", { waiting });
  }
}

function endedSession(): AbortController {
  const session = new AbortController();
  session.abort(new TitianError("DEVICE_NOT_CONNECTED"));
  return session;
}

export default (surroundings: DriverSurroundings<Options>): PhotoFolder => new PhotoFolder(surroundings);
