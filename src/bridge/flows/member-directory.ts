import type { Inlislite, Member } from "../../inlislite/member.ts";
import type { Clock } from "../../kernel/clock.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { MemberKey, MemberNo } from "../../kernel/types.ts";

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

/** Members as last read from INLISLite, so that a running case keeps its name on the screen while the server is away. */
export class MemberDirectory {
  readonly #inlislite: Pick<Inlislite, "members">;
  readonly #keyOf: (memberNo: MemberNo) => MemberKey;
  readonly #clock: Clock;
  readonly #known = new Map<string, { readonly member: Member; readonly readAtMs: number }>();

  constructor(inlislite: Pick<Inlislite, "members">, keyOf: (memberNo: MemberNo) => MemberKey, clock: Clock) {
    this.#inlislite = inlislite;
    this.#keyOf = keyOf;
    this.#clock = clock;
  }

  /** Without asking INLISLite. */
  known(ref: MemberRef): KnownMember | undefined {
    const entry = this.#known.get(ref.memberId);
    if (!entry || this.#keyOf(entry.member.memberNo) !== ref.memberKey) return undefined;
    const ageMs = this.#clock.monotonicMs() - entry.readAtMs;
    return ageMs > KEEP_MS ? undefined : { member: entry.member, ageMs };
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

  async findByNo(memberNo: MemberNo, signal: AbortSignal): Promise<readonly Member[]> {
    const members = await this.#inlislite.members.findByNo(memberNo, signal);
    for (const member of members) this.#keep(member);
    return members;
  }

  async search(text: string, limit: number, signal: AbortSignal): Promise<readonly Member[]> {
    return this.#inlislite.members.search({ text, limit }, signal);
  }

  refTo(member: Member): MemberRef {
    return { memberId: member.memberId, memberKey: this.#keyOf(member.memberNo) };
  }

  #keep(member: Member): void {
    this.#known.delete(member.memberId);
    this.#known.set(member.memberId, { member, readAtMs: this.#clock.monotonicMs() });
    const [oldest] = this.#known.keys();
    if (this.#known.size > KEEP_AT_MOST && oldest !== undefined) this.#known.delete(oldest);
  }
}
