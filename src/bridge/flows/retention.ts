import type { Clock } from "../../kernel/clock.ts";
import type { LogFields, Logger } from "../../kernel/log.ts";
import type { HeldTime } from "./held-time.ts";
import { Repeating } from "./repeating.ts";
import { tryEach } from "./try-each.ts";

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

/** Something whose days have begun to count. */
export interface Waiting {
  /** A file's or folder's, unique among those that wait. */
  readonly name: string;
  readonly days: number;
  /** For the log, beside what was removed. */
  readonly fields?: LogFields;
  readonly remove: () => void;
}

interface Rule {
  /** As the log calls the service. */
  readonly name: string;
  readonly waiting: () => readonly Waiting[];
  readonly held: HeldTime;
  readonly firstAfterMs: number;
  /** What the log says of each that went, and of a sweep that came to nothing. */
  readonly words: { readonly removed: string; readonly failed: string };
  readonly clock: Clock;
  readonly log: Logger;
}

/** Removes by rule, once an hour, what has been held for its days in time that has really passed. */
export class Retention {
  readonly service: Repeating;
  readonly #rule: Rule;

  constructor(rule: Rule) {
    const { name, firstAfterMs, words, clock, log } = rule;
    this.#rule = rule;
    this.service = new Repeating({
      ...{ name, clock, log, firstAfterMs, everyMs: HOUR_MS },
      work: () => this.sweep(),
      failed: { level: "error", msg: words.failed },
    });
  }

  /** Everything whose time is over. One that cannot be removed keeps no other; then it throws. */
  sweep(): void {
    const { waiting, held, words, log } = this.#rule;
    const found = waiting();
    const heldMs = held.of(found.map(({ name }) => name));
    const over = found.filter(({ name, days }) => (heldMs.get(name) ?? 0) >= days * DAY_MS);
    tryEach(over, ({ fields, remove }) => {
      remove();
      log.info(words.removed, fields);
    });
  }
}
