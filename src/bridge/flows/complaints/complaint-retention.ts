import type { Clock } from "../../../kernel/clock.ts";
import type { Logger } from "../../../kernel/log.ts";
import type { Store } from "../../../store/store.ts";
import type { HeldTime } from "../held-time.ts";
import { Retention } from "../retention.ts";
import type { ComplaintTexts } from "./complaint-texts.ts";

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
export function complaintRetention({ store, texts, held, keepDays, clock, log }: Dependencies): Retention {
  return new Retention({
    ...{ name: "complaint retention", held, firstAfterMs: FIRST_AFTER_MS, clock, log },
    words: { removed: "complaint's text erased by rule", failed: "complaints not erased" },
    waiting: () =>
      store.complaints.toErase().map((file) => ({
        ...{ name: file, days: keepDays, fields: { file } },
        remove: () => texts.erase(file, "kept as long as the rule says"),
      })),
  });
}
