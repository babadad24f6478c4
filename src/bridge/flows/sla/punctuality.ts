import type { CaseKind, Channel, StepKey } from "../../../sla/case-event.ts";
import type { CaseResult, ResultGroup } from "../../../store/case-result.ts";
import type { StoredGroup } from "../../../store/case-results.ts";
import type { CaseDay, Span } from "../../../store/result-figures.ts";
import type { Store } from "../../../store/store.ts";
import type { TicketState } from "../../../store/ticket-store.ts";
import type { CaseTimings } from "../case-timings.ts";
import { assertDays } from "./asked-days.ts";
import type { CaseResults } from "./case-results.ts";
import { type MeasuredStep, stepsOf } from "./measured-steps.ts";

/** Undefined: all of them. */
export interface Asked extends Span {
  readonly standard: string | undefined;
  readonly step: StepKey | undefined;
  readonly channel: Channel | undefined;
  readonly kind: CaseKind | undefined;
  readonly category: string | undefined;
}

/** The days of one group of cases. */
export interface GroupDays {
  readonly group: StoredGroup;
  readonly days: readonly CaseDay[];
}

/** What was found in the store, before it is added up. */
export interface Found {
  readonly groups: readonly GroupDays[];
  /** Of one standard; empty while cases of several are looked at. */
  readonly steps: readonly MeasuredStep[];
  readonly lateReasons: ReadonlyMap<CaseResult["lateReason"], number>;
  readonly queue: QueueFound;
}

export interface QueueFound {
  /** How long people waited, ms, in no order. */
  readonly times: readonly number[];
  /** What became of all the numbers of these days; undefined where a part of the cases is looked at. */
  readonly outcomes: ReadonlyMap<TicketState, number> | undefined;
}

interface Dependencies {
  readonly store: Pick<Store, "results" | "figures" | "tickets">;
  readonly results: Pick<CaseResults, "bringUpToDate">;
  readonly timings: Pick<CaseTimings, "standard">;
}

/** Reads results of many cases. Between two questions to the store the desk has its turn. */
export class Punctuality {
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  async find(asked: Asked, signal: AbortSignal): Promise<Found> {
    assertDays(asked);
    this.#deps.results.bringUpToDate();
    const { figures, tickets } = this.#deps.store;
    const groups: GroupDays[] = [];
    const times: number[] = [];
    const lateReasons = new Map<CaseResult["lateReason"], number>();
    for (const group of this.#groupsOf(asked)) {
      const days = figures.caseDays(group.id, asked);
      if (days.length === 0) continue;
      groups.push({ group, days });
      for (const ms of figures.queueTimes(group.id, asked)) times.push(ms);
      for (const [reason, count] of figures.lateReasons(group.id, asked))
        lateReasons.set(reason, (lateReasons.get(reason) ?? 0) + count);
      await turnOfTheDesk(signal);
    }
    const outcomes = isPart(asked) ? undefined : tickets.outcomes(asked);
    const steps = await this.#steps(groups, asked, signal);
    return { groups, lateReasons, steps, queue: { times, outcomes } };
  }

  /** Late ones first. */
  list(asked: Asked, limit: number, offset: number): { total: number; cases: readonly CaseResult[] } {
    assertDays(asked);
    this.#deps.results.bringUpToDate();
    const { figures } = this.#deps.store;
    const groups = this.#groupsOf(asked).map(({ id }) => id);
    return { total: figures.count(groups, asked), cases: figures.list(groups, asked, limit, offset) };
  }

  #groupsOf(asked: Asked): readonly StoredGroup[] {
    const isAsked = ({ standardId, kind, channel, category }: ResultGroup): boolean =>
      (asked.standard ?? standardId) === standardId &&
      (asked.kind ?? kind) === kind &&
      (asked.channel ?? channel) === channel &&
      (asked.category ?? category) === category;
    return this.#deps.store.results.groups().filter(isAsked);
  }

  async #steps(
    groups: readonly GroupDays[],
    asked: Asked,
    signal: AbortSignal,
  ): Promise<readonly MeasuredStep[]> {
    if (new Set(groups.map(({ group }) => group.standardId)).size !== 1) return [];
    const { store, timings } = this.#deps;
    const named = groups.map(({ group }) => ({
      group,
      standard: timings.standard(group.standardId, group.standardVersion),
    }));
    return stepsOf(
      named,
      (id, step) => store.figures.stepDays(id, step, asked),
      () => turnOfTheDesk(signal),
    );
  }
}

/** Who was never served has no standard, kind or channel to be chosen by. */
const isPart = ({ standard, channel, kind, category }: Asked): boolean =>
  [standard, channel, kind, category].some((chosen) => chosen !== undefined);

/** Lets whatever else waits in this process go first. */
async function turnOfTheDesk(signal: AbortSignal): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
  signal.throwIfAborted();
}
