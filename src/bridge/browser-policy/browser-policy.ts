import { entriesFor, type PolicyBrowser, type PolicyEntry, type PolicyWish } from "./entries.ts";
import type { PolicyPlace, Written } from "./place.ts";
import type { WrittenList } from "./written-list.ts";

export interface ShownEntry extends PolicyEntry {
  /** `ours`: written by Titian; `theirs`: there, by somebody else; `absent`. */
  readonly state: "ours" | "theirs" | "absent";
}

export interface RemovalWish {
  readonly origin: string | undefined;
  readonly browsers: readonly PolicyBrowser[];
}

/** Lets one origin reach the daemon by the browsers' own policies, and takes back exactly what it has let. */
export class BrowserPolicy {
  readonly #place: PolicyPlace;
  readonly #list: WrittenList;

  constructor(place: PolicyPlace, list: WrittenList) {
    this.#place = place;
    this.#list = list;
  }

  async show(wish: PolicyWish, signal: AbortSignal): Promise<readonly ShownEntry[]> {
    const shown: ShownEntry[] = [];
    for (const entry of entriesFor(wish)) {
      const isThere = (await this.#place.values(entry.browser, entry.policy, signal)).includes(entry.value);
      const isOurs = this.#list.all().some((written) => isSame(written, entry));
      shown.push({ ...entry, state: isThere ? (isOurs ? "ours" : "theirs") : "absent" });
    }
    return shown;
  }

  /** What was added; what is there already stays, and stays whose it is. Each is remembered before the next is written. */
  async install(wish: PolicyWish, signal: AbortSignal): Promise<readonly Written[]> {
    const added: Written[] = [];
    for (const entry of entriesFor(wish)) {
      signal.throwIfAborted();
      const written = await this.#place.add(entry, signal);
      if (!written) continue;
      this.#list.add(written);
      added.push(written);
    }
    return added;
  }

  /** Everything that was written in these browsers for this origin, the camera's included; without one, for every origin. */
  async remove({ origin, browsers }: RemovalWish, signal: AbortSignal): Promise<readonly Written[]> {
    const removed: Written[] = [];
    for (const written of this.#list.all()) {
      if (!browsers.includes(written.browser) || !isFor(written, origin)) continue;
      signal.throwIfAborted();
      if (await this.#place.remove(written, signal)) removed.push(written);
      this.#list.drop(written);
    }
    return removed;
  }
}

function isFor(written: Written, origin: string | undefined): boolean {
  if (origin === undefined) return true;
  const widest = entriesFor({ origin, browsers: [written.browser], camera: true, isPublic: true });
  return widest.some((entry) => isSame(entry, written));
}

const isSame = (a: PolicyEntry, b: PolicyEntry): boolean =>
  a.browser === b.browser && a.value === b.value && a.policy.join() === b.policy.join();
