import { createHash } from "node:crypto";
import { endedWithoutCard, judgeCase } from "../../../sla/case-verdict.ts";
import { isAbandonedCase } from "../../../sla/forgotten.ts";
import type { Judging } from "../../../sla/promise-verdict.ts";
import type { Standard } from "../../../sla/standard.ts";
import type { CaseResult, StepResult } from "../../../store/case-result.ts";
import type { Judged } from "../../../store/case-results.ts";
import { lastOf, type TimedCase } from "../case-timings.ts";

/** Raised when the same events come to another result than before: every case is then judged again. */
const RULES = 3;

/** What a document says, in short; a document that was read is never changed, and many cases are judged by one. */
const SHORT_OF = new WeakMap<Standard, string>();

function shortOf(standard: Standard): string {
  const known = SHORT_OF.get(standard);
  if (known !== undefined) return known;
  const short = createHash("sha256").update(JSON.stringify(standard)).digest("hex").slice(0, 12);
  SHORT_OF.set(standard, short);
  return short;
}

/** Everything beside a case's own events that its result depends on. Two names that differ may give two results. */
export function judgedBy(standard: Standard, { calendar, ...settings }: Judging): string {
  const { id, version } = standard;
  return JSON.stringify({
    rules: RULES,
    standard: `${id}@${version}`,
    // Two desks may have published one version: which of the two it is for all is known once they have heard of each other.
    document: shortOf(standard),
    calendar: calendar?.version,
    ...settings,
  });
}

/** What a case comes to by these rules, as of its newest event. */
export function judgeResult(timed: TimedCase, judging: Judging): Judged {
  const { record, standard, plan, timeline, events } = timed;
  const verdict = judgeCase(standard, plan, timeline, judging);
  const { published } = verdict;
  const isOver = timeline.status === "handed-over" || endedWithoutCard(timeline);
  const prints = events.filter(({ type }) => type === "case.printRequested").length;
  const result: CaseResult = {
    case: record.case,
    group: {
      standardId: standard.id,
      standardVersion: standard.version,
      kind: record.kind,
      channel: record.channel,
      category: categoryOf(timed),
    },
    desk: lastOf(events, "case.opened")?.desk ?? "",
    ticket: record.ticket,
    day: record.day,
    status: timeline.status,
    openedAt: timeline.openedAt,
    readyAt: timeline.readyAt ?? undefined,
    takenAt: timeline.takenAt ?? undefined,
    closedAt: isOver ? timeline.marks.end.at : undefined,
    published: published.verdict,
    stepSum: verdict.stepSum.verdict,
    overall: verdict.overall,
    isDecided: isDecided(timed),
    measuredMs: published.elapsedMs ?? 0,
    grossMs: timeline.grossMs,
    netMs: timeline.netMs,
    libraryMs: verdict.spent.libraryMs,
    applicantMs: verdict.spent.applicantMs,
    queueMs: timeline.queueMs ?? undefined,
    pauses: verdict.spent.pauses,
    limitSeconds: published.limitSeconds ?? undefined,
    dueAt: published.dueAt ?? undefined,
    isAbandoned: isAbandonedCase(timeline, published.limitSeconds),
    isClockSuspect: timeline.isClockSuspect,
    spoiled: timeline.rework.spoiledCards,
    reprints: Math.max(0, prints - 1),
    lateReason: lastOf(events, "case.lateReasonGiven")?.data.reason,
  };
  return { result, steps: stepResults(timed, verdict.steps), judgedBy: judgedBy(standard, judging) };
}

function stepResults(
  { plan, timeline }: TimedCase,
  verdicts: ReturnType<typeof judgeCase>["steps"],
): readonly StepResult[] {
  return plan.map(({ key, targetSeconds }, index) => ({
    step: key,
    seq: index + 1,
    state: timeline.steps[index]?.state ?? "next",
    verdict: verdicts[index]?.verdict ?? "not-judged",
    isAbandoned: timeline.steps[index]?.isAbandoned ?? false,
    tookMs: verdicts[index]?.tookMs ?? undefined,
    targetSeconds: targetSeconds ?? undefined,
    allowanceSeconds: verdicts[index]?.allowanceSeconds ?? undefined,
  }));
}

/** What was promised has happened: the card is ready, or taken, as the standard has it. */
function isDecided({ standard, timeline }: TimedCase): boolean {
  if (endedWithoutCard(timeline)) return false;
  return (standard.promise.stop === "ready" ? timeline.readyAt : timeline.takenAt) !== null;
}

/** As the desk has said; or else it shows in which of the standard's requirements was brought along. */
function categoryOf({ standard, documents, category }: TimedCase): string {
  if (category !== undefined) return category;
  const ticked = standard.requirements.filter(({ id }) => documents.includes(id));
  const named = ticked.filter(({ categories }) => categories.length > 0);
  return named.length === 1 ? (named[0]?.categories.join("+") ?? "") : "";
}
