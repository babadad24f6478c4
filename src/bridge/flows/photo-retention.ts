import type { Clock } from "../../kernel/clock.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { Service } from "../../kernel/lifecycle.ts";
import type { Logger } from "../../kernel/log.ts";
import type { PhotoKind } from "../../store/photo-files.ts";
import type { Store } from "../../store/store.ts";
import type { HeldTime } from "./held-time.ts";

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
/** A card that was handed over yesterday is not printed again (facts/cards.md section 11). */
const KEEP_CARD_DAYS = 1;
/** The start has other work first. */
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
  readonly #stopping = new AbortController();
  #running: Promise<void> = Promise.resolve();

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  async start(): Promise<void> {
    this.#running = this.#keepSweeping().catch(() => undefined);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
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

  async #keepSweeping(): Promise<void> {
    const { clock, log } = this.#deps;
    await clock.sleep(FIRST_AFTER_MS, this.#stopping.signal);
    for (;;) {
      try {
        this.sweep();
      } catch (error) {
        log.error("photos not erased", { code: TitianError.from(error).code });
      }
      await clock.sleep(HOUR_MS, this.#stopping.signal);
    }
  }
}
