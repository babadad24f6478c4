import type { Clock } from "../../kernel/clock.ts";
import type { Service } from "../../kernel/lifecycle.ts";
import type { Logger } from "../../kernel/log.ts";
import type { PhotoKind } from "../../store/photo-files.ts";
import type { Store } from "../../store/store.ts";
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
export class PhotoRetention implements Service {
  readonly name = "photo retention";
  readonly #deps: Dependencies;
  readonly #sweeping: Repeating;

  constructor(dependencies: Dependencies) {
    const { clock, log } = dependencies;
    this.#deps = dependencies;
    this.#sweeping = new Repeating({
      ...{ clock, log, firstAfterMs: FIRST_AFTER_MS, everyMs: HOUR_MS },
      work: () => this.sweep(),
      failed: { level: "error", msg: "photos not erased" },
    });
  }

  async start(): Promise<void> {
    this.#sweeping.start();
  }

  stop(): Promise<void> {
    return this.#sweeping.stop();
  }

  /** Every file whose time is over. The event comes last: after a crash between the two the file is erased once more. */
  sweep(): void {
    const { store, held, log } = this.#deps;
    const waiting = store.photoFiles.waiting();
    const heldMs = held.of(waiting.map(({ file }) => file));
    for (const { file, kind } of waiting) {
      if ((heldMs.get(file) ?? 0) < this.#keepMs(kind)) continue;
      store.vault.erase(file);
      const data = {
        file,
        why: kind === "original" ? "original kept as long as the rule says" : "case is over",
      };
      store.events.append({ stream: `vault/${file}`, type: "vault.erased", data });
      log.info("photo erased by rule", { file, kind });
    }
  }

  #keepMs(kind: PhotoKind): number {
    return (kind === "original" ? this.#deps.keepOriginalDays : KEEP_CARD_DAYS) * DAY_MS;
  }
}
