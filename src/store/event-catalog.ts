import { type Static, Type } from "typebox";
import { REPRINT_REASONS } from "../cards/print-job.ts";
import { PURPOSE_NAMES, type Purpose } from "../devices/purposes.ts";
import { CASE_KINDS, CHANNELS, PAUSE_REASONS, STEP_KEYS } from "../sla/case-event.ts";
import { BATCH_EVENTS, CALIBRATION_EVENTS } from "./batch-events.ts";
import { CALENDAR_EVENTS } from "./calendar-events.ts";
import { COMPLAINT_EVENTS } from "./complaint-events.ts";
import { COUNTER_EVENTS } from "./counters.ts";
import { DESIGN_EVENTS } from "./design-events.ts";
import { ERASURE_EVENTS } from "./erasure-events.ts";
import { Code, Day, Instant, MemberKey, Nothing, Nullable, Reason, record, Uuid } from "./event-shapes.ts";
import { FINISHING_EVENTS } from "./finishing-events.ts";
import { HANDOVER_EVENTS } from "./handover-events.ts";
import { INTAKE_EVENTS } from "./intake-events.ts";
import { OPERATE_EVENTS } from "./operate-events.ts";
import { OPERATOR_EVENTS } from "./operator-events.ts";
import { PhotoEditsRecord } from "./photo-events.ts";
import { PRINT_EVENTS } from "./print-events.ts";
import { SLA_EVENTS } from "./sla-events.ts";
import { STANDARD_EVENTS } from "./standard-events.ts";
import { SURVEY_EVENTS } from "./survey-events.ts";
import { TICKET_EVENTS } from "./ticket-events.ts";
import { UPDATE_EVENTS } from "./update-events.ts";

const Steps = Type.Array(Type.Enum(STEP_KEYS), { minItems: 1, maxItems: STEP_KEYS.length });

/**
 * Everything that may ever be written to the log: type → the schema of its data. Types may be added and fields may be
 * added as optional; nothing changes meaning. A member appears only as memberId and memberKey.
 */
