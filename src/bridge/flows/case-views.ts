import { BOARD_PLACES, type BoardPlace } from "../../cards/finishing/places.ts";
import { BEFORE_INK, type JobState, type PrintJob } from "../../cards/print-job.ts";
import type { CaseId } from "../../kernel/types.ts";
import { judgeCase } from "../../sla/case-verdict.ts";
import type { CaseRecord } from "../../store/case-store.ts";
import type { Store } from "../../store/store.ts";
import type { Config } from "../config/schema.ts";
import type { CaseView, PrintJobView, StepView } from "../protocol/shapes.ts";
import { alsoOpenViews } from "./also-open.ts";
import { applicantView, paperViews } from "./applicant-views.ts";
import { holderView } from "./case-passing.ts";
import { type CaseTimings, lastOf, type TimedCase } from "./case-timings.ts";
import { deliveryViews, handoverView, voidedView } from "./handover-views.ts";
import type { MemberDirectory } from "./member-directory.ts";
import type { MemberViews } from "./member-views.ts";
import type { JudgingFor } from "./sla/judging-for.ts";

/** Waiting longer for a name than this would hold up the step that is being timed, ms. */
const MEMBER_WITHIN_MS = 3_000;

interface Dependencies {
  readonly timings: CaseTimings;
  readonly members: MemberDirectory;
  readonly memberViews: MemberViews;
  readonly store: Pick<Store, "jobs" | "cases" | "voided" | "finishing">;
  readonly judgingFor: JudgingFor;
  readonly desk: Config["desk"];
}

/** Cases as pages see them: events, standard, member and jobs in one picture, as of now. */
export class CaseViews {
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  /** Asks INLISLite for the member first, and goes on without the answer if it takes too long. */
  async refreshed(caseId: CaseId, signal: AbortSignal): Promise<CaseView> {
    const { member } = this.#deps.timings.of(caseId);
    const budget = AbortSignal.any([signal, AbortSignal.timeout(MEMBER_WITHIN_MS)]);
    if (member) await this.#deps.members.refresh(member, budget);
    return this.of(caseId);
  }

  of(caseId: CaseId): CaseView {
    const timed = this.#deps.timings.of(caseId);
    const { record, standard, timeline } = timed;
    const judging = this.#deps.judgingFor(standard);
    const verdict = judgeCase(standard, timed.plan, timeline, judging);
    const known = timed.member && this.#deps.members.known(timed.member);
    return {
      case: record.case,
      kind: record.kind,
      channel: record.channel,
      ticket: record.ticket ?? null,
      standard: {
        id: standard.id,
        version: standard.version,
        title: standard.service.title,
        institution: standard.institution.name,
        publishedText: standard.promise.published.text,
        publishedSeconds: standard.promise.published.seconds,
        // Once the library has said which steps its total means, the sum of all of them says nothing.
        stepSumSeconds: typeof standard.promise.covers === "string" ? verdict.stepSum.limitSeconds : null,
        coversUnresolved: verdict.isUnresolved,
      },
      member: known ? this.#deps.memberViews.of(known.member) : null,
      memberAgeMs: known ? Math.round(known.ageMs) : null,
      status: timeline.status,
      now: timeline.now,
      work: timeline.nowWork,
      steps: stepViews(timed, verdict.steps),
      requirements: paperViews(timed),
      applicant: applicantView(timed, known?.member.memberType),
      holder: holderView(timed.events, this.#deps.desk),
      alsoOpen: alsoOpenViews(record, this.#deps.store.cases, this.#deps.desk),
      grossMs: timeline.grossMs,
      netMs: timeline.netMs,
      ...{ pausedFor: timeline.pausedFor, queueMs: timeline.queueMs },
      promise: {
        figure: judging.figure,
        published: verdict.published.verdict,
        stepSum: verdict.stepSum.verdict,
        dueAt: verdict.published.dueAt?.toISOString() ?? null,
        leftMs: verdict.published.leftMs,
      },
      lateReason: lastOf(timed.events, "case.lateReasonGiven")?.data.reason ?? null,
      isClockSuspect: timeline.isClockSuspect,
      photo: timed.photo ?? null,
      photoDelivery: timed.photoDelivery ? { code: null, ...timed.photoDelivery } : null,
      jobs: this.#deps.store.jobs.byCase(caseId).map((job) => this.job(job)),
      cardPlace: this.#cardPlace(caseId),
      handover: handoverView(timed.events),
      deliveries: deliveryViews(timed.events),
      voided: voidedView(this.#deps.store.voided.byCase(caseId).at(-1), timeline.asOf),
      openedAt: timeline.openedAt.toISOString(),
      readyAt: timeline.readyAt?.toISOString() ?? null,
      asOf: timeline.asOf.toISOString(),
    };
  }

  /** False while the case's standard has not come to this desk. */
  canShow(record: CaseRecord): boolean {
    return this.#deps.timings.hasStandard(record);
  }

  /** Every case that is not yet closed and whose standard is there, oldest first. */
  open(): CaseView[] {
    return this.#deps.timings.open().map(({ case: id }) => this.of(id));
  }

  #cardPlace(caseId: CaseId): BoardPlace | null {
    const card = this.#deps.store.finishing.byCase(caseId).at(-1);
    return BOARD_PLACES.find((place) => place === card?.place) ?? null;
  }

  job(job: PrintJob): PrintJobView {
    const hadNone: readonly JobState[] = [...BEFORE_INK, "cancelled"];
    const mayHaveInk = job.ink !== "none" && !hadNone.includes(job.state);
    return {
      job: job.job,
      state: job.state,
      printer: job.printer,
      failure: job.failure ?? null,
      mayHaveInk,
      frontOnly: job.frontOnly,
      confirmedBy: job.confirmedBy ?? null,
      reprintOf: job.reprintOf ?? null,
      acceptedAt: job.acceptedAt.toISOString(),
      updatedAt: job.updatedAt.toISOString(),
      times: this.#deps.store.jobs.times(job.job).map(({ state, at }) => ({ state, at: at.toISOString() })),
    };
  }
}

function stepViews(
  { plan, timeline }: TimedCase,
  verdicts: ReturnType<typeof judgeCase>["steps"],
): StepView[] {
  return plan.map((step, index) => {
    const timing = timeline.steps[index];
    const verdict = verdicts[index];
    return {
      key: step.key,
      text: step.text,
      performer: step.performer,
      targetSeconds: step.targetSeconds,
      inStandard: step.inStandard,
      state: timing?.state ?? "next",
      tookMs: verdict?.tookMs ?? null,
      verdict: verdict?.verdict ?? "not-judged",
      isCorrected: timing?.isCorrected ?? false,
      isTimerClosed: timing?.state === "now" && timing.runningSince === null,
    };
  });
}
