import type { ComplaintId } from "../../../kernel/types.ts";
import type { ComplaintStep } from "../../../sla/standard.ts";
import { addDays, Zone } from "../../../sla/zone.ts";
import type { ComplaintRecord } from "../../../store/complaint-store.ts";
import type { Store } from "../../../store/store.ts";
import type {
  ComplaintCounts,
  ComplaintStepView,
  ComplaintSummary,
  ComplaintView,
} from "../../protocol/complaint-shapes.ts";
import type { ComplaintTexts } from "./complaint-texts.ts";
import type { ComplaintTimings, TimedComplaint } from "./complaint-timings.ts";

/** After so long without an act nobody is at work on it any more. */
const FORGOTTEN_AFTER_MS = 7 * 24 * 60 * 60_000;

type Shown = "open" | "due-today" | "overdue" | "closed";

interface Dependencies {
  readonly store: Pick<Store, "complaints" | "counters">;
  readonly timings: ComplaintTimings;
  readonly texts: ComplaintTexts;
  readonly timeZone: string;
}

/** Complaints as the console shows them. A list has neither texts nor names. */
export class ComplaintViews {
  readonly #deps: Dependencies;
  readonly #zone: Zone;
  #day: { readonly from: Date; readonly to: Date } | undefined;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
    this.#zone = new Zone(dependencies.timeZone);
  }

  list(show: Shown, limit: number, offset: number) {
    const { store } = this.#deps;
    const underWay = store.complaints.underWay().map((record) => this.#summary(record));
    const closed = store.complaints.howManyOver();
    const counts = countsOf(underWay, closed);
    if (show === "closed") {
      const complaints = store.complaints.over(limit, offset).map((record) => this.#summary(record));
      return { complaints, total: closed, counts };
    }
    const shown = show === "open" ? underWay : underWay.filter(({ attention }) => attention === show);
    return { complaints: shown.slice(offset, offset + limit), total: shown.length, counts };
  }

  counts(): ComplaintCounts {
    const { store } = this.#deps;
    const underWay = store.complaints.underWay().map((record) => this.#summary(record));
    return countsOf(underWay, store.complaints.howManyOver());
  }

  view(id: ComplaintId): ComplaintView {
    const { timings, texts, store } = this.#deps;
    const timed = timings.of(id);
    const elsewhere = texts.elsewhere(timed.record.file);
    const { record, standard, steps, timeline, judging } = timed;
    const said = texts.read(record.file);
    const { answer, rounds } = timeline;
    return {
      ...this.#summarized(timed),
      standard: {
        ...{ id: record.standardId, version: record.standardVersion },
        title: standard?.service.title ?? record.standardId,
        hasProcedure: (standard?.complaints.procedure?.steps.length ?? 0) > 0,
      },
      case: record.case ?? null,
      isErased: texts.isErased(record.file),
      textAt: elsewhere === undefined ? null : store.counters.titleOf(elsewhere),
      ...{ text: said?.text ?? null, name: said?.name ?? null, contact: said?.contact ?? null },
      steps: steps.map((step) => stepView(step, timed)),
      pausedFor: timeline.pausedFor,
      answer: answer && {
        ...{ by: answer.by, at: answer.at.toISOString() },
        text: (answer.file !== null && texts.read(answer.file as typeof record.file)?.text) || null,
      },
      ...{ outcome: timeline.outcome, lateReason: timeline.lateReason },
      ...{ rounds: rounds.length, limitDays: record.limitDays, figure: judging.figure },
      ...{ netMs: timeline.netMs, isClockSuspect: timeline.isClockSuspect },
      asOf: timeline.asOf.toISOString(),
    };
  }

  #summary(record: ComplaintRecord): ComplaintSummary {
    return this.#summarized(this.#deps.timings.read(record));
  }

  #summarized(timed: TimedComplaint): ComplaintSummary {
    const { record, timeline, verdict, steps } = timed;
    return {
      ...{ complaint: record.complaint, number: record.number },
      ...{ channel: record.channel, subject: record.subject, status: timeline.status },
      receivedAt: timeline.receivedAt.toISOString(),
      dueAt: verdict.dueAt?.toISOString() ?? null,
      ...{ verdict: verdict.overall, attention: this.#attention(timed), waitMs: timeline.waitMs },
      stepsDone: timeline.steps.filter(({ state }) => state === "done" || state === "passed").length,
      stepsAll: steps.length,
      lastActAt: timeline.lastActAt.toISOString(),
    };
  }

  /** Asked for every complaint of a list, all of them read within moments. */
  #midnightAfter(now: Date): Date {
    const known = this.#day;
    if (known && known.from <= now && now < known.to) return known.to;
    const { date } = this.#zone.localOf(now);
    const [from, to] = [date, addDays(date, 1)].map((day) => this.#zone.instantOf({ date: day, minutes: 0 }));
    this.#day = { from: from ?? now, to: to ?? now };
    return this.#day.to;
  }

  #attention({ timeline, verdict: { dueAt } }: TimedComplaint): ComplaintSummary["attention"] {
    const { status, asOf, lastActAt } = timeline;
    if (status !== "open" && status !== "paused") return null;
    if (dueAt && asOf > dueAt) return "overdue";
    if (dueAt && dueAt < this.#midnightAfter(asOf)) return "due-today";
    return asOf.getTime() - lastActAt.getTime() >= FORGOTTEN_AFTER_MS ? "forgotten" : null;
  }
}

function countsOf(underWay: readonly ComplaintSummary[], closed: number): ComplaintCounts {
  const drawing = (attention: ComplaintSummary["attention"]): number =>
    underWay.filter((one) => one.attention === attention).length;
  return {
    ...{ open: underWay.length, closed },
    ...{ dueToday: drawing("due-today"), overdue: drawing("overdue"), forgotten: drawing("forgotten") },
  };
}

function stepView(
  { seq, text, performer, target, targetText }: ComplaintStep,
  { timeline, verdict }: TimedComplaint,
): ComplaintStepView {
  const timing = timeline.steps.find(({ step }) => step === seq);
  const judged = verdict.steps.find(({ step }) => step === seq);
  return {
    ...{ step: seq, text, performer: performer?.role ?? null },
    ...{ targetSeconds: target?.seconds ?? null, targetText: targetText ?? target?.text ?? null },
    ...{ state: timing?.state ?? "next", passed: timing?.passed ?? null },
    ...{ tookMs: judged?.tookMs ?? null, verdict: judged?.verdict ?? "not-judged" },
    ...{ isCorrected: timing?.isCorrected ?? false, isAbandoned: judged?.isAbandoned ?? false },
    startedAt: timing?.startedAt?.toISOString() ?? null,
    endedAt: timing?.endedAt?.toISOString() ?? null,
  };
}
