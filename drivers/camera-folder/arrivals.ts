import type { Clock } from "../../src/kernel/clock.ts";
import { errnoOf } from "./folder-failure.ts";
import { FolderListing, type SeenFile } from "./folder-listing.ts";
import { type Reading, readPicture } from "./picture-format.ts";
import { MOST_BYTES, readWhole } from "./read-file.ts";

export interface FolderPhoto {
  /** The SHA-256 of its bytes. */
  readonly id: string;
  /** Every file that holds these bytes. */
  readonly names: readonly string[];
  readonly arrivedAt: Date;
  readonly widthPx: number;
  readonly heightPx: number;
}

type Ignored = "heic" | "other" | "too-large" | "unreadable" | "unfinished";

type Verdict =
  | { readonly kind: "photo"; readonly id: string; readonly widthPx: number; readonly heightPx: number }
  | { readonly kind: "arriving" }
  | { readonly kind: "ignored"; readonly why: Ignored };

interface Judged {
  readonly file: SeenFile;
  readonly verdict: Verdict;
  /** Monotonic time of the first sight of it as it is being written. */
  readonly sinceMs: number;
  /** As it lies there it was read; only a change makes it worth reading again. */
  readonly isRead: boolean;
}

const MOST_PHOTOS = 100;
/** As `photo.keep` allows; a decoded picture takes four bytes a pixel. */
const MOST_PIXELS = 50_000_000;
/** What nobody has written to for so long needs no second look before it is read. */
const SETTLED_MS = 2_000;
/** A copy over a slow network takes a minute; what is not whole by then was broken off. */
const GIVEN_UP_MS = 120_000;
const ARRIVING = { kind: "arriving" } as const;

/** Tells pictures from everything else in the folder, and whole ones from those that are still being written. */
export class Arrivals {
  readonly #folder: string;
  readonly #clock: Clock;
  readonly #listing: FolderListing;
  #judged = new Map<string, Judged>();
  #filesJudged = 0;

  constructor(folder: string, clock: Clock) {
    this.#folder = folder;
    this.#clock = clock;
    this.#listing = new FolderListing(folder);
  }

  /** Newest first, at most 100. */
  get photos(): readonly FolderPhoto[] {
    const byId = new Map<string, FolderPhoto>();
    for (const { file, verdict } of this.#judged.values()) {
      if (verdict.kind !== "photo") continue;
      const { id, widthPx, heightPx } = verdict;
      const twin = byId.get(id);
      const names = [...(twin?.names ?? []), file.name];
      byId.set(id, { id, widthPx, heightPx, names, arrivedAt: twin?.arrivedAt ?? new Date(file.arrivedMs) });
    }
    return [...byId.values()].slice(0, MOST_PHOTOS);
  }

  /** Grows while a look gets on: a share that hangs and one that is only slow take equally long. */
  get steps(): number {
    return this.#listing.steps + this.#filesJudged;
  }

  get isAnyArriving(): boolean {
    return [...this.#judged.values()].some(({ verdict }) => verdict.kind === "arriving");
  }

  /** How many files are left out, by reason: `heic: 3`. */
  get words(): readonly string[] {
    const counts = new Map<Ignored, number>();
    for (const { verdict } of this.#judged.values()) {
      if (verdict.kind === "ignored") counts.set(verdict.why, (counts.get(verdict.why) ?? 0) + 1);
    }
    return [...counts].map(([why, count]) => `${why}: ${count}`).sort();
  }

  /** Rejects when the folder cannot be listed; a single file that cannot be read is left out. */
  async look(signal: AbortSignal): Promise<void> {
    const files = await this.#listing.look(this.#clock.now(), signal);
    const next = new Map<string, Judged>();
    const ids = new Set<string>();
    for (const file of files) {
      signal.throwIfAborted();
      const judged = await this.#judge(file, this.#judged.get(file.name), signal);
      this.#filesJudged++;
      next.set(file.name, judged);
      if (judged.verdict.kind === "photo") ids.add(judged.verdict.id);
      if (ids.size >= MOST_PHOTOS) break;
    }
    this.#judged = next;
  }

  /** The bytes that have this hash, or undefined when they are gone. */
  async read(photo: FolderPhoto, signal: AbortSignal): Promise<Uint8Array | undefined> {
    for (const name of photo.names) {
      const read = await this.#tryRead(name, signal);
      if (typeof read === "object" && read.hash === photo.id) return read.bytes;
    }
    return undefined;
  }

  /** Its structure is whole and it cannot be decoded all the same. */
  reject({ names }: FolderPhoto): void {
    for (const name of names) {
      const judged = this.#judged.get(name);
      if (judged) this.#judged.set(name, { ...judged, verdict: ignored("unreadable") });
    }
  }

  forget(): void {
    this.#judged.clear();
    this.#listing.forget();
  }

  async #judge(file: SeenFile, before: Judged | undefined, signal: AbortSignal): Promise<Judged> {
    const nowMs = this.#clock.monotonicMs();
    const isSame = before?.file.bytes === file.bytes && before.file.changedMs === file.changedMs;
    const isBeingWritten = before?.verdict.kind === "arriving";
    const sinceMs = before && (isSame || isBeingWritten) ? before.sinceMs : nowMs;
    const judged = (verdict: Verdict, isRead: boolean): Judged => ({ file, verdict, sinceMs, isRead });

    if (file.bytes > MOST_BYTES) return judged(ignored("too-large"), true);
    const isSettled = isSame || this.#clock.now().getTime() - file.changedMs > SETTLED_MS;
    let verdict: Verdict = isSame ? before.verdict : ARRIVING;
    const mustRead = isSettled && !(isSame && before.isRead);
    if (mustRead) verdict = await this.#verdictOn(file, signal);
    const isTooLong = verdict.kind === "arriving" && nowMs - sinceMs >= GIVEN_UP_MS;
    return judged(isTooLong ? ignored("unfinished") : verdict, mustRead || (isSame && before.isRead));
  }

  async #verdictOn({ name }: SeenFile, signal: AbortSignal): Promise<Verdict> {
    const read = await this.#tryRead(name, signal);
    if (read === "unreadable") return ignored("unreadable");
    return read === "changing" ? ARRIVING : verdictOf(readPicture(read.bytes), read.hash);
  }

  async #tryRead(name: string, signal: AbortSignal) {
    try {
      return (await readWhole(this.#folder, name, signal)) ?? "changing";
    } catch (error) {
      signal.throwIfAborted();
      // Windows says EBUSY of a file that is still open for writing.
      return ["EBUSY", "ENOENT"].includes(errnoOf(error)) ? "changing" : "unreadable";
    }
  }
}

const ignored = (why: Ignored): Verdict => ({ kind: "ignored", why });

function verdictOf(reading: Reading, id: string): Verdict {
  if (reading.kind === "unfinished") return ARRIVING;
  if (reading.kind !== "picture") return ignored(reading.kind);
  const { widthPx, heightPx } = reading;
  if (widthPx < 1 || heightPx < 1) return ignored("unreadable");
  return widthPx * heightPx > MOST_PIXELS ? ignored("too-large") : { kind: "photo", id, widthPx, heightPx };
}
