import { cpSync, mkdirSync } from "node:fs";
import path from "node:path";
import type { ExchangeRow } from "../../src/store/exchange-seal.ts";
import { ManualClock } from "../harness/manual-clock.ts";
import { openTestStore, type TestStore, temporaryFolder } from "./test-store.ts";

/** Desks of one library, each with a store and clock of its own and all with one key; nothing between them but `exchange`. */
export function openLibrary(desks: readonly string[]): readonly TestStore[] {
  const [first = "desk-1", ...others] = desks;
  const one = openTestStore(temporaryFolder(), new ManualClock(undefined, `boot-of-${first}`), first);
  return [one, ...others.map((desk) => joined(one, desk))];
}

/** A new desk with the library's key. */
export function joined(one: TestStore, desk: string): TestStore {
  const folder = temporaryFolder();
  mkdirSync(folder, { recursive: true });
  cpSync(path.join(one.folder, "site-key"), path.join(folder, "site-key"));
  return openTestStore(folder, new ManualClock(one.clock.now(), `boot-of-${desk}`), desk);
}

/** Everything that `from` has written since, at `to`; at most `limit` events of it. Returns how many there were. */
export function pass(from: TestStore, to: TestStore, desk: string, limit = 1_000): number {
  const rows: readonly ExchangeRow[] = from.store.outbox.after(to.store.inbox.lastSeq(desk), limit);
  if (rows.length > 0) to.store.inbox.receive(desk, rows);
  return rows.length;
}

/** Until every desk has everything. */
export function passAll(library: readonly TestStore[], desks: readonly string[]): void {
  for (const [index, desk] of desks.entries())
    for (const [other, to] of library.entries())
      if (other !== index) while (pass(library[index]!, to, desk) > 0);
}
