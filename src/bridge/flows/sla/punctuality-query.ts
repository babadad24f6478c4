import type { Clock } from "../../../kernel/clock.ts";
import { dueRuleOf, type Judging, promiseEndOf } from "../../../sla/promise-verdict.ts";
import type { Span } from "../../../store/result-figures.ts";
import type { Store } from "../../../store/store.ts";
import type { PunctualityView } from "../../protocol/punctuality-shapes.ts";
import type { CaseTimings } from "../case-timings.ts";
import type { JudgingFor } from "./judging-for.ts";
import type { Asked, Punctuality } from "./punctuality.ts";
import { figuresOf } from "./punctuality-view.ts";

/** No filter at all. */
export const EVERYTHING = {
  ...{ standard: undefined, step: undefined, channel: undefined, kind: undefined, category: undefined },
} as const;

/** The schema's own bound. */
const MOST_CALENDARS = 20;

interface Dependencies {
  readonly punctuality: Pick<Punctuality, "find">;
  readonly timings: Pick<CaseTimings, "standard">;
  readonly store: Pick<Store, "results">;
  readonly judgingFor: JudgingFor;
  /** The library's own rules, where no case says which standard's. */
  readonly judging: () => Judging;
  readonly clock: Clock;
}

/** The figures of any days with the rules by which they were judged, for the page and for the reports. */
export class PunctualityQuery {
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  /** Without any filter. */
  ofAll(days: Span, signal: AbortSignal): Promise<PunctualityView> {
    return this.view({ from: days.from, to: days.to, ...EVERYTHING }, signal);
  }

  async view(asked: Asked, signal: AbortSignal): Promise<PunctualityView> {
    const { punctuality, timings, store, judgingFor, judging, clock } = this.#deps;
    const found = await punctuality.find(asked, signal);
    const standards = found.groups.map(({ group }) =>
      timings.standard(group.standardId, group.standardVersion),
    );
    const judgings = standards.map(judgingFor);
    const [first = judging()] = judgings;
    const calendars = new Set(judgings.flatMap(({ calendar }) => calendar?.version ?? []));
    const dueRules = standards.flatMap((standard, index) => dueRuleOf(standard, judgings[index]) ?? []);
    return {
      ...figuresOf(asked, found, (id, version) => timings.standard(id, version)),
      asOf: clock.now().toISOString(),
      isCatchingUp: !store.results.isFilled,
      figure: first.figure,
      countsOpenHoursOnly: first.countsOpenHoursOnly ?? false,
      calendarVersions: [...calendars].slice(0, MOST_CALENDARS),
      ends: [...new Set(standards.map(promiseEndOf))].sort(),
      dueRules: [...new Set(dueRules)].sort(),
    };
  }
}
