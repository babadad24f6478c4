import { type Static, Type } from "typebox";
import { FIGURES } from "../../sla/case-event.ts";
import {
  ANSWER_CHANNELS,
  COMPLAINT_CHANNELS,
  COMPLAINT_LATE_REASONS,
  COMPLAINT_OUTCOMES,
  COMPLAINT_PAUSES,
  COMPLAINT_STATUSES,
  COMPLAINT_SUBJECTS,
  CORRECTION_REASONS,
  STEP_PASSES,
} from "../../sla/complaint.ts";
import { Instant, nullable, Uuid } from "./basic-shapes.ts";
import { LONGEST_COMPLAINT, LONGEST_NAME } from "./limits.ts";
import { Day, SummaryView } from "./punctuality-shapes.ts";
import { Verdict } from "./shapes.ts";

export type {
  AnswerChannel,
  ComplaintChannel,
  ComplaintSubject,
  CorrectionReason,
} from "../../sla/complaint.ts";

export const ComplaintChannelShape = Type.Enum(COMPLAINT_CHANNELS);
export const ComplaintSubjectShape = Type.Enum(COMPLAINT_SUBJECTS);
export const AnswerChannelShape = Type.Enum(ANSWER_CHANNELS);
export const ComplaintPauseShape = Type.Enum(COMPLAINT_PAUSES);
export const ComplaintOutcomeShape = Type.Enum(COMPLAINT_OUTCOMES);
export const ComplaintLateReasonShape = Type.Enum(COMPLAINT_LATE_REASONS);
export const CorrectionReasonShape = Type.Enum(CORRECTION_REASONS);
export const StepPassShape = Type.Enum(STEP_PASSES);

const Ms = Type.Integer({ minimum: 0, description: "ms" });
const Count = Type.Integer({ minimum: 0 });
export const StepNumber = Type.Integer({
  minimum: 1,
  maximum: 99,
  description: "Of the standard's own complaint procedure.",
});
export const LimitDays = nullable(
  Type.Integer({ minimum: 1, maximum: 365, description: "Working days; null: no limit." }),
);
const StandardId = Type.String({ maxLength: 100 });

export const ComplaintSummary = Type.Object({
  complaint: Uuid,
  number: Type.String({ maxLength: 16, description: "`P-2026-001`." }),
  channel: ComplaintChannelShape,
  subject: ComplaintSubjectShape,
  status: Type.Enum(COMPLAINT_STATUSES),
  receivedAt: Instant,
  dueAt: nullable(Instant),
  verdict: Verdict,
  attention: nullable(
    Type.Enum(["overdue", "due-today", "forgotten"], {
      description:
        "Why somebody should look at it now. `forgotten`: an answer is owed and nobody has done anything for a week.",
    }),
  ),
  waitMs: Type.Integer({
    minimum: 0,
    description: "While an answer was owed, ms; as of `asOf` while it is.",
  }),
  stepsDone: Count,
  stepsAll: Count,
  lastActAt: Instant,
});
export type ComplaintSummary = Static<typeof ComplaintSummary>;

export const ComplaintStepView = Type.Object({
  step: StepNumber,
  text: Type.String({
    maxLength: 500,
    description: "As published, verbatim. Empty: the standard names no step.",
  }),
  performer: nullable(Type.String({ maxLength: 60 })),
  targetSeconds: nullable(Count),
  targetText: nullable(Type.String({ maxLength: 100, description: "As published, `(sesuai kebutuhan)`." })),
  state: Type.Enum(["next", "now", "done", "passed"]),
  passed: nullable(StepPassShape),
  tookMs: nullable(Ms),
  verdict: Verdict,
  isCorrected: Type.Boolean(),
  isAbandoned: Type.Boolean({ description: "Its timer was left to run: in no average." }),
  startedAt: nullable(Instant),
  endedAt: nullable(Instant),
});
export type ComplaintStepView = Static<typeof ComplaintStepView>;

