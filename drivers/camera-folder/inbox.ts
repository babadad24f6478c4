import { type InboxPhoto, type Photo, type PhotoInbox, untilAborted } from "../../src/devices/index.ts";
import { type Clock, withBudget } from "../../src/kernel/clock.ts";
import { TitianError } from "../../src/kernel/errors.ts";
import type { Logger } from "../../src/kernel/log.ts";
import type { DeviceId } from "../../src/kernel/types.ts";
import type { Arrivals, FolderPhoto } from "./arrivals.ts";
import { setAside } from "./set-aside.ts";
import type { TakenBook } from "./taken-book.ts";
import { thumbnailOf, uprightPhoto } from "./upright.ts";

/** Reading and turning one picture. */
const PICTURE_WITHIN_MS = 12_000;
/** Whoever asks for a picture that is just being saved waits for it, and no longer. */
const ARRIVES_WITHIN_MS = 5_000;

interface Dependencies {
  readonly device: DeviceId;
  readonly arrivals: Arrivals;
  readonly taken: TakenBook;
  /** Where taken files go; undefined leaves them alone. */
  readonly movesOutOf: string | undefined;
  /** Aborted while the folder is not open. */
  readonly session: () => AbortSignal;
  /** Resolves with the first look of this session, then with each next one. */
  readonly firstLook: () => Promise<void>;
  readonly nextLook: () => Promise<void>;
  readonly onTaken: () => void;
  readonly clock: Clock;
  readonly log: Logger;
}

/** The pictures that lie in the folder, chosen by somebody or the newest in turn. */
export class Inbox implements PhotoInbox {
  readonly #deps: Dependencies;
  readonly #thumbnails = new Map<string, Uint8Array>();

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  get waiting(): number {
    const { arrivals, taken } = this.#deps;
    return arrivals.photos.filter(({ id }) => !taken.has(id)).length;
  }

  async photos(signal: AbortSignal): Promise<readonly InboxPhoto[]> {
    await this.#ready(signal);
    return this.#deps.arrivals.photos.map(({ id, arrivedAt, widthPx, heightPx }) => ({
      ...{ id, arrivedAt, widthPx, heightPx },
      isTaken: this.#deps.taken.has(id),
    }));
  }

  async take(id: string, signal: AbortSignal): Promise<Photo> {
    return this.#take(await this.#find(id, signal), signal);
  }

  async thumbnail(id: string, signal: AbortSignal): Promise<Uint8Array> {
    const photo = await this.#find(id, signal);
    const jpeg = this.#thumbnails.get(id) ?? (await this.#drawn(photo, thumbnailOf, signal));
    this.#thumbnails.set(id, jpeg);
    return jpeg;
  }

  /** The newest picture that nobody has taken. */
  async capture(signal: AbortSignal): Promise<Photo> {
    const { arrivals, taken, clock, nextLook } = this.#deps;
    await this.#ready(signal);
    const none = (): TitianError => this.#none();
    using budget = withBudget(clock, ARRIVES_WITHIN_MS, this.#whileOpen(signal), none);
    for (;;) {
      const next = arrivals.photos.find(({ id }) => !taken.has(id));
      const photo = next && (await this.#takeUnlessBroken(next, signal));
      if (photo) return photo;
      if (next) continue;
      if (!arrivals.isAnyArriving) throw none();
      await untilAborted(nextLook(), budget.signal);
    }
  }

  /** Thumbnails of pictures that left the folder are let go. */
  tidy(): void {
    const present = new Set(this.#deps.arrivals.photos.map(({ id }) => id));
    for (const id of this.#thumbnails.keys()) if (!present.has(id)) this.#thumbnails.delete(id);
  }

  /** Undefined when the file went meanwhile or is no picture after all: the next newest may be one. */
  #takeUnlessBroken(photo: FolderPhoto, signal: AbortSignal): Promise<Photo | undefined> {
    return this.#take(photo, signal).catch((error: unknown) => {
      if (TitianError.from(error).code === "CAMERA_NO_PICTURE") return undefined;
      throw error;
    });
  }

  /** Marked before it is read, so that two who ask at once get two pictures. */
  async #take(photo: FolderPhoto, signal: AbortSignal): Promise<Photo> {
    const { taken, onTaken } = this.#deps;
    const wasTaken = taken.has(photo.id);
    taken.add(photo.id);
    try {
      const drawn = await this.#drawn(photo, uprightPhoto, signal);
      if (!wasTaken) await taken.keep(photo.id);
      await this.#moveAway(photo);
      return drawn;
    } catch (error) {
      if (!wasTaken) taken.remove(photo.id);
      throw error;
    } finally {
      onTaken();
    }
  }

  async #drawn<T>(
    photo: FolderPhoto,
    draw: (bytes: Uint8Array, signal: AbortSignal) => Promise<T>,
    signal: AbortSignal,
  ): Promise<T> {
    const { arrivals, clock, device } = this.#deps;
    const late = (): TitianError => new TitianError("DEVICE_TIMEOUT", { details: { device } });
    using budget = withBudget(clock, PICTURE_WITHIN_MS, this.#whileOpen(signal), late);
    const work = async (): Promise<T> => {
      const bytes = await arrivals.read(photo, budget.signal);
      if (!bytes) throw this.#none();
      return draw(bytes, budget.signal);
    };
    try {
      return await untilAborted(work(), budget.signal);
    } catch (error) {
      if (TitianError.from(error).code === "CAMERA_NO_PICTURE") arrivals.reject(photo);
      throw error;
    }
  }

  async #moveAway({ names }: FolderPhoto): Promise<void> {
    const { movesOutOf: folder, log } = this.#deps;
    if (folder === undefined) return;
    for (const name of names) {
      const errno = await setAside(folder, name);
      if (errno) log.warn("taken picture was not moved", { errno });
    }
  }

  async #find(id: string, signal: AbortSignal): Promise<FolderPhoto> {
    await this.#ready(signal);
    const photo = this.#deps.arrivals.photos.find((one) => one.id === id);
    if (!photo) throw this.#none();
    return photo;
  }

  async #ready(signal: AbortSignal): Promise<void> {
    const open = this.#whileOpen(signal);
    await untilAborted(this.#deps.firstLook(), open);
    open.throwIfAborted();
  }

  #whileOpen(signal: AbortSignal): AbortSignal {
    return AbortSignal.any([signal, this.#deps.session()]);
  }

  #none(): TitianError {
    return new TitianError("CAMERA_NO_PICTURE", { details: { device: this.#deps.device } });
  }
}
