import { Type } from "typebox";
import { CASE_KINDS, QUEUE_EXITS } from "../sla/case-event.ts";
import { Nothing, record } from "./event-shapes.ts";

export const TICKET_PLACES = ["desk", "kiosk"] as const;

/**
 * A case before its service: somebody holds a number. `case.opened` follows on the same stream when the service begins, and
 * nothing does where nobody was served. Nobody is known by more than the number.
 */
export const TICKET_EVENTS = {
  "case.queued": record({
    ticket: Type.String({ pattern: "^[A-Z]-[0-9]{3,6}$" }),
    /** The site's own day the ticket belongs to. */
    day: Type.String({ pattern: "^\\d{4}-\\d\\d-\\d\\d$" }),
    /** What was asked for, as far as it was said; the desk decides when it opens the case. */
    kind: Type.Optional(Type.Enum(CASE_KINDS)),
    from: Type.Enum(TICKET_PLACES),
  }),
  /** To the desk with this name. Again where nobody came at once. */
  "case.called": record({ counter: Type.String({ maxLength: 80 }) }),
  /** Called, and nobody came; the number may be called once more later. */
  "case.missed": Nothing,
  "case.queueLeft": record({ why: Type.Enum(QUEUE_EXITS) }),
} as const;
