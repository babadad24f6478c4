import type { LocalDate, OneOf } from "../kernel/types.ts";
import type { CaseKind, Channel, StepKey } from "./case-event.ts";

/**
 * A published service standard. It is a signed public document: imported as written, with what does not add up listed in
 * `issues` and never repaired. Texts are verbatim; a cell the document leaves empty is null. A library's answer to an
 * issue is a `resolution` and starts a new version, so that old cases are never judged again.
 */
export interface Standard {
  readonly id: string;
  /** Counts from 1; a case keeps the id and version it was opened under. */
  readonly version: number;
  readonly effectiveFrom: LocalDate | null;
  readonly effectiveTo: LocalDate | null;
  readonly source: Source;
  readonly institution: Institution;
  readonly service: ServiceTitle;
  readonly channels: readonly ServiceChannel[];
  readonly requirements: readonly Requirement[];
  readonly procedures: readonly Procedure[];
  readonly promise: Promised;
  readonly hours: PublishedHours | null;
  readonly fees: { readonly amountIdr: number; readonly text: string; readonly cites: readonly Cite[] };
  readonly products: readonly string[];
  readonly handover: HandoverRule;
  readonly complaints: Complaints;
  readonly issues: readonly Issue[];
}

/** A line of the source document, counted from 1. */
export interface Cite {
  readonly line: number;
  readonly quote: string | null;
}

export interface Source {
  readonly file: string;
  readonly kind: string;
  readonly duplicatedBlocks: readonly string[];
}

export interface Institution {
  readonly name: string;
  readonly parent: string;
  readonly level: string;
  readonly province: string;
  readonly address: string;
  readonly postalCode: string;
  readonly phoneRaw: string;
  readonly website: string;
  /** An IANA name, such as `Asia/Pontianak`. */
  readonly timeZone: string;
  readonly tzAbbrev: string;
  readonly tzBasis: string;
}

export const SERVICE_KINDS = ["issue", "renewal", "replacement"] as const;
export type ServiceKind = OneOf<typeof SERVICE_KINDS>;

export interface ServiceTitle {
  readonly title: string;
  readonly chartTitle: string | null;
  readonly kind: ServiceKind;
  /** Kinds of case beyond `kind` that the document names, or that the library has decided to count under it. */
  readonly alsoCovers: readonly CaseKind[];
  readonly variants: readonly string[];
  readonly decreeNumber: string | null;
  readonly decreeDate: LocalDate | null;
  readonly performerColumns: readonly string[];
  readonly signatoryOffice: string | null;
}

export const CHANNEL_MODES = ["in-person", "online", "online-then-counter"] as const;

export interface ServiceChannel {
  readonly id: Channel;
  readonly title: string | null;
  readonly mode: OneOf<typeof CHANNEL_MODES>;
  readonly applicantActions: readonly string[];
  readonly formFields: readonly string[];
  readonly photoSource: string;
  readonly needsIdentityDocument: boolean | null;
  readonly delivery: readonly string[];
  readonly deliveryText: string | null;
}

/** Empty `categories`, `kinds` or `channels` mean: all of them. */
export interface Requirement {
  readonly id: string;
  readonly text: string;
  readonly document: string | null;
  readonly categories: readonly string[];
  readonly kinds: readonly CaseKind[];
  readonly channels: readonly Channel[];
  readonly excludes: readonly string[];
  /** Set when the category was inferred, not read. */
  readonly appliesToBasis: string | null;
  readonly anyOf: readonly string[];
  readonly list: readonly string[];
  readonly combination: string | null;
  readonly form: string | null;
  readonly cites: readonly Cite[];
}

/** How many of the documents that a requirement names it wants; `unclear` where it only lists them. */
export const HOW_MANY = ["all", "any", "unclear"] as const;
export type HowMany = OneOf<typeof HOW_MANY>;

/** Empty `kinds` means: every kind of case. `texts` holds steps that the document only repeats in words. */
export interface Procedure {
  readonly id: string;
  readonly channels: readonly Channel[];
  readonly kinds: readonly CaseKind[];
  readonly isTimed: boolean;
  readonly isAuthoritative: boolean;
  readonly section: string;
  readonly strayHeading: string | null;
  readonly startRow: TableRow | null;
  readonly endRow: TableRow | null;
  readonly steps: readonly StepTarget[];
  readonly texts: readonly string[];
  readonly note: string | null;
  readonly cites: readonly Cite[];
}

/** A row of the table that is a clock event and not a step. */
export interface TableRow {
  readonly seq: number;
  readonly text: string;
}

export const TARGET_KINDS = ["fixed", "as-needed", "none"] as const;
type TargetKind = OneOf<typeof TARGET_KINDS>;

export interface Performer {
  readonly role: string;
  /** How the role is known: explicit, inferred, or not stated. */
  readonly basis: string;
}

