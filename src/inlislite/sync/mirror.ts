import type { LocalDate, MemberNo, OneOf } from "../../kernel/types.ts";
import type { Member, MemberSearch } from "../member.ts";

/** A member as the mirror keeps it: what a desk needs and what tells that a row has changed. Nothing else is copied. */
export interface MirroredMember extends Member {
  /** The database's own checksum of every column that is copied, 0 to 2^32 - 1. Compared, never computed here. */
  readonly checksum: number;
  /** `UpdateDate` as its server wrote it, `2026-11-26 09:41:03`; undefined where INLISLite has left it empty. */
  readonly updatedAt: string | undefined;
  /** Registered over the web by the member: nobody of the staff has seen the identity yet. */
  readonly isOnline: boolean;
  /** 3.3's basket: put away by staff and hidden from INLISLite's lists, still found by number. Waits for nothing. */
  readonly isInBasket: boolean;
}

/** Why somebody waits for a card. */
export const WAITING_REASONS = ["online", "renewed", "new"] as const;
export type WaitingReason = OneOf<typeof WAITING_REASONS>;

export interface WaitingMember {
  readonly member: MirroredMember;
  readonly reason: WaitingReason;
  readonly since: Date;
}

/** Members that are chosen together, for example for a batch of cards. */
export type MemberSelection =
  | { readonly memberType: string }
  | { readonly registered: { readonly from: LocalDate; readonly to: LocalDate } };

export interface MemberTypeCount {
  readonly memberType: string;
  readonly members: number;
}

/** What a write to the mirror found: the row before, or undefined for a new one. */
export interface Applied {
  readonly before: MirroredMember | undefined;
  readonly after: MirroredMember;
}

/** One stretch of ids and what the mirror holds of it, to be set beside the server's. */
export interface Stretch {
  /** Exclusive; undefined from the first id on. */
  readonly afterId: string | undefined;
  /** Inclusive; undefined to the last id and beyond: new rows are found there. */
  readonly upToId: string | undefined;
  readonly rows: number;
  /** Checksums of all its rows, combined with XOR. */
  readonly checksum: number;
}

/**
 * The local copy of members, for search, for offline desks, and to know what has changed. A file of its own beside the store:
 * it can be thrown away at any time and is read again from INLISLite.
 */
export interface MirrorStore {
  /** True once every member has been read; searching is honest only from then on. */
  readonly isComplete: boolean;
  readonly size: number;
  /** When INLISLite was last heard, or undefined for an empty mirror. */
  readonly heardAt: Date | undefined;
  /** Grows whenever the mirror starts over, empty: what was begun on the one before is void. */
  readonly generation: number;

  /**
   * Rows of the first load, in the order of their ids: no change is told of them. Until `finishLoad` the file is worth nothing,
   * and one that was left half-loaded is thrown away at the next opening.
   */
  load(rows: readonly MirroredMember[]): void;
  finishLoad(at: Date): void;
  /** Newer readings of rows. One transaction; rows in which no field differs that is told of are left out of the answer. */
  apply(rows: readonly MirroredMember[], at: Date): readonly Applied[];
  remove(memberIds: readonly string[]): readonly MirroredMember[];
  /** As `remove`, and no byte of them is left in the file or beside it. Returns how many there were. */
  forget(memberIds: readonly string[]): number;
  /** INLISLite answered, and the mirror has all that it said. Means nothing to a mirror that is not whole. */
  heard(at: Date): void;

  byId(memberId: string): MirroredMember | undefined;
  /** As INLISLite compares numbers: case and trailing spaces do not count. */
  byNo(memberNo: MemberNo): readonly MirroredMember[];
  search(search: MemberSearch): readonly MirroredMember[];
  /** Active members of a type, or registered between two days (both included), in the order of their names. */
  select(selection: MemberSelection, limit: number): readonly MirroredMember[];
  /** Every type that somebody active has, with how many. */
  memberTypes(): readonly MemberTypeCount[];
  /** Largest id in number order, or undefined. */
  lastId(): string | undefined;
  /** The stretch that begins after `afterId`, `rows` long or to the end. */
  stretch(afterId: string | undefined, rows: number): Stretch;
  /** Id and checksum of every row in a stretch. */
  checksums(stretch: Pick<Stretch, "afterId" | "upToId">): ReadonlyMap<string, number>;

  /** Newest first. `registeredFrom` bounds what the first load found waiting. */
  waiting(registeredFrom: LocalDate, limit: number): readonly WaitingMember[];
  /** A number that survives restarts, kept beside the members: the poll's position and the pass's. */
  note(key: string): string | undefined;
  setNote(key: string, value: string): void;

  /** Everything is gone from the disk, also from its free pages; the mirror is empty and usable. */
  wipe(): void;
  /** May be called twice. */
  close(): void;
}
