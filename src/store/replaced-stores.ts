import { readdirSync, rmSync, statSync } from "node:fs";
import path from "node:path";
import { REPLACED } from "./store-files.ts";

/** Stores that a restore has put aside, with what they hold. */
export function replacedStores(folder: string): readonly string[] {
  if (!statSync(folder, { throwIfNoEntry: false })) return [];
  const names = readdirSync(folder).filter((name) => REPLACED.test(name));
  return names.toSorted().map((name) => path.join(folder, name));
}

export const removeReplaced = (store: string): void => rmSync(store, { recursive: true, force: true });