export const EVENTS = {
  "case.opened": record({
    kind: Type.Enum(CASE_KINDS),
    channel: Type.Enum(CHANNELS),
    standardId: Type.String({ maxLength: 100 }),
    standardVersion: Type.Integer({ minimum: 1 }),
    memberId: Nullable(Type.String({ maxLength: 30 })),
    memberKey: Nullable(MemberKey),
    ticket: Nullable(Type.String({ maxLength: 12 })),
    /** The site's own day the ticket belongs to. */
    day: Type.Optional(Day),
    /** Whether its card was to have a photo, by the designs chosen then. */
    needsPhoto: Type.Optional(Type.Boolean()),
  }),
  "case.memberLinked": record({ memberId: Type.String({ maxLength: 30 }), memberKey: MemberKey }),
  "case.requirementsChecked": record({
    documents: Type.Array(Type.String({ maxLength: 60 }), { maxItems: 20 }),
  }),
  "case.stepDone": record({ step: Type.Enum(STEP_KEYS), result: Type.Enum(["done", "not-needed"]) }),
  /** One act ended several pieces of work; they share its time. */
  "case.stepsDone": record({ steps: Steps }),
  "case.photoTaken": record({
    photo: Uuid,
    source: Type.Enum(["camera", "browser", "folder", "file", "previous"]),
    /** Work that the same act ended. */
    also: Type.Optional(Steps),
    /** The picture it was made of, in the vault too, and how. */
    original: Type.Optional(Uuid),
    edits: Type.Optional(PhotoEditsRecord),
  }),
  /** Into INLISLite: by its own page, or directly. Unconfirmed: with the reason, as far as it is known. */
  "case.photoDelivered": record({
    how: Type.Enum(["page", "direct"]),
    confirmed: Type.Boolean(),
    code: Type.Optional(Code),
  }),
  "case.dataChecked": record({ revised: Type.Boolean() }),
  "case.printRequested": record({ job: Uuid }),
  "case.printConfirmed": record({ job: Uuid, by: Type.Enum(["scan", "operator"]) }),
  "case.cardSpoiled": record({ job: Uuid, reason: Type.Enum(REPRINT_REASONS) }),
  /** A step that a mistaken scan had ended goes on, as if nothing had been said. */
  "case.stepUndone": record({ step: Type.Enum(STEP_KEYS) }),
  "case.cardCut": Nothing,
  "case.cardLaminated": Nothing,
  "case.madeReady": Nothing,
  "case.paused": record({ reason: Type.Enum(PAUSE_REASONS) }),
  "case.resumed": Nothing,
  "case.cancelled": record({ reason: Reason }),
  "case.stepCorrected": record({
    step: Type.Enum(STEP_KEYS),
    startedAt: Instant,
    endedAt: Instant,
    reason: Reason,
  }),
  ...PRINT_EVENTS,
  ...DESIGN_EVENTS,
  "desk.started": record({ version: Type.String({ maxLength: 20 }) }),
  "desk.stopped": Nothing,
  "desk.clockJumped": record({ wallMs: Type.Integer(), monotonicMs: Type.Integer() }),
  "device.healthChanged": record({
    reasons: Type.Array(Type.String({ maxLength: 40 }), { maxItems: 20 }),
  }),
  /** A device that was found and taken into use at the console, beside those of the configuration file. */
  "device.adopted": record({
    driver: Type.String({ maxLength: 40 }),
    options: Type.Record(
      Type.String({ maxLength: 60 }),
      Type.Union([Type.String({ maxLength: 500 }), Type.Number(), Type.Boolean()]),
    ),
  }),
  "device.forgotten": Nothing,
  "device.renamed": record({ title: Nullable(Type.String({ maxLength: 60 })) }),
  "device.switched": record({ on: Type.Boolean() }),
  "desk.routed": record({
    purpose: Type.Enum(PURPOSE_NAMES as Purpose[]),
    device: Nullable(Type.String({ maxLength: 40 })),
  }),
  "pairing.granted": record({
    origin: Type.String({ maxLength: 200 }),
    tokenHash: Type.String({ pattern: "^[0-9a-f]{64}$" }),
  }),
  "pairing.revoked": record({ origin: Type.String({ maxLength: 200 }) }),
  ...BATCH_EVENTS,
  ...CALIBRATION_EVENTS,
  "vault.erased": record({ file: Uuid, why: Reason }),
  ...FINISHING_EVENTS,
  ...HANDOVER_EVENTS,
  ...STANDARD_EVENTS,
  ...CALENDAR_EVENTS,
  ...SLA_EVENTS,
  ...TICKET_EVENTS,
  ...UPDATE_EVENTS,
  ...SURVEY_EVENTS,
  ...COMPLAINT_EVENTS,
  ...INTAKE_EVENTS,
  ...OPERATE_EVENTS,
  ...OPERATOR_EVENTS,
  ...COUNTER_EVENTS,
  ...ERASURE_EVENTS,
} as const;

export type EventType = keyof typeof EVENTS;
export type EventData<T extends EventType> = Static<(typeof EVENTS)[T]>;

/** What a caller appends. The log adds id, desk, sequence, wall time, monotonic time and boot id. */
export type NewEvent = {
  readonly [T in EventType]: { readonly stream: string; readonly type: T; readonly data: EventData<T> };
}[EventType] & { readonly operator?: string };

/** One line of the log, as read back. */
export type StoredEvent = {
  readonly [T in EventType]: {
    /** UUIDv7. */
    readonly id: string;
    readonly desk: string;
    /** Counts from 1 per desk without a gap. */
    readonly seq: number;
    /**
     * `case/<id>`, `print/<id>`, `batch/<id>`, `device/<id>`, `printer/<device>`, `desk/<id>`, `update/<desk>`, `design/<name>`,
     * `pairing/<hash>`, `vault/<id>`, `card/<job>` or `card/<memberKey>`, `lamination/<id>`, `machine/<id>`,
     * `stock/<item>`, `standard/<id>`, `calendar/site`, `survey/<standard>`, `complaint/<id>`,
     * `complaints/site`, `operator/<id>`, `counter/<desk>` or `erasure/<memberKey>`.
     */
    readonly stream: string;
    readonly type: T;
    readonly data: EventData<T>;
    readonly at: Date;
    readonly monotonicMs: number;
    readonly bootId: string;
    readonly operator: string | undefined;
    /** Orders events of several desks: close to `at`, and above everything that the desk had seen. */
    readonly logical: number;
  };
}[EventType];
