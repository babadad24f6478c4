import type { Clock } from "../../kernel/clock.ts";
import type { CaseId, LocalDate } from "../../kernel/types.ts";
import type { Judging } from "../../sla/promise-verdict.ts";
import type { CaseResult } from "../../store/case-result.ts";
import type { Store } from "../../store/store.ts";
import type { Handlers } from "../dispatch.ts";
import type { CaseTimings } from "../flows/case-timings.ts";
import type { CaseViews } from "../flows/case-views.ts";
import type { JudgingFor } from "../flows/sla/judging-for.ts";
import type { LateReasons } from "../flows/sla/late-reasons.ts";
import type { Asked, Punctuality } from "../flows/sla/punctuality.ts";
import { figuresOf } from "../flows/sla/punctuality-view.ts";
import type { Params } from "../protocol/commands.ts";
import type { PunctualCaseView } from "../protocol/punctuality-shapes.ts";

interface Dependencies {
  readonly punctuality: Punctuality;
  readonly lateReasons: LateReasons;
  readonly timings: Pick<CaseTimings, "standard">;
  readonly views: Pick<CaseViews, "of">;
  readonly store: Pick<Store, "results">;
  readonly judgingFor: JudgingFor;
  /** The library's own rules, where no case says which standard's. */
  readonly judging: () => Judging;
  readonly clock: Clock;
}

export function punctualityHandlers(
  dependencies: Dependencies,
): Pick<Handlers, "punctuality.get" | "punctuality.cases" | "case.lateReason"> {
  const { punctuality, lateReasons, timings, views, store, judgingFor, judging, clock } = dependencies;
  return {
    async "punctuality.get"(params, { signal }) {
      const asked = askedOf(params);
      const found = await punctuality.find(asked, signal);
      const figures = figuresOf(asked, found, (id, version) => timings.standard(id, version));
      const judgings = found.groups.map(({ group }) =>
        judgingFor(timings.standard(group.standardId, group.standardVersion)),
      );
      const [first = judging()] = judgings;
      return {
        ...figures,
        asOf: clock.now().toISOString(),
        isCatchingUp: !store.results.isFilled,
        figure: first.figure,
        countsOpenHoursOnly: first.countsOpenHoursOnly ?? false,
        calendarVersions: [...new Set(judgings.flatMap(({ calendar }) => calendar?.version ?? []))].slice(
          0,
          20,
        ),
      };
    },
    async "punctuality.cases"({ limit, offset, ...params }) {
      const { total, cases } = punctuality.list(askedOf(params), limit, offset);
      return { total, cases: cases.map(caseView) };
    },
    async "case.lateReason"({ case: id, reason, note }) {
      lateReasons.give(id as CaseId, reason, note);
      return views.of(id as CaseId);
    },
  };
}

function askedOf({ from, to, standard, step, channel, kind, category }: Params<"punctuality.get">): Asked {
  return { from: from as LocalDate, to: to as LocalDate, standard, step, channel, kind, category };
}

function caseView(result: CaseResult): PunctualCaseView {
  const { group } = result;
  return {
    case: result.case,
    ticket: result.ticket ?? null,
    desk: result.desk,
    day: result.day,
    standard: group.standardId,
    kind: group.kind,
    channel: group.channel,
    category: group.category,
    status: result.status,
    published: result.published,
    stepSum: result.stepSum,
    overall: result.overall,
    isDecided: result.isDecided,
    measuredMs: result.measuredMs,
    limitSeconds: result.limitSeconds ?? null,
    dueAt: result.dueAt?.toISOString() ?? null,
    isAbandoned: result.isAbandoned,
    isClockSuspect: result.isClockSuspect,
    spoiled: result.spoiled,
    lateReason: result.lateReason ?? null,
    openedAt: result.openedAt.toISOString(),
    closedAt: result.closedAt?.toISOString() ?? null,
  };
}
