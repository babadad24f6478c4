import type { ErrorCode } from "../../kernel/errors.ts";
import type { OneOf } from "../../kernel/types.ts";
import type { InlisliteVersion } from "../member.ts";
import type { MirroredMember } from "./mirror.ts";

/** What happened to a member in INLISLite, most telling first: one row gives one change. */
export const MEMBER_CHANGES = [
  "appeared",
  "vanished",
  "renumbered",
  "activated",
  "renewed",
  "photo-changed",
  "changed",
] as const;
export type MemberChangeKind = OneOf<typeof MEMBER_CHANGES>;

/** Fields whose change is told by name. */
export const MEMBER_FIELDS = [
  "memberId",
  "memberNo",
  "fullName",
  "memberType",
  "status",
  "registeredOn",
  "validUntil",
  "photoName",
  "isInBasket",
] as const;
export type MemberField = OneOf<typeof MEMBER_FIELDS>;

export interface MemberChange {
  readonly kind: MemberChangeKind;
  /** As it is now; of one that vanished, as it was. */
  readonly member: MirroredMember;
  /** Undefined for one that appeared. */
  readonly before: MirroredMember | undefined;
  /** Every field that differs; empty for appeared and vanished. */
  readonly fields: readonly MemberField[];
}

/** How well the mirror keeps step. `away`: INLISLite does not answer; the mirror still does, and says how old it is. */
export const SYNC_PHASES = ["off", "loading", "following", "away"] as const;
export type SyncPhase = OneOf<typeof SYNC_PHASES>;

export interface SyncStatus {
  readonly phase: SyncPhase;
  readonly version: InlisliteVersion | undefined;
  readonly members: number;
  /** 0 to 1 while loading. */
  readonly loadedShare: number | undefined;
  readonly heardAt: Date | undefined;
  /** When a whole checksum pass last ended. */
  readonly comparedAt: Date | undefined;
  /** The server's clock minus ours, ms. Never used to time a step. */
  readonly clockOffsetMs: number | undefined;
  /** Why it does not keep step; undefined while it does. */
  readonly code: ErrorCode | undefined;
}
