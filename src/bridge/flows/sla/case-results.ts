import type { Clock } from "../../../kernel/clock.ts";
import { type ErrorCode, TitianError } from "../../../kernel/errors.ts";
import { subscribe } from "../../../kernel/events.ts";
import type { Service } from "../../../kernel/lifecycle.ts";
import type { Logger } from "../../../kernel/log.ts";
import type { CaseId } from "../../../kernel/types.ts";
import type { Judged, StoredGroup } from "../../../store/case-results.ts";
import type { StoredEvent } from "../../../store/event-catalog.ts";
import { nounOf } from "../../../store/exchange-scope.ts";
import { subjectOf } from "../../../store/projection.ts";
import type { Store } from "../../../store/store.ts";
import type { CaseTimings } from "../case-timings.ts";
import { Damped } from "../damped.ts";
import { judgedBy, judgeResult } from "./judge-result.ts";
import type { JudgingFor } from "./judging-for.ts";

/** A scan, a print and what follows are judged once, ms. */
const JUDGE_AFTER_MS = 200;
/** Cases judged in one go: some 15 ms, in which nobody at the desk is heard. */
const SLICE = 10;
/** The case's standard, or its file, is not on this desk. Others must not wait for it. */
const WITHOUT_STANDARD: readonly ErrorCode[] = [
  ...(["STANDARD_NOT_FOUND", "STANDARD_FILE_MISSING", "STANDARD_FILE_DAMAGED"] as const),
];
/** Between two slices the desk has its turn, ms. */
const REST_MS = 20;

interface Dependencies {
  readonly store: Pick<Store, "events" | "results">;
  readonly timings: Pick<CaseTimings, "of" | "standard">;
  readonly judgingFor: JudgingFor;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * Keeps what every case came to: after each change of a case, and of all cases once the rules have changed or there was
 * nobody to keep it. What a kill has interrupted goes on at the next start.
 */
export class CaseResults implements Service {
  readonly name = "case results";
  readonly #deps: Dependencies;
  readonly #changed = new Set<CaseId>();
  #isAsked = false;
  #subscriptions: readonly Disposable[] = [];
  #running = new AbortController();
  #work: Promise<void> = Promise.resolve();

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  async start(): Promise<void> {
    const { store, clock, log } = this.#deps;
    this.#running = new AbortController();
    for (const id of store.results.changed()) this.#changed.add(id);
    const damped = new Damped({ clock, log, afterMs: JUDGE_AFTER_MS, work: () => this.bringUpToDate() });
    this.#subscriptions = [
      damped,
      ...(["appended", "received"] as const).map((name) =>
        subscribe(store.events.events, name, ({ events }) => {
          this.#heard(events);
          if (this.#changed.size > 0) damped.touch();
        }),
      ),
    ];
    this.judgeAll();
  }

  #heard(events: readonly StoredEvent[]): void {
    for (const event of events) {
      if (event.type.startsWith("case.")) this.#changed.add(subjectOf(event) as CaseId);
      // The library's calendar, what it counts, and the documents that its desks share, are the rules of every case.
      if (["calendar", "standard"].includes(nounOf(event.stream))) this.judgeAll();
    }
  }

  async stop(): Promise<void> {
    for (const subscription of this.#subscriptions) subscription[Symbol.dispose]();
    this.#subscriptions = [];
    this.#running.abort();
    await this.#work;
  }

  /** What has changed and is not judged yet, at once: a figure that is asked for now is as of now. */
  bringUpToDate(): void {
    while (this.#changed.size > 0) this.#judgeChanged();
  }

  /** Looks, in the background, for cases that were never judged, or by other rules than today's. */
  judgeAll(): void {
    if (this.#isAsked) return;
    this.#isAsked = true;
    this.#work = this.#work
      .then(() => this.#judgeAll(this.#running.signal))
      .catch((error: unknown) => {
        if (this.#running.signal.aborted) return;
        this.#deps.log.warn("cases wait to be judged", { code: TitianError.from(error).code });
      });
  }

  /** Every case, without a rest: for a command that has the store to itself. Returns how many there were. */
  rebuild(): number {
    const { results } = this.#deps.store;
    let judged = 0;
    for (let slice = results.unfilled(SLICE); slice.length > 0; slice = results.unfilled(SLICE)) {
      this.#fill(slice);
      judged += slice.length;
    }
    results.write([], { filled: null });
    return judged;
  }

  async #judgeAll(signal: AbortSignal): Promise<void> {
    const { results } = this.#deps.store;
    this.#isAsked = false;
    while (this.#changed.size > 0) {
      this.#judgeChanged();
      await this.#rest(signal);
    }
    for (let slice = results.unfilled(SLICE); slice.length > 0; slice = results.unfilled(SLICE)) {
      this.#fill(slice);
      await this.#rest(signal);
    }
    if (!results.isFilled) results.write([], { filled: null });
    for (const group of results.groups()) await this.#renew(group, signal);
  }

  #judgeChanged(): void {
    const slice = [...this.#changed].slice(0, SLICE);
    const judged = slice.flatMap((id) => this.#judge(id));
    const isAll = slice.length === this.#changed.size;
    this.#deps.store.results.write(judged, isAll ? "reached" : undefined);
    for (const id of slice) this.#changed.delete(id);
  }

  #fill(slice: readonly { readonly at: number; readonly case: CaseId }[]): void {
    const judged = slice.flatMap(({ case: id }) => this.#judge(id));
    this.#deps.store.results.write(judged, { filled: slice.at(-1)?.at ?? 0 });
  }

  /** A group that was judged by other rules, from its first case to its last. */
  async #renew(group: StoredGroup, signal: AbortSignal): Promise<void> {
    const { store } = this.#deps;
    const rules = this.#rulesFor(group);
    if (group.judgedBy === rules) return;
    let after = { day: "", row: 0 };
    for (;;) {
      const slice = store.results.inGroup(group.id, after, SLICE);
      const last = slice.at(-1);
      if (!last) break;
      store.results.write(
        slice.flatMap(({ case: id }) => this.#judge(id)),
        undefined,
      );
      after = last;
      await this.#rest(signal);
    }
    store.results.groupJudged(group.id, rules);
  }

  #rulesFor({ standardId, standardVersion }: StoredGroup): string {
    const { timings, judgingFor } = this.#deps;
    const standard = timings.standard(standardId, standardVersion);
    return judgedBy(standard, judgingFor(standard));
  }

  /** Nothing for a case whose standard is not on this desk, or that has not begun. */
  #judge(id: CaseId): readonly Judged[] {
    const { timings, judgingFor, log } = this.#deps;
    try {
      const timed = timings.of(id);
      return [judgeResult(timed, judgingFor(timed.standard))];
    } catch (error) {
      const { code } = TitianError.from(error);
      // Somebody holds a number and has not been served.
      if (code === "CASE_NOT_FOUND") return [];
      if (!WITHOUT_STANDARD.includes(code)) throw error;
      log.warn("case not judged", { case: id, code });
      return [];
    }
  }

  #rest(signal: AbortSignal): Promise<void> {
    return this.#deps.clock.sleep(REST_MS, signal);
  }
}
