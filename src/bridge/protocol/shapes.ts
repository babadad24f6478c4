import { type Static, Type } from "typebox";
import { BOARD_PLACES } from "../../cards/finishing/places.ts";
import { JOB_STATES, REPRINT_REASONS } from "../../cards/print-job.ts";
import { HEALTH_LEVELS } from "../../devices/health.ts";
import { INLISLITE_VERSIONS, MEMBER_HINTS, MEMBER_STATUSES } from "../../inlislite/member.ts";
import {
  CASE_KINDS,
  CASE_STATUSES,
  CHANNELS,
  FIGURES,
  LATE_REASONS,
  PAUSE_REASONS,
  STEP_KEYS,
} from "../../sla/case-event.ts";
import { DeviceId, Instant, nullable, Uuid } from "./basic-shapes.ts";
import { DeviceView } from "./device-views.ts";
import { DeliveryView, HandoverView, VoidedView } from "./handover-shapes.ts";
import { AlsoOpenView, ApplicantView, HolderView, OtherDesk, PaperView } from "./intake-shapes.ts";

export { DeviceId, Instant, nullable, Uuid };

/** Shapes that commands and events share. Every string and list is bounded. */

export const MemberNo = Type.String({ minLength: 1, maxLength: 50 });
export const FrameId = Type.String({
  ...Uuid,
  description: "Names a binary frame: its first 16 bytes are this UUID, the rest is the payload.",
});

export const StepKey = Type.Enum(STEP_KEYS);
export const CaseKind = Type.Enum(CASE_KINDS);
export const Channel = Type.Enum(CHANNELS);
export const PauseReason = Type.Enum(PAUSE_REASONS);
export const ReprintReason = Type.Enum(REPRINT_REASONS);
export type ReprintReason = Static<typeof ReprintReason>;
export const LateReason = Type.Enum(LATE_REASONS);
export type LateReason = Static<typeof LateReason>;

export const MemberView = Type.Object({
  memberId: Type.String({ maxLength: 30 }),
  memberNo: Type.String({ maxLength: 50, description: "Empty where INLISLite has given none." }),
  fullName: Type.String({ maxLength: 255 }),
  memberType: nullable(Type.String({ maxLength: 50 })),
  status: Type.Enum(MEMBER_STATUSES),
  validUntil: nullable(Type.String({ maxLength: 10, description: "`2027-11-22`." })),
  isValidToday: Type.Boolean(),
  hasPhoto: Type.Boolean(),
  photoName: nullable(Type.String({ maxLength: 255, description: "Bare file name, as INLISLite keeps it." })),
  mayHaveCard: Type.Boolean({ description: "False: printing would be refused; a hint says why." }),
  hints: Type.Array(Type.Enum(MEMBER_HINTS), {
    maxItems: MEMBER_HINTS.length,
    description:
      "What to know before a card is made, worst first. `number-shared` as far as known: the local copy must be complete for it.",
  }),
  openCase: nullable(Uuid),
});
export type MemberView = Static<typeof MemberView>;

export const Verdict = Type.Enum(["met", "late", "running", "not-judged", "unresolved"]);

export const StepView = Type.Object({
  key: StepKey,
  text: Type.String({ maxLength: 500, description: "As published, verbatim." }),
  performer: Type.Enum(["officer", "applicant", "unknown"]),
  targetSeconds: nullable(Type.Integer({ minimum: 0 })),
  inStandard: Type.Boolean({
    description: "False for a step the work needs and the standard does not name.",
  }),
  state: Type.Enum(["done", "not-needed", "now", "next"]),
  tookMs: nullable(Type.Integer({ minimum: 0, description: "As of `asOf` for the step that is running." })),
  verdict: Verdict,
  isCorrected: Type.Boolean(),
  isTimerClosed: Type.Boolean({ description: "Nobody ended it in time, and the system stopped its clock." }),
});
export type StepView = Static<typeof StepView>;

export const PrintJobView = Type.Object({
  job: Uuid,
  state: Type.Enum(JOB_STATES),
  printer: DeviceId,
  failure: nullable(Type.String({ maxLength: 60, description: "An error code, in failed and vanished." })),
  mayHaveInk: Type.Boolean(),
  frontOnly: Type.Boolean({ description: "The design has a back, and it stays blank." }),
  confirmedBy: nullable(Type.Enum(["scan", "operator"])),
  reprintOf: nullable(Uuid),
  acceptedAt: Instant,
  updatedAt: Instant,
  times: Type.Array(Type.Object({ state: Type.String({ maxLength: 20 }), at: Instant }), {
    maxItems: 20,
    description: "When each state was reached.",
  }),
});
export type PrintJobView = Static<typeof PrintJobView>;

export const PhotoDeliveryView = Type.Object({
  how: Type.Enum(["page", "direct"]),
  confirmed: Type.Boolean({ description: "Read back from INLISLite: it has the photo." }),
  code: nullable(Type.String({ maxLength: 60, description: "An error code: why not, as far as known." })),
});

