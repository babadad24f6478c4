import { randomBytes } from "node:crypto";
import { cpSync, existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { VaultId } from "../../../src/kernel/types.ts";
import { STAGED } from "../../../src/store/restore-swap.ts";
import { newCaseId, opened, openTestStore, temporaryFolder } from "../../store/test-store.ts";
import { changesOf, pullThePlug } from "./cut.ts";

const never = new AbortController().signal;

/** A desk of 40 cases and a photo in its backup, and of 40 more and a photo since. */
async function desk() {
  const { store, clock, folder } = openTestStore();
  const work = (): VaultId => {
    store.events.append(Array.from({ length: 40 }, () => opened(newCaseId(clock))));
    return store.vault.put(randomBytes(2_000));
  };
  const photos = [work()];
  const backup = (await store.backup(temporaryFolder(), "0.1.0", never)).folder;
  photos.push(work());
  store.close();
  return { folder, backup, photos };
}

/** As the next start finds it. */
function found(folder: string) {
  const { store } = openTestStore(folder);
  const types = Array.from(store.events.readAll(), ({ type }) => type);
  const seen = {
    cases: types.filter((type) => type === "case.opened").length,
    isTold: types.includes("desk.restored"),
    photos: readdirSync(path.join(folder, "vault")).toSorted(),
  };
  for (const photo of seen.photos) expect(store.vault.get(photo as VaultId)).toHaveLength(2_000);
  store.close();
  return seen;
}

describe("a restore", () => {
  it("leaves the old records or the new ones, whole, whichever of its changes to the disk was the last", async () => {
    const { folder, backup, photos } = await desk();
    const copy = (): string => {
      const at = path.join(temporaryFolder(), "store");
      cpSync(folder, at, { recursive: true });
      return at;
    };
    const old = { cases: 80, isTold: false, photos: photos.toSorted() };
    const restored = { cases: 40, isTold: true, photos: photos.slice(0, 1) };
    const changes = changesOf("restore.ts", copy(), backup);
    expect(changes).toBeGreaterThan(30);

    const outcomes: boolean[] = [];
    for (let pullAt = 1; pullAt <= changes; pullAt++) {
      const at = copy();
      pullThePlug(pullAt, "restore.ts", at, backup);
      const seen = found(at);
      expect(seen, `change ${pullAt}`).toEqual(seen.isTold ? restored : old);
      expect(existsSync(path.join(at, STAGED))).toBe(false);
      outcomes.push(seen.isTold);
    }
    // One moment decides: the old records before it, the new ones ever after.
    const decided = outcomes.indexOf(true);
    expect(decided).toBeGreaterThan(10);
    expect(outcomes.slice(decided)).not.toContain(false);
  }, 600_000);
});
