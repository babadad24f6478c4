import type { LocalDate, MemberNo, OneOf } from "../kernel/types.ts";
import type { MemberCountRepository } from "./member-counts.ts";
import type { OpeningDaysRepository } from "./opening-days.ts";

/** The two INLISLite families, told apart by the shape of their tables. */
export const INLISLITE_VERSIONS = ["3.2", "3.3"] as const;
export type InlisliteVersion = OneOf<typeof INLISLITE_VERSIONS>;

/** `status_anggota` 1 to 6; anything else is `unknown`. */
export const MEMBER_STATUSES = [
  "new",
  "waiting",
  "active",
  "inactive",
  "suspended",
  "cleared",
  "unknown",
] as const;
export type MemberStatus = OneOf<typeof MEMBER_STATUSES>;

/** What an operator should know of a member before a card is made, worst first. */
export const MEMBER_HINTS = [
  "number-shared",
  "number-unprintable",
  "not-active",
  "no-end-date",
  "ends-today",
  "expired",
  "name-unreadable",
  "no-type",
  "number-like-nik",
  "no-photo",
] as const;
export type MemberHint = OneOf<typeof MEMBER_HINTS>;

/** What a desk needs of a member. Never NIK, address, mother's name or birth date. */
export interface Member {
  /** INLISLite's row id as text: a double in 3.2, renumbered by its own sync, so always used together with memberNo. */
  readonly memberId: string;
  readonly memberNo: MemberNo;
  readonly fullName: string;
  readonly memberType: string | undefined;
  readonly status: MemberStatus;
  readonly registeredOn: LocalDate | undefined;
  readonly validUntil: LocalDate | undefined;
  /** Bare file name of the first photo, or undefined. */
  readonly photoName: string | undefined;
}

export interface MemberSearch {
  /** Words of the name in any order (accents and case ignored, prefixes count), or the start of a member number. */
  readonly text: string;
  /** 1 to 50. */
  readonly limit: number;
}

/** The row of a form that was just saved: 3.3 redirects without saying which it was. */
export interface NewMemberSearch {
  /** The newest id before the form was saved; undefined where there was none. */
  readonly afterId: string | undefined;
  /** As typed. Compared as INLISLite compares: case, accents and spaces around do not count. */
  readonly fullName: string;
  /** As typed; empty when the form has none. */
  readonly phone: string;
}

export interface MemberRepository {
  /** All rows with this number: MemberNo has no unique index, and two desks saving at once produce twins. */
  findByNo(memberNo: MemberNo, signal: AbortSignal): Promise<readonly Member[]>;
  findById(memberId: string, signal: AbortSignal): Promise<Member | undefined>;
  search(search: MemberSearch, signal: AbortSignal): Promise<readonly Member[]>;
  /** The largest row id in number order, or undefined for an empty table. */
  newestId(signal: AbortSignal): Promise<string | undefined>;
  /** Rows after that id with this name, told apart by the phone where several remain. At most 20, oldest first. */
  findNew(search: NewMemberSearch, signal: AbortSignal): Promise<readonly Member[]>;
  /** The phone number staff confirm at hand-over; read only then, never stored. */
  phoneOf(memberId: string, signal: AbortSignal): Promise<string | undefined>;
  /**
   * Whether somebody is under 17 on that day: INLISLite's database answers yes or no, and the birth date stays there. For a
   * card's design, never stored. Undefined without a birth date, or without the grant (`titian inlislite grants --age`).
   */
  isMinor(
    member: Pick<Member, "memberId" | "memberNo">,
    today: LocalDate,
    signal: AbortSignal,
  ): Promise<boolean | undefined>;
}

/** What a card needs of the library's own settings. */
export interface LibrarySettings {
  readonly libraryName: string;
  readonly locationName: string | undefined;
  /** Bare file name of the card background configured in INLISLite. */
  readonly cardBackground: string | undefined;
  /** What INLISLite prints on the back of a card, without its markup. */
  readonly cardTerms: string | undefined;
}

export interface SettingsRepository {
  library(signal: AbortSignal): Promise<LibrarySettings>;
  /** The library's own types of members by their names, each once, in order. At most 100. */
  memberTypes(signal: AbortSignal): Promise<readonly string[]>;
}

/** One INLISLite, whatever is behind it: a MySQL server, or the embedded demonstration database. */
export interface Inlislite {
  readonly version: InlisliteVersion;
  readonly members: MemberRepository;
  readonly settings: SettingsRepository;
  readonly openingDays: OpeningDaysRepository;
  readonly counts: MemberCountRepository;
  close(): Promise<void>;
}
