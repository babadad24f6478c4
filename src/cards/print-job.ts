import type { CaseId, DeviceId, JobId, MemberKey, MemberNo, OneOf } from "../kernel/types.ts";
import type { DesignRef } from "./design.ts";

/**
 * accepted → rendered → verified → spooling → spooled → reported → confirmed; exits failed, vanished, spoiled, and
 * cancelled while no ink is at stake. `spooling` is written before the device moves; whoever wakes up in it cannot know whether ink was used.
 */
export const JOB_STATES = [
  "accepted",
  "rendered",
  "verified",
  "spooling",
  "spooled",
  "reported",
  "confirmed",
  "failed",
  "vanished",
  "spoiled",
  "cancelled",
] as const;
export type JobState = OneOf<typeof JOB_STATES>;

/** Nothing has been sent to a printer: the card can still be called off, or go to another printer. */
export const BEFORE_INK = ["accepted", "rendered", "verified"] as const satisfies readonly JobState[];

/** In this order: somebody stands at the desk, was promised the card today, or nobody waits for it. */
export const PRIORITIES = ["desk", "today", "bulk"] as const;
export type Priority = OneOf<typeof PRIORITIES>;

/** Why a card is printed once more. */
export const REPRINT_REASONS = [
  "spoiled",
  "did-not-come-out",
  "unreadable",
  "wrong-data",
  "photo-rejected",
  "lost-in-house",
] as const;
export type ReprintReason = OneOf<typeof REPRINT_REASONS>;

/** Whether a failed job can have put ink on a card. Only `none` may ever be tried again without a person. */
export type Ink = "none" | "unknown";

/** Where on which sheet of its batch a card was printed, both counted from 1. Cells are in reading order. */
export interface OnSheet {
  readonly sheet: number;
  readonly cell: number;
  /** One pass of blank cards through an inkjet: nothing is cut. */
  readonly isTray: boolean;
}

export interface PrintJob {
  readonly job: JobId;
  /** Chosen by the page: the same key never prints twice. */
  readonly requestKey: string;
  readonly case: CaseId | undefined;
  /** INLISLite's row as it was then; undefined in jobs of old stores. */
  readonly memberId: string | undefined;
  readonly memberKey: MemberKey;
  readonly printer: DeviceId;
  readonly priority: Priority;
  /** The print batch that it belongs to. */
  readonly batch: string | undefined;
  /** Undefined for a card that a card printer made. */
  readonly sheet: OnSheet | undefined;
  readonly template: string;
  /** The design's own version, where it was known. */
  readonly templateVersion: number | undefined;
  /**
   * SHA-256 of a library's own design as this desk had it: of two desks that save a version while they are apart, one keeps the
   * number. Undefined for one of Titian's, and in jobs of old stores.
   */
  readonly designFile: string | undefined;
  /** The design has a back, and it stays blank. */
  readonly frontOnly: boolean;
  readonly reprintOf: JobId | undefined;
  readonly reprintReason: ReprintReason | undefined;
  readonly state: JobState;
  /** The printer's own reference, once spooled. */
  readonly reference: string | undefined;
  /** Set in `failed` and `vanished`: an error code. */
  readonly failure: string | undefined;
  readonly ink: Ink | undefined;
  readonly confirmedBy: "scan" | "operator" | undefined;
  /** Who asked for it, where operators sign in. */
  readonly operator: string | undefined;
  readonly acceptedAt: Date;
  readonly updatedAt: Date;
}

/** Where a job is printed, and what of it there. */
export type PrintPlace = Pick<PrintJob, "printer" | "frontOnly">;

/**
 * Port: durable before it returns. Implemented by the store's event log. A card of another desk is known, so that none is
 * printed twice; what waits or is unfinished is this desk's own.
 */
export interface JobStore {
  /** Writes the intent. With a key already known it writes nothing and returns the job of old. */
  accept(request: NewJob): { readonly job: PrintJob; readonly isNew: boolean };
  advance(job: JobId, change: JobChange): PrintJob;
  get(job: JobId): PrintJob | undefined;
  /** To another printer; rejects with `JOB_STATE` once ink is at stake. */
  move(job: JobId, to: PrintPlace): PrintJob;
  byCase(caseId: CaseId): readonly PrintJob[];
  /** In the order in which they were accepted, which no clock decides. */
  byMember(memberKey: MemberKey): readonly PrintJob[];
  /** Jobs before ink at this printer, whose turn is first: by priority, then in the order of acceptance. */
  waiting(printer: DeviceId, most: number): readonly PrintJob[];
  hasWaiting(printer: DeviceId, priority: Priority): boolean;
  /** Everything not in an end state, oldest first: what a restart has to look after. */
  unfinished(): readonly PrintJob[];
}

