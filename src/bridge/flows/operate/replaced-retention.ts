import path from "node:path";
import type { Clock } from "../../../kernel/clock.ts";
import type { Logger } from "../../../kernel/log.ts";
import { removeReplaced, replacedStores } from "../../../store/replaced-stores.ts";
import type { HeldTime } from "../held-time.ts";
import { Retention } from "../retention.ts";

/** Long enough to notice that the wrong backup was restored; it holds photos and signatures. */
export const KEEP_REPLACED_DAYS = 30;
const FIRST_AFTER_MS = 10 * 60_000;

interface Dependencies {
  /** The store's. */
  readonly folder: string;
  readonly held: HeldTime;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Removes by rule the stores that a restore has put aside. */
export function replacedRetention({ folder, held, clock, log }: Dependencies): Retention {
  return new Retention({
    ...{ name: "replaced store retention", held, firstAfterMs: FIRST_AFTER_MS, clock, log },
    words: { removed: "replaced store removed by rule", failed: "replaced store not removed" },
    waiting: () =>
      replacedStores(folder).map((store) => ({
        ...{ name: path.basename(store), days: KEEP_REPLACED_DAYS },
        remove: () => removeReplaced(store),
      })),
  });
}