export const CaseView = Type.Object({
  case: Uuid,
  kind: CaseKind,
  channel: Channel,
  ticket: nullable(Type.String({ maxLength: 12 })),
  standard: Type.Object({
    id: Type.String({ maxLength: 100 }),
    version: Type.Integer({ minimum: 1 }),
    title: Type.String({ maxLength: 300 }),
    institution: Type.String({ maxLength: 300 }),
    publishedText: Type.String({ maxLength: 100 }),
    publishedSeconds: nullable(Type.Integer()),
    stepSumSeconds: nullable(Type.Integer({ description: "Of the targets of what ran." })),
    coversUnresolved: Type.Boolean({
      description: "The published total does not say which steps it covers.",
    }),
  }),
  member: nullable(MemberView),
  memberAgeMs: nullable(
    Type.Integer({ description: "How old the member data is; null while it cannot be read." }),
  ),
  status: Type.Enum(CASE_STATUSES),
  now: nullable(StepKey),
  work: nullable(
    Type.Enum(STEP_KEYS, {
      description: "The act inside the running step: `print`, then `handover`, in a joined one.",
    }),
  ),
  steps: Type.Array(StepView, { maxItems: 24 }),
  requirements: Type.Array(PaperView, { maxItems: 20, description: "Of the chosen category." }),
  applicant: ApplicantView,
  holder: nullable(HolderView),
  alsoOpen: Type.Array(AlsoOpenView, { maxItems: 20, description: "Other open cases of this member." }),
  grossMs: Type.Integer({ minimum: 0 }),
  netMs: Type.Integer({ minimum: 0 }),
  pausedFor: nullable(PauseReason),
  queueMs: nullable(Type.Integer({ minimum: 0, description: "From the ticket to the call." })),
  promise: Type.Object({
    figure: Type.Enum(FIGURES, {
      description: "What is judged: `gross` counts pauses too, `net` leaves them out.",
    }),
    published: Verdict,
    stepSum: Verdict,
    dueAt: nullable(Instant),
    leftMs: nullable(
      Type.Integer({ description: "Negative once late, null where the promise has no seconds." }),
    ),
  }),
  lateReason: nullable(LateReason),
  isClockSuspect: Type.Boolean(),
  photo: nullable(Uuid),
  photoDelivery: nullable(PhotoDeliveryView),
  jobs: Type.Array(PrintJobView, { maxItems: 50 }),
  cardPlace: nullable(
    Type.Enum(BOARD_PLACES, {
      description: "Where the printed card lies; null before it is, and once it is gone.",
    }),
  ),
  handover: nullable(HandoverView),
  deliveries: Type.Array(DeliveryView, { maxItems: 20, description: "Of the digital card, newest last." }),
  voided: nullable(VoidedView),
  openedAt: Instant,
  readyAt: nullable(Instant),
  asOf: Instant,
});
export type CaseView = Static<typeof CaseView>;

export const StandardView = Type.Object({
  id: Type.String({ maxLength: 100 }),
  version: Type.Integer({ minimum: 1 }),
  title: Type.String({ maxLength: 300 }),
  institution: Type.String({ maxLength: 300 }),
  isPreset: Type.Boolean({ description: "It came with Titian: perhaps another library's." }),
  kind: Type.Enum(["issue", "renewal", "replacement"]),
  cases: Type.Array(CaseKind, { maxItems: 4, description: "Kinds of case that it promises anything for." }),
  channels: Type.Array(Channel, { maxItems: 4 }),
  publishedText: Type.String({ maxLength: 100 }),
  publishedSeconds: nullable(Type.Integer()),
  stepSumSeconds: nullable(Type.Integer()),
  issues: Type.Array(
    Type.Object({
      code: Type.String({ maxLength: 60 }),
      severity: Type.String({ maxLength: 20 }),
      text: Type.String({ maxLength: 1000 }),
    }),
    { maxItems: 60 },
  ),
});
export type StandardView = Static<typeof StandardView>;

export const DependencyView = Type.Object({
  name: Type.Enum(["inlislite", "proxy", "store", "clock", "exchange", "disk", "backup"]),
  health: Type.Enum(HEALTH_LEVELS),
  code: nullable(Type.String({ maxLength: 60, description: "An error code, when not ok." })),
  since: Instant,
});
export type DependencyView = Static<typeof DependencyView>;

export const DeskView = Type.Object({
  desk: Type.String({ maxLength: 40 }),
  deskTitle: Type.String({ maxLength: 80 }),
  otherDesks: Type.Array(OtherDesk, { maxItems: 40 }),
  library: Type.String({ maxLength: 255 }),
  timeZone: Type.String({ maxLength: 60 }),
  inlisliteVersion: nullable(Type.Enum(INLISLITE_VERSIONS)),
  standard: Type.String({ maxLength: 100, description: "The standard a new case starts under." }),
  missingHolidayYear: nullable(
    Type.Integer({ description: "The year whose holidays the calendar lacks; from 1 December the next." }),
  ),
  proxyAddress: nullable(
    Type.String({ maxLength: 60, description: "Where INLISLite is shown through Titian, if it is." }),
  ),
  isSimulated: Type.Boolean(),
  isFirstRun: Type.Optional(Type.Boolean({ description: "There is no titian.toml yet." })),
  isPhotoDirect: Type.Boolean({ description: "Photos kept in the console go straight into INLISLite." }),
  serverTime: Instant,
  dependencies: Type.Array(DependencyView, { maxItems: 10 }),
  devices: Type.Array(DeviceView, { maxItems: 40 }),
  cases: Type.Array(CaseView, { maxItems: 200, description: "Every case that is not yet closed." }),
});
export type DeskView = Static<typeof DeskView>;

export const PairingView = Type.Object({
  origin: Type.String({ maxLength: 200 }),
  state: Type.Enum(["waiting", "granted"]),
  code: nullable(Type.String({ pattern: "^[0-9]{4}$" })),
  since: Instant,
});
export type PairingView = Static<typeof PairingView>;
