import { Type } from "typebox";
import { OPERATOR_ROLES } from "../kernel/operator-role.ts";
import { Instant, Nothing, record } from "./event-shapes.ts";

/** `changed`: another PIN or role was given to them. `longest`: as long as one sign-in may last. */
export const SIGN_OUT_REASONS = [
  ...(["asked", "switched", "idle", "longest", "changed", "removed", "stopped"] as const),
] as const;
export type SignOutReason = (typeof SIGN_OUT_REASONS)[number];

/** Who stood behind a change: the operator's own hand, one with more rights, or whoever has this PC's command line. */
export const CHANGED_BY = ["self", "other", "command-line"] as const;
export type ChangedBy = (typeof CHANGED_BY)[number];

const by = Type.Enum(CHANGED_BY);

/**
 * Whom the events are about stands in the stream, `operator/<id>`, and who did it in the event's own `operator`. Neither a name
 * nor a PIN nor its hash is ever here: the log may be copied.
 */
export const OPERATOR_EVENTS = {
  "operator.created": record({ role: Type.Enum(OPERATOR_ROLES), by }),
  "operator.changed": record({ role: Type.Enum(OPERATOR_ROLES), isRenamed: Type.Boolean() }),
  "operator.pinChanged": record({ by }),
  "operator.removed": record({ by }),
  "operator.signedIn": Nothing,
  "operator.signedOut": record({ why: Type.Enum(SIGN_OUT_REASONS) }),
  "operator.pinRefused": Nothing,
  "operator.lockedOut": record({ until: Instant }),
  "operator.unlocked": record({ by }),
} as const;
