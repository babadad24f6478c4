import type { Inlislite, Member } from "../../inlislite/member.ts";
import type { MirrorStore } from "../../inlislite/sync/mirror.ts";
import type { Clock } from "../../kernel/clock.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { MemberKey, MemberNo } from "../../kernel/types.ts";
import type { MemberSource } from "../protocol/member-shapes.ts";

/** How long a member read from INLISLite may be shown while INLISLite is away: one shift. Memory only, never on disk. */
const KEEP_MS = 8 * 60 * 60 * 1000;
/** Members kept at most; the oldest reading leaves first. */
const KEEP_AT_MOST = 500;

/** The log's way to name a member: the row id, checked against the key of the number. */
export interface MemberRef {
  readonly memberId: string;
  readonly memberKey: MemberKey;
}

export interface KnownMember {
  readonly member: Member;
  /** Milliseconds since INLISLite said so. */
  readonly ageMs: number;
}

/** An answer, who gave it, and how old it is. */
export interface FoundMembers {
  readonly members: readonly Member[];
  readonly source: MemberSource;
  readonly ageMs: number;
}

type Mirror = Pick<MirrorStore, "isComplete" | "heardAt" | "byId" | "byNo" | "search">;

interface Dependencies {
  readonly inlislite: Pick<Inlislite, "members">;
  /** Undefined where a site keeps no copy. */
  readonly mirror: Mirror | undefined;
  readonly keyOf: (memberNo: MemberNo) => MemberKey;
  readonly clock: Clock;
}

/** Members as last read from INLISLite, so that a running case keeps its name on the screen while the server is away. */
export class MemberDirectory {
  readonly #inlislite: Pick<Inlislite, "members">;
  readonly #mirror: Mirror | undefined;
  readonly #keyOf: (memberNo: MemberNo) => MemberKey;
  readonly #clock: Clock;
  readonly #known = new Map<string, { readonly member: Member; readonly readAtMs: number }>();

  constructor({ inlislite, mirror, keyOf, clock }: Dependencies) {
    this.#inlislite = inlislite;
    this.#mirror = mirror;
    this.#keyOf = keyOf;
    this.#clock = clock;
  }

  /** Without asking INLISLite: the fresher of what was read and what the copy holds. */
  known(ref: MemberRef): KnownMember | undefined {
    const readings = [this.#read(ref), this.#mirrored(ref)].filter((reading) => reading !== undefined);
    return readings.sort((a, b) => a.ageMs - b.ageMs)[0];
  }

  #read(ref: MemberRef): KnownMember | undefined {
    const entry = this.#known.get(ref.memberId);
    if (!entry || this.#keyOf(entry.member.memberNo) !== ref.memberKey) return undefined;
    const ageMs = this.#clock.monotonicMs() - entry.readAtMs;
    return ageMs > KEEP_MS ? undefined : { member: entry.member, ageMs };
  }

  #mirrored(ref: MemberRef): KnownMember | undefined {
    const member = this.#mirror?.byId(ref.memberId);
    const ageMs = this.#mirrorAgeMs();
    if (!member || ageMs === undefined || this.#keyOf(member.memberNo) !== ref.memberKey) return undefined;
    return { member, ageMs };
  }

  /**
   * Reads the member now. INLISLite renumbers ids, so a row whose number is not the case's is somebody else:
   * rejects with `MEMBER_NOT_FOUND`, or `INLISLITE_UNREACHABLE`.
   */
  async read(ref: MemberRef, signal: AbortSignal): Promise<Member> {
    const member = await this.#inlislite.members.findById(ref.memberId, signal);
    if (!member || this.#keyOf(member.memberNo) !== ref.memberKey) throw new TitianError("MEMBER_NOT_FOUND");
    this.#keep(member);
    return member;
  }

  /** Reads the member if that works within the signal's budget, and is content with what is known otherwise. */
  async refresh(ref: MemberRef, signal: AbortSignal): Promise<void> {
    await this.read(ref, signal).catch(() => undefined);
  }

  /** Asked of INLISLite itself, now: what decides whether a card is printed is never read from a copy. */
  async findByNo(memberNo: MemberNo, signal: AbortSignal): Promise<readonly Member[]> {
    const members = await this.#inlislite.members.findByNo(memberNo, signal);
    for (const member of members) this.#keep(member);
    return members;
  }

  /** INLISLite's answer, or the copy's while INLISLite gives none. */
  async lookUp(memberNo: MemberNo, signal: AbortSignal): Promise<FoundMembers> {
    try {
      return { members: await this.findByNo(memberNo, signal), source: "inlislite", ageMs: 0 };
    } catch (error) {
      const ageMs = this.#mirrorAgeMs();
      const isAway = TitianError.from(error).code.startsWith("INLISLITE_");
      if (!this.#mirror || ageMs === undefined || !isAway) throw error;
      return { members: this.#mirror.byNo(memberNo), source: "mirror", ageMs };
    }
  }

  /** Asked of the copy once it is whole: no server is searched at every key that is pressed. */
  async search(text: string, limit: number, signal: AbortSignal): Promise<FoundMembers> {
    const ageMs = this.#mirrorAgeMs();
    if (this.#mirror && ageMs !== undefined)
      return { members: this.#mirror.search({ text, limit }), source: "mirror", ageMs };
    const members = await this.#inlislite.members.search({ text, limit }, signal);
    return { members, source: "inlislite", ageMs: 0 };
  }

  refTo(member: Member): MemberRef {
    return { memberId: member.memberId, memberKey: this.#keyOf(member.memberNo) };
  }

  /** Undefined while the copy is not whole, and so says nothing about anybody. */
  #mirrorAgeMs(): number | undefined {
    const heardAt = this.#mirror?.isComplete ? this.#mirror.heardAt : undefined;
    return heardAt && Math.max(0, this.#clock.now().getTime() - heardAt.getTime());
  }

  #keep(member: Member): void {
    this.#known.delete(member.memberId);
    this.#known.set(member.memberId, { member, readAtMs: this.#clock.monotonicMs() });
    const [oldest] = this.#known.keys();
    if (this.#known.size > KEEP_AT_MOST && oldest !== undefined) this.#known.delete(oldest);
  }
}