export type NewJob = Pick<
  PrintJob,
  | "requestKey"
  | "case"
  | "memberId"
  | "memberKey"
  | "printer"
  | "priority"
  | "batch"
  | "template"
  | "templateVersion"
  | "reprintOf"
  | "reprintReason"
> &
  Partial<Pick<PrintJob, "frontOnly" | "sheet" | "designFile">>;

export type JobChange =
  | { readonly to: "rendered"; readonly sha256: string }
  | { readonly to: "verified"; readonly symbology: string }
  | { readonly to: "spooling" }
  | { readonly to: "spooled"; readonly reference: string }
  | { readonly to: "reported" }
  | { readonly to: "confirmed"; readonly by: "scan" | "operator" }
  | { readonly to: "failed"; readonly code: string; readonly ink: Ink }
  | { readonly to: "vanished"; readonly code: string }
  | { readonly to: "spoiled"; readonly reason: ReprintReason }
  | { readonly to: "cancelled" };

/** What is drawn on a card. Read from INLISLite at print time and forgotten afterwards. */
export interface CardContent {
  readonly libraryName: string;
  readonly locationName: string | undefined;
  /** The office that the library belongs to. */
  readonly institution?: string | undefined;
  /** Where a found card is returned to. */
  readonly libraryAddress?: string | undefined;
  readonly libraryPhone?: string | undefined;
  readonly libraryWebsite?: string | undefined;
  /** As people say it: `Senin–Jumat, 08.00–16.00`. */
  readonly openingHours?: string | undefined;
  /** What INLISLite prints on a card's back, in plain words. */
  readonly terms?: string | undefined;
  /** The published service and its total, verbatim: `14 Menit`. */
  readonly standardTitle?: string | undefined;
  readonly promise?: string | undefined;
  readonly memberNo: MemberNo;
  readonly fullName: string;
  readonly memberType: string | undefined;
  /** Days as printed, `22-11-2027`. */
  readonly validUntil: string | undefined;
  readonly registeredOn: string | undefined;
  readonly printedOn: string | undefined;
  /** Under 17; undefined where nobody asked INLISLite for it. */
  readonly isMinor: boolean | undefined;
  /** JPEG, already cropped 3:4, or undefined for a template without a photo. */
  readonly photo: Uint8Array | undefined;
}

export interface RenderedSide {
  /** As a person holds the card, with bleed. */
  readonly png: Uint8Array;
  /** As a printer's head lays it down: always landscape. The same bytes for a landscape card. */
  readonly headPng: Uint8Array;
  /** How many codes must be read back from it. */
  readonly codes: number;
}

export interface RenderedCard {
  readonly front: RenderedSide;
  readonly back: RenderedSide | undefined;
  /** The front as a page of exactly ID-1. Never a second page: a printer that does not turn cards over takes a second card. */
  readonly pdf: Uint8Array;
  /** Both sides as two such pages, made when a printer that turns cards over asks. There whenever there is a back. */
  readonly bothSidesPdf?: (() => Promise<Uint8Array>) | undefined;
}

/** Port: draws and reads back. Implemented in `rendering`. */
export interface CardRenderer {
  /** Rejects with `PHOTO_MISSING`, `MEMBER_NO_UNPRINTABLE` or `MEMBER_NO_TOO_LONG`. */
  render(design: DesignRef, content: CardContent, signal: AbortSignal): Promise<RenderedCard>;
  /**
   * Decodes both sides; rejects with `CARD_UNREADABLE` unless every code on them reads as `memberNo` and there is one.
   * Resolves to the AIM identifier of the first.
   */
  verify(card: RenderedCard, memberNo: MemberNo, signal: AbortSignal): Promise<string>;
}

/** A drawn card as a printer takes it: what its head lays down, or pages. */
export interface CardForPrinter {
  readonly jobName: string;
  readonly png: Uint8Array;
  /** For printers that turn the card over. */
  readonly backPng?: Uint8Array | undefined;
  readonly pdf: Uint8Array;
  readonly bothSidesPdf?: (() => Promise<Uint8Array>) | undefined;
}

/** Port: what devices call a CardPrinter, with its job tracker. They meet by structure in compose. */
export interface CardSink {
  print(card: CardForPrinter, spooled: (reference: string) => void, signal: AbortSignal): Promise<void>;
  outcome(
    reference: string,
    signal: AbortSignal,
  ): Promise<"pending" | "completed" | "aborted" | "cancelled" | "vanished" | "unknown">;
}
