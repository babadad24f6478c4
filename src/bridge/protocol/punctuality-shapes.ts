import { type Static, Type } from "typebox";
import { CASE_STATUSES, FIGURES } from "../../sla/case-event.ts";
import { BUSINESS_DAY_RULES, PROMISE_ENDS } from "../../sla/standard.ts";
import { Instant, nullable, Uuid } from "./basic-shapes.ts";
import { CaseKind, Channel, LateReason, StepKey, Verdict } from "./shapes.ts";

export const Day = Type.String({
  pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
  description: "A day in the library's own calendar, `2026-11-24`.",
});
const StandardId = Type.String({ maxLength: 100 });
const Category = Type.String({
  maxLength: 120,
  description: "As the standard names it; empty: nobody has said it.",
});
const Count = Type.Integer({ minimum: 0 });
const Ms = Type.Number({ minimum: 0, description: "ms" });

export const PunctualityFilter = {
  from: Day,
  to: Day,
  standard: Type.Optional(StandardId),
  step: Type.Optional(StepKey),
  channel: Type.Optional(Channel),
  kind: Type.Optional(CaseKind),
  category: Type.Optional(Category),
};

const Share = Type.Object({
  judged: Count,
  onTime: Count,
  onTimePercent: nullable(
    Type.Number({ minimum: 0, maximum: 100, description: "Null with fewer than five judged." }),
  ),
});

export const SummaryView = Type.Object({
  n: Type.Integer({ minimum: 0, description: "Ended and measured, abandoned timers included." }),
  ...Share.properties,
  medianMs: nullable(Ms),
  p90Ms: nullable(Ms),
  maxMs: nullable(Ms),
  list: nullable(
    Type.Array(Ms, {
      maxItems: 100,
      description: "Every time in ascending order where there are too few for a percentage.",
    }),
  ),
  unresolved: Type.Integer({
    minimum: 0,
    description: "The standard promises two things, and they give two results.",
  }),
  abandoned: Type.Integer({ minimum: 0, description: "Forgotten timers: in no average and no share." }),
  clockSuspect: Type.Integer({ minimum: 0, description: "The PC's clock was set while they ran." }),
});
export type SummaryView = Static<typeof SummaryView>;

const part = <const K extends Parameters<typeof Type.Object>[0]>(key: K) =>
  Type.Object({ ...key, summary: SummaryView });

export const MeasuredStepView = Type.Object({
  step: StepKey,
  text: Type.String({ maxLength: 500, description: "As published, verbatim." }),
  performer: Type.Enum(["officer", "applicant", "unknown"]),
  inStandard: Type.Boolean(),
  targetSeconds: nullable(Count),
  overMs: Type.Number({ minimum: 0, description: "How far all late ones went over together, ms." }),
  summary: SummaryView,
});
export type MeasuredStepView = Static<typeof MeasuredStepView>;

const BarView = Type.Object({
  fromMs: Ms,
  toMs: nullable(Ms),
  onTime: Count,
  late: Count,
  other: Count,
});
export type BarView = Static<typeof BarView>;

const TrendPoint = Type.Object({
  at: Type.String({ maxLength: 10, description: "`2026-11-24`, or `2026-11` by month." }),
  onTime: Count,
  late: Count,
  other: Count,
  medianMs: nullable(Ms),
});
export type TrendPoint = Static<typeof TrendPoint>;

/** From where the promises of the cases count. */
export const QUEUE_COUNTS = ["from-ticket", "from-call", "both"] as const;

/** The wait before the service: from the ticket to the call. Null where nobody has taken a number. */
const QueueFigures = Type.Object({
  called: Type.Integer({ minimum: 0, description: "Cases of which the wait is known." }),
  medianMs: nullable(Ms),
  p90Ms: nullable(Ms),
  maxMs: nullable(Ms),
  counts: Type.Enum(QUEUE_COUNTS, {
    description:
      "Whether the promises count the wait: from the ticket, from the call, or some so and some so.",
  }),
  numbers: nullable(
    Type.Object(
      { taken: Count, served: Count, absent: Count, withdrawn: Count, forgotten: Count, inQueue: Count },
      { description: "Of all numbers of these days; null where a part of the cases is chosen." },
    ),
  ),
});
export type QueueFigures = Static<typeof QueueFigures>;