export interface StepTarget {
  readonly seq: number;
  readonly key: StepKey;
  readonly text: string;
  readonly performer: Performer;
  readonly target: Duration | null;
  readonly targetKind: TargetKind;
  readonly isConditional: boolean;
  readonly condition: string | null;
  readonly isOptional: boolean;
  /** A joined step: its parts are measured, their sum is judged. */
  readonly splitInto: readonly StepKey[];
  readonly order: string | null;
  readonly inputs: readonly string[];
  readonly output: string | null;
  readonly flow: string | null;
  readonly checks: readonly string[];
  readonly note: string | null;
  readonly cites: readonly Cite[];
}

export const DURATION_UNITS = ["second", "minute", "business-day"] as const;

export interface Duration {
  readonly value: number;
  readonly unit: OneOf<typeof DURATION_UNITS>;
  /** Null for business days: they depend on a calendar. */
  readonly seconds: number | null;
  readonly text: string;
}

export const BUSINESS_DAY_RULES = [
  "close-of-next-working-day",
  "same-time-next-working-day",
  "within-same-working-day",
] as const;
export type BusinessDayRule = OneOf<typeof BUSINESS_DAY_RULES>;

/** READY: everything before the hand-over is done. TAKEN: the member has the card. */
export const PROMISE_STOPS = ["ready", "taken"] as const;
type PromiseStop = OneOf<typeof PROMISE_STOPS>;
/** `steps`: those that the library has said its total means, and nothing between them. */
export const PROMISE_ENDS = [...PROMISE_STOPS, "steps"] as const;
export type PromiseEnd = OneOf<typeof PROMISE_ENDS>;

export interface Promised {
  /** Of a range the longer end, by which it is judged. */
  readonly published: Duration;
  readonly cites: readonly Cite[];
  /** Published as about so much (`±`). Judged by the value all the same, and printed as published. */
  readonly isApproximate: boolean;
  /** `10 – 15 menit`: the shorter end. Null where one length of time is published. */
  readonly rangeFrom: Duration | null;
  /** Waiting in the queue is left out of the time: the promise's clock starts at the call and not at the ticket. */
  readonly excludesQueue: boolean;
  /** Which steps the published total means. `unresolved`: the document contradicts itself and the library has not said. */
  readonly covers: readonly StepKey[] | "all" | "unresolved";
  /** The clock starts when this step is settled; null: at the ticket, or where there was no queue when the case is opened. */
  readonly startsAfter: StepKey | null;
  readonly stop: PromiseStop;
  readonly businessDayRule: BusinessDayRule | null;
  readonly clockNotes: ClockNotes;
  readonly sumNote: string | null;
  readonly hypotheses: readonly Hypothesis[];
  readonly hypothesesNote: string | null;
}

/** What the document says, or leaves open, about its own clock. Lines that begin with `propose:` are a reading of ours. */
interface ClockNotes {
  readonly start: readonly string[];
  readonly stop: string;
  readonly pauses: readonly string[];
  readonly afterHours: string | null;
  readonly readings: readonly { readonly rule: BusinessDayRule; readonly text: string }[];
}

/** A set of steps whose sum happens to equal the published total. Arithmetic, not evidence. */
interface Hypothesis {
  readonly id: string;
  readonly steps: readonly number[];
  readonly sumSeconds: number;
  readonly note: string;
}

export const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = OneOf<typeof WEEKDAYS>;

/** Local times `07:30`, opening and closing. The closing minute is no longer open. */
export type OpenInterval = readonly [opens: string, closes: string];
export type WeeklyHours = Readonly<Record<Weekday, readonly OpenInterval[]>>;

export interface PublishedHours {
  readonly weekly: WeeklyHours;
  readonly texts: readonly string[];
  readonly cites: readonly Cite[];
}

export interface HandoverRule {
  readonly isStated: boolean;
  readonly checks: readonly string[];
  readonly receipt: string | null;
  readonly signature: string | null;
  readonly by: string | null;
  readonly after: string | null;
  readonly note: string | null;
  readonly cites: readonly Cite[];
}

export interface Complaints {
  readonly channels: readonly { readonly type: string; readonly value: string | null }[];
  readonly areContactsGiven: boolean;
  readonly procedure: { readonly isTimed: boolean; readonly steps: readonly ComplaintStep[] } | null;
}

export interface ComplaintStep {
  readonly seq: number;
  readonly text: string;
  readonly performer: Performer | null;
  readonly target: Duration | null;
  readonly targetKind: TargetKind;
  readonly targetText: string | null;
  readonly cites: readonly Cite[];
}

export const ISSUE_SEVERITIES = ["info", "warn", "error", "privacy"] as const;

export interface Issue {
  readonly code: string;
  readonly severity: OneOf<typeof ISSUE_SEVERITIES>;
  readonly text: string;
  readonly evidence: readonly Cite[];
  readonly handling: string;
  readonly resolution: Resolution | null;
}

/** The library's answer. It belongs to a new version of the standard. */
export interface Resolution {
  readonly by: string;
  readonly on: LocalDate;
  readonly text: string;
  readonly covers: readonly StepKey[] | null;
}
