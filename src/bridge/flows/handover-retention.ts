import type { Clock } from "../../kernel/clock.ts";
import type { Logger } from "../../kernel/log.ts";
import type { HandoverFileKind } from "../../store/handover-files.ts";
import type { Store } from "../../store/store.ts";
import type { Config } from "../config/schema.ts";
import { eraseFile } from "./erase-file.ts";
import type { HeldTime } from "./held-time.ts";
import { Retention } from "./retention.ts";

const FIRST_AFTER_MS = 120_000;

interface Dependencies {
  readonly store: Pick<Store, "events" | "handoverFiles" | "vault">;
  readonly held: HeldTime;
  readonly rules: Config["handover"];
  readonly clock: Clock;
  readonly log: Logger;
}

/** Erases by rule what proved a hand-over: drawn signatures, and the names of those who fetched a card for a member. */
export function handoverRetention({ store, held, rules, clock, log }: Dependencies): Retention {
  const days: Readonly<Record<HandoverFileKind, number>> = {
    signature: rules.keepSignatureDays,
    collector: rules.keepCollectorDays,
  };
  return new Retention({
    ...{ name: "hand-over retention", held, firstAfterMs: FIRST_AFTER_MS, clock, log },
    words: { removed: "proof of a hand-over erased by rule", failed: "proofs of hand-overs not erased" },
    waiting: () =>
      store.handoverFiles.waiting().map(({ file, kind }) => ({
        ...{ name: file, days: days[kind], fields: { file, kind } },
        remove: () => eraseFile(store, file, "kept as long as the rule says"),
      })),
  });
}
