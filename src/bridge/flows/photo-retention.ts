import type { Clock } from "../../kernel/clock.ts";
import type { Logger } from "../../kernel/log.ts";
import type { PhotoKind } from "../../store/photo-files.ts";
import type { Store } from "../../store/store.ts";
import { eraseFile } from "./erase-file.ts";
import type { HeldTime } from "./held-time.ts";
import { Repeating } from "./repeating.ts";

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
/** A card that was handed over yesterday is not printed again (facts/cards.md section 11). */
const KEEP_CARD_DAYS = 1;
const FIRST_AFTER_MS = 60_000;

interface Dependencies {
  readonly store: Pick<Store, "events" | "photoFiles" | "vault">;
  readonly held: HeldTime;
  readonly keepOriginalDays: number;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Deletes photos by rule: originals some days after INLISLite has the photo or the case is over, the card's own a day after. */
export class PhotoRetention {
  readonly service: Repeating;
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    const { clock, log } = dependencies;
    this.#deps = dependencies;
    this.service = new Repeating({
      name: "photo retention",
      ...{ clock, log, firstAfterMs: FIRST_AFTER_MS, everyMs: HOUR_MS },
      work: () => this.sweep(),
      failed: { level: "error", msg: "photos not erased" },
    });
  }

  /** Every file whose time is over. */
  sweep(): void {
    const { store, held, log } = this.#deps;
    const waiting = store.photoFiles.waiting();
    const heldMs = held.of(waiting.map(({ file }) => file));
    for (const { file, kind } of waiting) {
      if ((heldMs.get(file) ?? 0) < this.#keepMs(kind)) continue;
      eraseFile(store, file, kind === "original" ? "original kept as long as the rule says" : "case is over");
      log.info("photo erased by rule", { file, kind });
    }
  }

  #keepMs(kind: PhotoKind): number {
    return (kind === "original" ? this.#deps.keepOriginalDays : KEEP_CARD_DAYS) * DAY_MS;
  }
}
