import type { MemberNo } from "../../kernel/types.ts";
import type { MirroredMember, Stretch } from "./mirror.ts";

/** What one cheap look tells: whether there is anything to read, and by which clock. */
export interface FeedHead {
  /** Largest id, or undefined for a table without members. */
  readonly lastId: string | undefined;
  /** What INLISLite would write into UpdateDate now: 3.2 asks its server, 3.3 its PHP, which lives in Jakarta. */
  readonly stamp: string;
  /** The latest UpdateDate that is not ahead of `stamp`, or undefined where there is none. */
  readonly newest: string | undefined;
  /** The server's clock minus ours, ms. */
  readonly clockOffsetMs: number;
}

/** A row's UpdateDate. Read alone it costs an index, not the table. */
export interface Stamped {
  readonly memberId: string;
  readonly updatedAt: string;
}

/** Where a reading of changes goes on: from this stamp on, and within the same stamp behind this id. */
export interface StampPosition {
  readonly updatedAt: string;
  readonly memberId: string | undefined;
}

/**
 * INLISLite's members as a mirror reads them: in order, in small pages, by ids, or as checksums that their own server computes.
 * Rows whose id is no whole number up to 2^53 are left out everywhere.
 */
export interface MemberFeed {
  head(signal: AbortSignal): Promise<FeedHead>;
  /** About how many members there are, as far as the server knows without counting. */
  estimate(signal: AbortSignal): Promise<number>;
  /** The next members by id, at most `rows`. */
  page(afterId: string | undefined, rows: number, signal: AbortSignal): Promise<readonly MirroredMember[]>;
  /** Ascending by stamp, then by id; at most `rows`. Rows without UpdateDate never come. */
  stamped(from: StampPosition, rows: number, signal: AbortSignal): Promise<readonly Stamped[]>;
  /** Those that are there, in any order. */
  byIds(memberIds: readonly string[], signal: AbortSignal): Promise<readonly MirroredMember[]>;
  byNumbers(memberNos: readonly MemberNo[], signal: AbortSignal): Promise<readonly MirroredMember[]>;
  /** How many rows lie in a stretch of ids, and their checksums combined with XOR. */
  stretch(range: IdRange, signal: AbortSignal): Promise<Pick<Stretch, "rows" | "checksum">>;
  /** Checksum by id, ascending by id; at most `rows`. */
  checksums(range: IdRange, rows: number, signal: AbortSignal): Promise<ReadonlyMap<string, number>>;
}

/** `afterId` exclusive, `upToId` inclusive; undefined is open. */
export type IdRange = Pick<Stretch, "afterId" | "upToId">;
