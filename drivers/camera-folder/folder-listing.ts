import { lstat, readdir } from "node:fs/promises";
import path from "node:path";

/** A regular file of the folder, as it was at the latest look. */
export interface SeenFile {
  readonly name: string;
  readonly bytes: number;
  readonly changedMs: number;
  /** Wall time of its coming into this folder, never in the future: cameras have wrong clocks. */
  readonly arrivedMs: number;
}

/** Beyond the newest hundred photos there may be files that are none. */
const LOOKED_AT = 300;
/** Questions to the file system at once; libuv has four threads for the whole daemon. */
const AT_ONCE = 16;

/** What lies in the folder. A name is asked once, the newest at each look: ten thousand old files cost one list of names. */
export class FolderListing {
  readonly #folder: string;
  /** Undefined stands for what is no regular file: a subfolder, a link, a pipe. */
  readonly #known = new Map<string, SeenFile | undefined>();
  #hasLooked = false;
  #asked = 0;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Files asked for so far. */
  get steps(): number {
    return this.#asked;
  }

  /** Newest first, at most 300. Rejects when the folder cannot be listed. */
  async look(now: Date, signal: AbortSignal): Promise<readonly SeenFile[]> {
    const names = new Set(await readdir(this.#folder));
    for (const name of this.#known.keys()) if (!names.has(name)) this.#known.delete(name);
    const newest = this.#newest().map(({ name }) => name);
    const strange = [...names].filter((name) => !this.#known.has(name));
    const asked = [...newest, ...strange];
    for (let at = 0; at < asked.length; at += AT_ONCE) {
      signal.throwIfAborted();
      await Promise.all(asked.slice(at, at + AT_ONCE).map((name) => this.#ask(name, now.getTime())));
    }
    this.#hasLooked = true;
    return this.#newest();
  }

  forget(): void {
    this.#known.clear();
    this.#hasLooked = false;
  }

  /** A copied file keeps the time of its picture, so its birth in this folder and its first sight count too. */
  async #ask(name: string, nowMs: number): Promise<void> {
    const stat = await lstat(path.join(this.#folder, name)).catch(() => undefined);
    this.#asked++;
    if (!stat?.isFile()) {
      if (stat) this.#known.set(name, undefined);
      return;
    }
    const known = this.#known.get(name);
    const firstSeenMs = this.#hasLooked ? nowMs : 0;
    const arrivedMs =
      known?.arrivedMs ?? Math.min(nowMs, Math.max(stat.mtimeMs, stat.birthtimeMs, firstSeenMs));
    this.#known.set(name, { name, bytes: stat.size, changedMs: stat.mtimeMs, arrivedMs });
  }

  #newest(): readonly SeenFile[] {
    return [...this.#known.values()]
      .filter((file) => file !== undefined)
      .sort((a, b) => b.arrivedMs - a.arrivedMs || b.changedMs - a.changedMs || a.name.localeCompare(b.name))
      .slice(0, LOOKED_AT);
  }
}
