import type { Logger } from "../../kernel/log.ts";
import { holdPrinters } from "../../store/after-restore.ts";
import type { Store } from "../../store/store.ts";
import { pullFiles } from "./exchanged-files.ts";
import { nextOf } from "./line.ts";
import type { SharedDatabase } from "./shared-database.ts";

interface Dependencies {
  readonly store: Pick<
    Store,
    "inbox" | "jobs" | "queuePauses" | "standardFiles" | "designFiles" | "exchangeSeal"
  >;
  readonly desk: string;
  readonly log: Logger;
  readonly rest: () => Promise<void>;
}

/**
 * What this desk had sent before a backup took the place of its store comes back, before it sends anything new: its line goes on
 * where the others know that it ended. Returns how many events there were.
 */
export async function takeBack(shared: SharedDatabase, deps: Dependencies): Promise<number> {
  const { store, desk, log, rest } = deps;
  let events = 0;
  for (const passedOver of store.inbox.passedOver) {
    for (;;) {
      const last = store.inbox.ownLineAt(passedOver.upTo);
      const later = await nextOf(shared, store.exchangeSeal, { desk, last });
      const rows = later.rows.filter(({ seq }) => seq <= passedOver.upTo);
      // A line that does not follow on this one is another PC's, which `Push` says.
      if (rows[0]?.afterSeq !== last) break;
      await pullFiles(shared, store, rows, log);
      store.inbox.takeBack(passedOver, rows);
      events += rows.length;
      await rest();
    }
  }
  if (events === 0) return 0;
  // Of a card that was asked for then, the others know less than its printer.
  holdPrinters(store.jobs, store.queuePauses);
  log.info("what this desk had sent before it was restored is back", { events });
  return events;
}
