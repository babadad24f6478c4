import { entriesFor, type PolicyEntry, type PolicyWish } from "./entries.ts";
import type { PolicyPlace, Written } from "./place.ts";
import type { WrittenList } from "./written-list.ts";

export interface ShownEntry extends PolicyEntry {
  /** `ours`: written by Titian; `theirs`: there, by somebody else; `absent`. */
  readonly state: "ours" | "theirs" | "absent";
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

  /** Everything that was written for this origin in these browsers, the camera's included. */
  async remove({ origin, browsers }: Pick<PolicyWish, "origin" | "browsers">, signal: AbortSignal) {
    const widest = entriesFor({ origin, browsers, camera: true, isPublic: true });
    const removed: Written[] = [];
    for (const written of this.#list.all()) {
      if (!widest.some((entry) => isSame(entry, written))) continue;
      signal.throwIfAborted();
      if (await this.#place.remove(written, signal)) removed.push(written);
      this.#list.drop(written);
    }
    return removed;
  }
}

const isSame = (a: PolicyEntry, b: PolicyEntry): boolean =>
  a.browser === b.browser && a.value === b.value && a.policy.join() === b.policy.join();
