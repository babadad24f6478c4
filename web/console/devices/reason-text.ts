import type { Messages } from "../../messages/id.ts";
import type { ReasonText } from "../../messages/id-devices.ts";

const isReason = (text: Messages, reason: string): reason is keyof Messages["reasons"] =>
  Object.hasOwn(text.reasons, reason);

/** A newer daemon may name a reason this page has never heard of. */
export function reasonText(text: Messages, reason: string | undefined): ReasonText {
  return reason !== undefined && isReason(text, reason) ? text.reasons[reason] : text.unknownReason;
}

/** A fault's name as people read it: most faults are called like the reason they bring about. */
export function faultName(text: Messages, fault: string): string {
  return text.faults[fault] ?? (isReason(text, fault) ? text.reasons[fault].what : fault);
}
