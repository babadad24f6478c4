import { TitianError } from "../../kernel/errors.ts";
import type { Logger } from "../../kernel/log.ts";
import type { Store } from "../../store/store.ts";
import { pullFiles } from "./exchanged-files.ts";
import type { Head, SharedDatabase } from "./shared-database.ts";

/** Events that are applied in one go: some 20 ms, in which nobody at the desk is heard. */
export const PULL_EVENTS = 100;

interface Dependencies {
  readonly store: Pick<Store, "inbox" | "standardFiles" | "designFiles" | "exchangeSeal">;
  readonly desk: string;
  readonly log: Logger;
  /** Between two portions the desk has its turn. */
  readonly rest: () => Promise<void>;
}

/** What a look at the others has brought. */
export interface Pulled {
  readonly events: number;
  /** Desks whose line cannot be taken in; those of the others were. */
  readonly damaged: readonly string[];
  /** Other desks that have ever written. */
  readonly desks: readonly string[];
}

/** Everything the other desks have written and this store does not have, each desk's in its own order. */
export async function pull(shared: SharedDatabase, deps: Dependencies): Promise<Pulled> {
  const heads = (await shared.heads()).filter(({ desk }) => desk !== deps.desk);
  const damaged: string[] = [];
  let events = 0;
  for (const head of heads) {
    try {
      events += await pullDesk(shared, head, deps);
    } catch (error) {
      if (TitianError.from(error).code !== "EXCHANGE_DAMAGED") throw error;
      damaged.push(head.desk);
    }
  }
  return { events, damaged, desks: heads.map(({ desk }) => desk) };
}

async function pullDesk(shared: SharedDatabase, { desk, seq }: Head, deps: Dependencies): Promise<number> {
  const { store, log, rest } = deps;
  let events = 0;
  for (let last = store.inbox.lastSeq(desk); last < seq; last = store.inbox.lastSeq(desk)) {
    const rows = await shared.after(desk, last, PULL_EVENTS);
    if (rows.length === 0) break;
    await pullFiles(shared, store, rows, log);
    store.inbox.receive(desk, rows);
    events += rows.length;
    await rest();
  }
  return events;
}
