import type { Clock } from "../../../kernel/clock.ts";
import type { Logger } from "../../../kernel/log.ts";
import type { Store } from "../../../store/store.ts";
import type { HeldTime } from "../held-time.ts";
import { Repeating } from "../repeating.ts";
import type { ComplaintTexts } from "./complaint-texts.ts";

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
const FIRST_AFTER_MS = 90_000;

interface Dependencies {
  readonly store: Pick<Store, "complaints">;
  readonly texts: ComplaintTexts;
  readonly held: HeldTime;
  /** Days that a text is kept once its complaint is closed or withdrawn. */
  readonly keepDays: number;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Erases by rule what was said in complaints that are over; their times and figures stay. */
export class ComplaintRetention {
  readonly service: Repeating;
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    const { clock, log } = dependencies;
    this.#deps = dependencies;
    this.service = new Repeating({
      name: "complaint retention",
      ...{ clock, log, firstAfterMs: FIRST_AFTER_MS, everyMs: HOUR_MS },
      work: () => this.sweep(),
      failed: { level: "error", msg: "complaints not erased" },
    });
  }

  sweep(): void {
    const { store, texts, held, keepDays, log } = this.#deps;
    const waiting = store.complaints.toErase();
    const heldMs = held.of(waiting);
    for (const file of waiting) {
      if ((heldMs.get(file) ?? 0) < keepDays * DAY_MS) continue;
      texts.erase(file, "kept as long as the rule says");
      log.info("complaint's text erased by rule", { file });
    }
  }
}
