import type { Moment, OneOf } from "../kernel/types.ts";

/** A step of a published standard. What each means: docs/glossary.md. */
export const STEP_KEYS = [
  "intake",
  "form-paper",
  "form-electronic",
  "data-entry",
  "report-number",
  "note-number",
  "photo",
  "photo-upload",
  "verify",
  "approve",
  "revise",
  "print",
  "cut",
  "laminate",
  "handover",
  "receipt",
  "scan-in",
  "cut-and-laminate",
  "print-and-handover",
  "data-entry-and-print",
] as const;
export type StepKey = OneOf<typeof STEP_KEYS>;

export const CASE_KINDS = ["new", "renewal", "lost", "damaged"] as const;
export type CaseKind = OneOf<typeof CASE_KINDS>;

export const CHANNELS = ["in-person", "online"] as const;
export type Channel = OneOf<typeof CHANNELS>;

/** Where a case stands. `not-served`: the standard leaves this applicant out, or the papers never came. */
export const CASE_STATUSES = ["open", "paused", "ready", "handed-over", "cancelled", "not-served"] as const;
export type CaseStatus = OneOf<typeof CASE_STATUSES>;

/** Gross is door to door, as the public reads a promise; net leaves the pauses out. Printed on every report. */
export const FIGURES = ["gross", "net"] as const;
export type Figure = OneOf<typeof FIGURES>;

/** Why nobody is at fault while the clock stands. */
export const PAUSE_REASONS = [
  "applicant-away",
  "missing-document",
  "waiting-photo",
  "office-closed",
  "power-cut",
  "other",
] as const;
export type PauseReason = OneOf<typeof PAUSE_REASONS>;

/** Why a case came late, as the desk says afterwards. `other` has a few words beside it. */
export const LATE_REASONS = [
  "inlislite-away",
  "printer-stopped",
  "long-queue",
  "lamination-queue",
  "documents-missing",
  "data-correction",
  "power-cut",
  "other",
] as const;
export type LateReason = OneOf<typeof LATE_REASONS>;

/** Why nobody waits under a number any more, although nobody was served: given back, or still there when the day was over. */
export const QUEUE_EXITS = ["withdrawn", "past-closing"] as const;
export type QueueExit = OneOf<typeof QUEUE_EXITS>;

/** Why somebody leaves without a card: the document does not serve them, or what it asks for is not there. */
export const REFUSALS = ["category", "documents-missing"] as const;
export type Refusal = OneOf<typeof REFUSALS>;

/** What the clock sees of a case. The store's catalogue holds the full data; these fields meet it by structure. */
export type CaseEvent = Moment &
  (
    | {
        readonly type: "case.opened";
        readonly data: {
          readonly kind: CaseKind;
          readonly channel: Channel;
          readonly standardId: string;
          readonly standardVersion: number;
        };
      }
    | { readonly type: "case.queued"; readonly data: object }
    | { readonly type: "case.called"; readonly data: object }
    | { readonly type: "case.missed"; readonly data: object }
    | { readonly type: "case.queueLeft"; readonly data: object }
    | { readonly type: "case.memberLinked"; readonly data: object }
    | { readonly type: "case.requirementsChecked"; readonly data: { readonly documents: readonly string[] } }
    | {
        readonly type: "case.stepDone";
        readonly data: { readonly step: StepKey; readonly result: "done" | "not-needed" };
      }
    | { readonly type: "case.stepsDone"; readonly data: { readonly steps: readonly StepKey[] } }
    | { readonly type: "case.photoTaken"; readonly data: { readonly also?: readonly StepKey[] } }
    | { readonly type: "case.photoDelivered"; readonly data: object }
    | { readonly type: "case.dataChecked"; readonly data: { readonly revised: boolean } }
    | { readonly type: "case.printRequested"; readonly data: { readonly job: string } }
    | {
        readonly type: "case.printConfirmed";
        readonly data: { readonly job: string; readonly by: "scan" | "operator" };
      }
    | { readonly type: "case.cardSpoiled"; readonly data: { readonly job: string; readonly reason: string } }
    | { readonly type: "case.stepUndone"; readonly data: { readonly step: StepKey } }
    | { readonly type: "case.cardCut"; readonly data: object }
    | { readonly type: "case.cardLaminated"; readonly data: object }
    | { readonly type: "case.madeReady"; readonly data: object }
    | {
        readonly type: "case.handedOver";
        readonly data: { readonly phoneConfirmed: boolean; readonly signature: "drawn" | "paper" };
      }
    | { readonly type: "case.cardSending"; readonly data: object }
    | { readonly type: "case.cardDelivered"; readonly data: { readonly endsCase: boolean } }
    | { readonly type: "case.paused"; readonly data: { readonly reason: PauseReason } }
    | { readonly type: "case.resumed"; readonly data: object }
    | { readonly type: "case.cancelled"; readonly data: { readonly reason: string } }
    | { readonly type: "case.notServed"; readonly data: { readonly reason: Refusal } }
    | { readonly type: "case.categorized"; readonly data: { readonly category: string } }
    | { readonly type: "case.papersBrought"; readonly data: { readonly documents: readonly string[] } }
    | { readonly type: "case.passedOn"; readonly data: object }
    | { readonly type: "case.takenOver"; readonly data: object }
    | { readonly type: "case.stepAbandoned"; readonly data: { readonly step: StepKey } }
    | { readonly type: "case.lateReasonGiven"; readonly data: object }
    | {
        readonly type: "case.stepCorrected";
        readonly data: {
          readonly step: StepKey;
          readonly startedAt: string;
          readonly endedAt: string;
          readonly reason: string;
        };
      }
  );
export type CaseEventType = CaseEvent["type"];