export const PunctualityView = Type.Object({
  from: Day,
  to: Day,
  asOf: Instant,
  isCatchingUp: Type.Boolean({ description: "Older cases are still being judged; the figures grow." }),
  figure: Type.Enum(FIGURES),
  countsOpenHoursOnly: Type.Boolean(),
  calendarVersions: Type.Array(Type.String({ maxLength: 120 }), { maxItems: 20 }),
  ends: Type.Array(Type.Enum(PROMISE_ENDS), {
    maxItems: 3,
    description:
      "What ends the promises of these cases: the card is ready, it is handed over, or those steps are done that the library has said its total means.",
  }),
  dueRules: Type.Array(Type.Enum(BUSINESS_DAY_RULES), {
    maxItems: 3,
    description: "How those in working days are read; empty where all are in minutes.",
  }),
  opened: Type.Integer({ minimum: 0, description: "Every case of these days, whatever became of it." }),
  open: Type.Integer({ minimum: 0, description: "Not yet ended, and so not measured." }),
  cancelled: Count,
  notServed: Type.Integer({
    minimum: 0,
    description: "The standard leaves the applicant out, or the papers were not there.",
  }),
  summary: SummaryView,
  both: nullable(
    Type.Object(
      { published: Share, stepSum: Share },
      { description: "While the standard does not say which steps its total covers: by each reading." },
    ),
  ),
  perCase: nullable(
    Type.Object(
      { measuredMs: Ms, libraryMs: Ms, applicantMs: Ms, pausedMs: Ms },
      { description: "Means. What is neither the library's nor the applicant's belongs to no step." },
    ),
  ),
  queue: nullable(QueueFigures),
  standards: Type.Array(
    part({
      standard: StandardId,
      versions: Type.Array(Type.Integer({ minimum: 1 }), { maxItems: 100 }),
      title: Type.String({ maxLength: 300 }),
      institution: Type.String({ maxLength: 300 }),
      publishedText: Type.String({ maxLength: 100 }),
      publishedSeconds: nullable(Count),
      coversUnresolved: Type.Boolean(),
    }),
    { maxItems: 100 },
  ),
  kinds: Type.Array(part({ kind: CaseKind }), { maxItems: 10 }),
  channels: Type.Array(part({ channel: Channel }), { maxItems: 10 }),
  categories: Type.Array(part({ category: Category }), { maxItems: 50 }),
  steps: Type.Array(MeasuredStepView, {
    maxItems: 24,
    description: "Of one standard, in the order of the work; empty while cases of several are shown.",
  }),
  bottleneck: nullable(
    Type.Object({
      step: StepKey,
      by: Type.Enum(["over-target", "longest"], {
        description: "Most time over its target; or, where nothing went over, the longest median.",
      }),
    }),
  ),
  distribution: Type.Object({
    limitMs: nullable(Ms),
    widthMs: Ms,
    bars: Type.Array(BarView, { maxItems: 100 }),
  }),
  trend: Type.Object({
    by: Type.Enum(["day", "month"]),
    points: Type.Array(TrendPoint, { maxItems: 400 }),
  }),
  lateReasons: Type.Array(Type.Object({ reason: nullable(LateReason), count: Count }), { maxItems: 20 }),
});
export type PunctualityView = Static<typeof PunctualityView>;

export const PunctualCaseView = Type.Object({
  case: Uuid,
  ticket: nullable(Type.String({ maxLength: 12 })),
  desk: Type.String({ maxLength: 40 }),
  day: Day,
  standard: StandardId,
  kind: CaseKind,
  channel: Channel,
  category: Category,
  status: Type.Enum(CASE_STATUSES),
  published: Verdict,
  stepSum: Verdict,
  overall: Verdict,
  isDecided: Type.Boolean(),
  measuredMs: Ms,
  queueMs: nullable(Ms),
  limitSeconds: nullable(Count),
  dueAt: nullable(Instant),
  isAbandoned: Type.Boolean(),
  isClockSuspect: Type.Boolean(),
  spoiled: Count,
  lateReason: nullable(LateReason),
  openedAt: Instant,
  closedAt: nullable(Instant),
});
export type PunctualCaseView = Static<typeof PunctualCaseView>;
