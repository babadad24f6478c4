import type { Moment, OneOf } from "../kernel/types.ts";

/** How a complaint came, in the words of the standards' own contacts; a published address is a letter or a visit. */
export const COMPLAINT_CHANNELS = [
  ...(["in-person", "box", "phone", "sms", "whatsapp", "email", "website", "social", "letter"] as const),
] as const;
export type ComplaintChannel = OneOf<typeof COMPLAINT_CHANNELS>;

/** What it is about: as far as they fit the elements of the SKM survey, and what a library hears besides. */
export const COMPLAINT_SUBJECTS = [
  ...(["requirements", "procedure", "waiting-time", "fee", "card", "staff"] as const),
  ...(["facility", "system", "collection", "other"] as const),
] as const;
export type ComplaintSubject = OneOf<typeof COMPLAINT_SUBJECTS>;

/** `no-contact`: a memo without a name can be acted on and not be answered. */
export const ANSWER_CHANNELS = [
  ...(["in-person", "phone", "sms", "whatsapp", "email", "letter", "website", "social"] as const),
  ...(["notice-board", "no-contact"] as const),
] as const;
export type AnswerChannel = OneOf<typeof ANSWER_CHANNELS>;

export const COMPLAINT_PAUSES = [
  ...(["waiting-complainant", "waiting-other-office", "office-closed", "other"] as const),
] as const;
export type ComplaintPause = OneOf<typeof COMPLAINT_PAUSES>;

export const COMPLAINT_OUTCOMES = ["remedied", "explained", "passed-on", "unfounded"] as const;
export type ComplaintOutcome = OneOf<typeof COMPLAINT_OUTCOMES>;

export const COMPLAINT_LATE_REASONS = [
  ...(["waiting-decision", "waiting-other-office", "complainant-away", "many-at-once"] as const),
  ...(["overlooked", "other"] as const),
] as const;
export type ComplaintLateReason = OneOf<typeof COMPLAINT_LATE_REASONS>;

/** Why a step has no time: nobody saw it, as a memo that was written before the box was opened; or it did not happen. */
export const STEP_PASSES = ["not-seen", "not-needed"] as const;
export type StepPass = OneOf<typeof STEP_PASSES>;

/** Why a person sets a step's times afterwards. A list and no words: what is said here stays for ever. */
export const CORRECTION_REASONS = ["forgotten", "wrong-press", "clock-wrong"] as const;
export type CorrectionReason = OneOf<typeof CORRECTION_REASONS>;

export const COMPLAINT_STATUSES = ["open", "paused", "answered", "closed", "withdrawn"] as const;
export type ComplaintStatus = OneOf<typeof COMPLAINT_STATUSES>;

/** What the clock sees of a complaint. The store's catalogue holds the full data; these fields meet it by structure. */
export type ComplaintEvent = Moment &
  (
    | {
        readonly type: "complaint.received";
        /** When it came, where it lay in a box or a mailbox before it was written down. */
        readonly data: { readonly receivedAt?: string };
      }
    | { readonly type: "complaint.stepStarted"; readonly data: { readonly step: number } }
    | { readonly type: "complaint.stepEnded"; readonly data: { readonly step: number } }
    | {
        readonly type: "complaint.stepPassed";
        readonly data: { readonly step: number; readonly why: StepPass };
      }
    | {
        readonly type: "complaint.stepCorrected";
        readonly data: { readonly step: number; readonly startedAt: string; readonly endedAt: string };
      }
    | { readonly type: "complaint.paused"; readonly data: { readonly reason: ComplaintPause } }
    | { readonly type: "complaint.resumed"; readonly data: object }
    | {
        readonly type: "complaint.answered";
        readonly data: { readonly by: AnswerChannel; readonly file: string | null };
      }
    | { readonly type: "complaint.closed"; readonly data: { readonly outcome: ComplaintOutcome } }
    | { readonly type: "complaint.reopened"; readonly data: object }
    | { readonly type: "complaint.withdrawn"; readonly data: object }
    | {
        readonly type: "complaint.lateReasonGiven";
        readonly data: { readonly reason: ComplaintLateReason };
      }
  );
export type ComplaintEventType = ComplaintEvent["type"];
