import type { Clock } from "../../kernel/clock.ts";
import type { Logger } from "../../kernel/log.ts";
import type { PhotoKind } from "../../store/photo-files.ts";
import type { Store } from "../../store/store.ts";
import { eraseFile } from "./erase-file.ts";
import type { HeldTime } from "./held-time.ts";
import { Retention } from "./retention.ts";

/** A card that was handed over yesterday is not printed again (facts/cards.md section 11). */
export const KEEP_CARD_DAYS = 1;
const FIRST_AFTER_MS = 60_000;

interface Dependencies {
  readonly store: Pick<Store, "events" | "photoFiles" | "vault">;
  readonly held: HeldTime;
  readonly keepOriginalDays: number;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Deletes photos by rule: originals some days after INLISLite has the photo or the case is over, the card's own a day after. */
export function photoRetention({ store, held, keepOriginalDays, clock, log }: Dependencies): Retention {
  const rules: Readonly<Record<PhotoKind, { readonly days: number; readonly why: string }>> = {
    original: { days: keepOriginalDays, why: "original kept as long as the rule says" },
    card: { days: KEEP_CARD_DAYS, why: "case is over" },
  };
  return new Retention({
    ...{ name: "photo retention", held, firstAfterMs: FIRST_AFTER_MS, clock, log },
    words: { removed: "photo erased by rule", failed: "photos not erased" },
    waiting: () =>
      store.photoFiles.waiting().map(({ file, kind }) => ({
        ...{ name: file, days: rules[kind].days, fields: { file, kind } },
        remove: () => eraseFile(store, file, rules[kind].why),
      })),
  });
}
