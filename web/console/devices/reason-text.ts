import type { Messages } from "../../messages/id.ts";
import type { ReasonText } from "../../messages/id-devices.ts";

type Reasons = Pick<Messages, "reasons" | "unknownReason">;

const isReason = (text: Reasons, reason: string): reason is keyof Messages["reasons"] =>
  Object.hasOwn(text.reasons, reason);

/** A newer daemon may name a reason this page has never heard of. */
export function reasonText(text: Reasons, reason: string | undefined): ReasonText {
  return reason !== undefined && isReason(text, reason) ? text.reasons[reason] : text.unknownReason;
}

/** What simulated faults are called, where not like the reason that they bring about. */
const REASON_OF: Readonly<Record<string, string>> = {
  unplug: "not-connected",
  busy: "in-use-elsewhere",
  "out-of-cards": "cards-empty",
  "ribbon-end": "ribbon-empty",
  "paper-out": "paper-empty",
};

export const reasonOfFault = (fault: string): string => REASON_OF[fault] ?? fault;

/** A fault's name as people read it. */
export function faultName(text: Messages, fault: string): string {
  const reason = reasonOfFault(fault);
  return text.faults[fault] ?? (isReason(text, reason) ? text.reasons[reason].what : fault);
}
