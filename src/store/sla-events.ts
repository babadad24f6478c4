import { Type } from "typebox";
import { LATE_REASONS, STEP_KEYS } from "../sla/case-event.ts";
import { ABANDON_CAUSES } from "../sla/forgotten.ts";
import { Reason, record } from "./event-shapes.ts";

/** What is said about a case's time, beside the work itself. */
export const SLA_EVENTS = {
  /** By the system: nobody has ended this step, and its time counts for nothing any more. */
  "case.stepAbandoned": record({ step: Type.Enum(STEP_KEYS), why: Type.Enum(ABANDON_CAUSES) }),
  /** By the desk, of a case that came late; the newest one counts. */
  "case.lateReasonGiven": record({ reason: Type.Enum(LATE_REASONS), note: Type.Optional(Reason) }),
} as const;
