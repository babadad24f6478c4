import path from "node:path";
import type { Clock } from "../../../kernel/clock.ts";
import type { Logger } from "../../../kernel/log.ts";
import { removeReplaced, replacedStores } from "../../../store/replaced-stores.ts";
import type { HeldTime } from "../held-time.ts";
import { Repeating } from "../repeating.ts";

const HOUR_MS = 60 * 60_000;
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
export class ReplacedRetention {
  readonly service: Repeating;
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    const { clock, log } = dependencies;
    this.#deps = dependencies;
    this.service = new Repeating({
      name: "replaced store retention",
      ...{ clock, log, firstAfterMs: FIRST_AFTER_MS, everyMs: HOUR_MS },
      work: () => this.sweep(),
      failed: { level: "error", msg: "replaced store not removed" },
    });
  }

  sweep(): void {
    const { folder, held, log } = this.#deps;
    const stores = replacedStores(folder);
    if (stores.length === 0) return;
    const heldMs = held.of(stores.map((store) => path.basename(store)));
    for (const store of stores) {
      if ((heldMs.get(path.basename(store)) ?? 0) < KEEP_REPLACED_DAYS * 24 * HOUR_MS) continue;
      removeReplaced(store);
      log.info("replaced store removed by rule");
    }
  }
}
