import { Type } from "typebox";
import {
  ANSWER_CHANNELS,
  COMPLAINT_CHANNELS,
  COMPLAINT_LATE_REASONS,
  COMPLAINT_OUTCOMES,
  COMPLAINT_PAUSES,
  COMPLAINT_SUBJECTS,
  CORRECTION_REASONS,
  STEP_PASSES,
} from "../sla/complaint.ts";
import { Day, Instant, Nothing, Nullable, record, Uuid } from "./event-shapes.ts";

/** By its number in the standard's own procedure. */
const Step = Type.Integer({ minimum: 1, maximum: 99 });
/** Working days until a complaint is to be answered; null where the library has set none. */
const LimitDays = Nullable(Type.Integer({ minimum: 1, maximum: 365 }));

/**
 * A complaint, on `complaint/<id>`. What it says and who has said it are in an encrypted file of the vault, and so is the
 * answer: nothing here is free text.
 */
export const COMPLAINT_EVENTS = {
  "complaint.received": record({
    /** `P-2026-001`; counts the library's year at this desk, whose letter it names unless that is A: `P-2026-B001`. */
    number: Type.String({ pattern: "^P-\\d{4}-[B-Z]?\\d{3,6}$" }),
    /** The library's own day on which it came. */
    day: Day,
    channel: Type.Enum(COMPLAINT_CHANNELS),
    subject: Type.Enum(COMPLAINT_SUBJECTS),
    standardId: Type.String({ maxLength: 100 }),
    standardVersion: Type.Integer({ minimum: 1 }),
    /** The service it is about, where that is known. */
    case: Nullable(Uuid),
    file: Uuid,
    limitDays: LimitDays,
    /** When it came, where it was written down later: a box, a mailbox. */
    receivedAt: Type.Optional(Instant),
  }),
  "complaint.stepStarted": record({ step: Step }),
  "complaint.stepEnded": record({ step: Step }),
  "complaint.stepPassed": record({ step: Step, why: Type.Enum(STEP_PASSES) }),
  /** By a person, afterwards. */
  "complaint.stepCorrected": record({
    step: Step,
    startedAt: Instant,
    endedAt: Instant,
    reason: Type.Enum(CORRECTION_REASONS),
  }),
  "complaint.paused": record({ reason: Type.Enum(COMPLAINT_PAUSES) }),
  "complaint.resumed": Nothing,
  "complaint.answered": record({ by: Type.Enum(ANSWER_CHANNELS), file: Nullable(Uuid) }),
  "complaint.closed": record({ outcome: Type.Enum(COMPLAINT_OUTCOMES) }),
  "complaint.reopened": Nothing,
  "complaint.withdrawn": Nothing,
  "complaint.lateReasonGiven": record({ reason: Type.Enum(COMPLAINT_LATE_REASONS) }),
  /** On `complaints/site`: the library's own limit, for complaints that come from now on. */
  "complaints.limitSet": record({ limitDays: LimitDays }),
} as const;
