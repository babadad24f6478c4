import type { DeviceId, MemberKey, OneOf } from "../../kernel/types.ts";
import type { ReprintReason } from "../print-job.ts";
import type { Backs } from "../sheets/sheet-layout.ts";

/** Onto cards, by a card printer; or onto sheets that are cut, or trays of blank cards. */
export const BATCH_TARGETS = ["cards", "sheets"] as const;

export const BATCH_STATES = ["open", "running", "paused", "done", "cancelled"] as const;
export type BatchState = OneOf<typeof BATCH_STATES>;

/** `placed`: on a sheet that nobody has vouched for yet. Of a card printer, the print ledger knows. */
export const ITEM_STATES = ["waiting", "placed", "printed", "skipped"] as const;
export type ItemState = OneOf<typeof ITEM_STATES>;

/** Cards of one batch: more are two batches. */
export const MAX_BATCH = 5_000;

/** The log's way to name a member. */
export interface BatchMember {
  readonly memberId: string;
  readonly memberKey: MemberKey;
}

export interface SheetSetup {
  /** Of `SHEET_LAYOUTS`. */
  readonly layout: string;
  readonly backs: Backs;
  /** The first free cell of the first sheet, from 0: the rest of it is used up already. */
  readonly startCell: number;
}

export interface BatchSetup {
  /** Undefined: the one that fits each member. */
  readonly design: string | undefined;
  /** Undefined: sheets are saved as files, for a printer elsewhere. */
  readonly device: DeviceId | undefined;
  /** Undefined for a card printer. */
  readonly sheets: SheetSetup | undefined;
  /** Why those who have a card get another one; undefined where nobody of the batch has one. */
  readonly reprintReason: ReprintReason | undefined;
  /** Somebody has said that backs may stay blank. */
  readonly frontOnly: boolean;
}

/** A batch as it stands. */
export interface PrintBatch extends BatchSetup {
  readonly batch: string;
  readonly state: BatchState;
  /** Why it was paused: an error code; undefined when a person did it. */
  readonly pausedFor: string | undefined;
  /** The card at which it stopped. */
  readonly pausedAt: number | undefined;
  readonly count: number;
  readonly items: Readonly<Record<ItemState, number>>;
  readonly openedAt: Date;
  readonly updatedAt: Date;
}

/** One card of a batch. */
export interface BatchItem extends BatchMember {
  /** From 0, in the order of the list. */
  readonly item: number;
  readonly state: ItemState;
  /** How often it was begun anew: every attempt is a print of its own. */
  readonly attempt: number;
  /** Why this attempt was needed. */
  readonly reason: ReprintReason | undefined;
  /** From 1; with its cell, from 0. */
  readonly sheet: number | undefined;
  readonly cell: number | undefined;
  /** Of the sheet: what the card was drawn after. */
  readonly design: string | undefined;
  readonly designVersion: number | undefined;
  /** Why it was skipped: an error code. */
  readonly code: string | undefined;
}

export interface BatchSheet {
  readonly sheet: number;
  /** `sent`: written down before the printer had it, and not vouched for. `withdrawn`: proven to have used no ink. */
  readonly state: "sent" | "settled" | "withdrawn";
}

export interface PlacedItem {
  readonly cell: number;
  readonly item: number;
  /** The design that this card was drawn after, and its version. */
  readonly design: string;
  readonly version: number;
}

export interface SpoiledItem {
  readonly item: number;
  readonly reason: ReprintReason;
}

export type BatchChange =
  | { readonly to: "started" }
  | { readonly to: "paused"; readonly code: string | undefined; readonly item: number | undefined }
  | { readonly to: "resumed" }
  | { readonly to: "closed"; readonly how: "done" | "cancelled" }
  | { readonly to: "item-printed"; readonly item: number }
  | { readonly to: "item-again"; readonly item: number; readonly reason: ReprintReason | undefined }
  | { readonly to: "item-skipped"; readonly item: number; readonly code: string }
  | { readonly to: "sheet-sent"; readonly sheet: number; readonly placed: readonly PlacedItem[] }
  | { readonly to: "sheet-withdrawn"; readonly sheet: number; readonly code: string }
  | { readonly to: "sheet-settled"; readonly sheet: number; readonly spoiled: readonly SpoiledItem[] };

/** Port: durable before it returns. Implemented by the store's event log. */
export interface BatchStore {
  /** With a key already known nothing is written and the batch of old is returned. */
  open(requestKey: string, setup: BatchSetup, members: readonly BatchMember[]): PrintBatch;
  /** Several changes together or not at all. Throws `BATCH_NOT_FOUND` or `BATCH_STATE`. */
  write(batch: string, ...changes: readonly BatchChange[]): PrintBatch;
  get(batch: string): PrintBatch | undefined;
  byRequestKey(requestKey: string): PrintBatch | undefined;
  /** This desk's, newest first. */
  list(limit: number): readonly PrintBatch[];
  /** Everything of this desk that is not at an end, oldest first. */
  unfinished(): readonly PrintBatch[];
  items(batch: string, from: number, count: number): readonly BatchItem[];
  item(batch: string, item: number): BatchItem | undefined;
  /** What comes next: cards that are made anew first, then in the order of the list. */
  waiting(batch: string, limit: number): readonly BatchItem[];
  placed(batch: string): readonly BatchItem[];
  onSheet(batch: string, sheet: number): readonly BatchItem[];
  sheets(batch: string): readonly BatchSheet[];
  /** When the last cards were vouched for, newest first. */
  printedAt(batch: string, limit: number): readonly Date[];
  /** Whether a batch that is not at an end has yet to print this member's card. */
  isAwaited(member: MemberKey): boolean;
}
