import type { PolicyBrowser, PolicyEntry } from "./entries.ts";

/** An entry that Titian has written, and where, so that exactly it can be taken away again. */
export interface Written extends PolicyEntry {
  /** A file, or a key of the registry. */
  readonly place: string;
  /** The registry's name of the value; empty in a file. */
  readonly name: string;
}

/** Where a system keeps the policies of its browsers. */
export interface PolicyPlace {
  /** Values of this list, whoever has written them. */
  values(browser: PolicyBrowser, policy: readonly string[], signal: AbortSignal): Promise<readonly string[]>;
  /** Appends the value; undefined where it is there already. Nothing else changes. */
  add(entry: PolicyEntry, signal: AbortSignal): Promise<Written | undefined>;
  /** Takes away what was written, if it is still what it was. */
  remove(written: Written, signal: AbortSignal): Promise<boolean>;
}