export const ComplaintView = Type.Object({
  ...ComplaintSummary.properties,
  standard: Type.Object({
    id: StandardId,
    version: Type.Integer({ minimum: 1 }),
    title: Type.String({ maxLength: 300 }),
    hasProcedure: Type.Boolean({ description: "False: it says nothing about how complaints are handled." }),
  }),
  case: nullable(Uuid),
  isErased: Type.Boolean({ description: "What it says is no longer kept; its times are." }),
  text: nullable(
    Type.String({
      maxLength: LONGEST_COMPLAINT,
      description: "Null once erased, or where it cannot be read.",
    }),
  ),
  textAt: nullable(
    Type.String({
      maxLength: 80,
      description: "How people call the other desk that keeps what was said: read and erased there.",
    }),
  ),
  name: nullable(Type.String({ maxLength: LONGEST_NAME })),
  contact: nullable(Type.String({ maxLength: LONGEST_NAME })),
  steps: Type.Array(ComplaintStepView, { maxItems: 99 }),
  pausedFor: nullable(ComplaintPauseShape),
  answer: nullable(
    Type.Object({
      by: AnswerChannelShape,
      at: Instant,
      text: nullable(Type.String({ maxLength: LONGEST_COMPLAINT })),
    }),
  ),
  outcome: nullable(ComplaintOutcomeShape),
  lateReason: nullable(ComplaintLateReasonShape),
  rounds: Type.Integer({ minimum: 1, description: "One more each time it was opened again." }),
  limitDays: LimitDays,
  figure: Type.Enum(FIGURES),
  netMs: Ms,
  isClockSuspect: Type.Boolean(),
  asOf: Instant,
});
export type ComplaintView = Static<typeof ComplaintView>;

export const ComplaintCounts = Type.Object({
  open: Count,
  dueToday: Count,
  overdue: Count,
  forgotten: Count,
  closed: Count,
});
export type ComplaintCounts = Static<typeof ComplaintCounts>;

export const ComplaintOffer = Type.Object({
  standards: Type.Array(
    Type.Object({
      id: StandardId,
      title: Type.String({ maxLength: 300 }),
      institution: Type.String({ maxLength: 300 }),
      contacts: Type.Array(
        Type.Object({
          type: Type.String({ maxLength: 40 }),
          value: nullable(Type.String({ maxLength: 300 })),
        }),
        { maxItems: 40, description: "Where to complain, as published." },
      ),
      steps: Type.Integer({ minimum: 0, description: "Of its own complaint procedure; 0: it has none." }),
    }),
    { maxItems: 200 },
  ),
  standard: StandardId,
  limitDays: LimitDays,
  keepDays: Type.Integer({
    minimum: 1,
    description: "Days for which texts are kept once a complaint is over.",
  }),
  hasHours: Type.Boolean({
    description: "False: nobody has said when the library is open, so nothing is due.",
  }),
});
export type ComplaintOffer = Static<typeof ComplaintOffer>;

const part = <const K extends Parameters<typeof Type.Object>[0]>(key: K) =>
  Type.Object({ ...key, summary: SummaryView });

export const ComplaintFigures = Type.Object({
  from: Day,
  to: Day,
  received: Type.Integer({
    minimum: 0,
    description: "Of these days; all other figures are of these complaints.",
  }),
  waiting: Type.Integer({ minimum: 0, description: "No answer yet." }),
  withdrawn: Count,
  reopened: Count,
  openAtEnd: Type.Integer({
    minimum: 0,
    description: "An answer was owed at the end of the last day, whenever they came.",
  }),
  summary: SummaryView,
  months: Type.Array(part({ month: Type.String({ maxLength: 7 }), openAtEnd: Count, received: Count }), {
    maxItems: 13,
  }),
  channels: Type.Array(part({ channel: ComplaintChannelShape, received: Count }), {
    maxItems: COMPLAINT_CHANNELS.length,
  }),
  subjects: Type.Array(part({ subject: ComplaintSubjectShape, received: Count }), {
    maxItems: COMPLAINT_SUBJECTS.length,
  }),
  steps: Type.Array(
    part({
      standard: StandardId,
      step: StepNumber,
      text: Type.String({ maxLength: 500 }),
      targetSeconds: nullable(Count),
    }),
    { maxItems: 400 },
  ),
  outcomes: Type.Array(Type.Object({ outcome: ComplaintOutcomeShape, count: Count }), {
    maxItems: COMPLAINT_OUTCOMES.length,
  }),
  lateReasons: Type.Array(Type.Object({ reason: nullable(ComplaintLateReasonShape), count: Count }), {
    maxItems: COMPLAINT_LATE_REASONS.length + 1,
  }),
  limits: Type.Array(Type.Integer({ minimum: 1 }), {
    maxItems: 366,
    description: "The limits by which they are judged, working days.",
  }),
  figure: Type.Enum(FIGURES),
  calendarVersions: Type.Array(Type.String({ maxLength: 120 }), { maxItems: 20 }),
});
export type ComplaintFigures = Static<typeof ComplaintFigures>;
