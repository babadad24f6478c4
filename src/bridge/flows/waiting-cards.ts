import type { WaitingMember } from "../../inlislite/sync/mirror.ts";
import type { Clock } from "../../kernel/clock.ts";
import { localDate, type MemberKey } from "../../kernel/types.ts";
import type { Store } from "../../store/store.ts";
import type { InStep } from "./in-step.ts";

/** Who had registered longer ago when the copy was first made has long been served without Titian, days. */
const LOOK_BACK_DAYS = 14;
const DAY_MS = 24 * 60 * 60 * 1_000;
/** After a bulk renewal a whole town waits; no desk reads further down than this. */
const MOST = 1_000;
/** A list that nothing has touched is still looked at anew: days go by, ms. */
const FRESH_MS = 60_000;

interface Dependencies {
  readonly mirror: InStep["mirror"] | undefined;
  readonly store: Pick<Store, "cases" | "jobs" | "memberKeyOf">;
  readonly clock: Clock;
  readonly timeZone: string;
}

/**
 * Who waits for a card: those whom the copy found new or renewed, without those being served and those who have got their
 * card since. Counted from what is known now; nothing is remembered of anybody.
 */
export class WaitingCards {
  readonly #deps: Dependencies;
  #found: { readonly waiting: readonly WaitingMember[]; readonly atMs: number } | undefined;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  /** Newest first, at most a thousand. */
  all(): readonly WaitingMember[] {
    const nowMs = this.#deps.clock.monotonicMs();
    if (!this.#found || nowMs - this.#found.atMs > FRESH_MS)
      this.#found = { waiting: this.#look(), atMs: nowMs };
    return this.#found.waiting;
  }

  /** Somebody's state has changed: the next question looks again. */
  stale(): void {
    this.#found = undefined;
  }

  #look(): readonly WaitingMember[] {
    const { mirror, store, clock, timeZone } = this.#deps;
    if (!mirror) return [];
    const from = localDate(new Date(clock.now().getTime() - LOOK_BACK_DAYS * DAY_MS), timeZone);
    const found = mirror.waiting(from, MOST);
    if (found.length === 0) return [];
    const served = new Set<MemberKey | undefined>(store.cases.open().map(({ memberKey }) => memberKey));
    return found.filter(({ member, since }) => {
      const key = store.memberKeyOf(member.memberNo);
      if (served.has(key)) return false;
      const card = store.jobs.provedAt(key);
      return card === undefined || card < since;
    });
  }
}
