import type { CaseId, LocalDate } from "../../kernel/types.ts";
import type { CaseResult } from "../../store/case-result.ts";
import type { Handlers } from "../dispatch.ts";
import type { CaseViews } from "../flows/case-views.ts";
import type { LateReasons } from "../flows/sla/late-reasons.ts";
import type { Asked, Punctuality } from "../flows/sla/punctuality.ts";
import type { PunctualityQuery } from "../flows/sla/punctuality-query.ts";
import type { Params } from "../protocol/commands.ts";
import type { PunctualCaseView } from "../protocol/punctuality-shapes.ts";

interface Dependencies {
  readonly punctuality: Pick<Punctuality, "list">;
  readonly query: PunctualityQuery;
  readonly lateReasons: LateReasons;
  readonly views: Pick<CaseViews, "of">;
}

export function punctualityHandlers(
  dependencies: Dependencies,
): Pick<Handlers, "punctuality.get" | "punctuality.cases" | "case.lateReason"> {
  const { punctuality, query, lateReasons, views } = dependencies;
  return {
    "punctuality.get": (params, { signal }) => query.view(askedOf(params), signal),
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
    ...{ measuredMs: result.measuredMs, queueMs: result.queueMs ?? null },
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
