import type { InlisliteVersion, Member } from "../../inlislite/member.ts";
import type { OpenInlislite } from "../../inlislite/reconnecting.ts";
import type { Clock } from "../../kernel/clock.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { CaseId, MemberNo } from "../../kernel/types.ts";
import type { Store } from "../../store/store.ts";
import type { CaseService } from "./cases.ts";

/** The page hears of its own save before a busy server shows it to others. */
const TRIES = 4;
const BETWEEN_MS = 400;
/** By INLISLite's own clock: between its page's save and our look. */
const JUST_SAVED_MS = 120_000;

export interface DeliveredByPage {
  readonly case: CaseId | undefined;
  readonly memberId: string;
  readonly memberNo: MemberNo;
  /** The photo's name before; undefined for none. */
  readonly before: string | undefined;
}

export interface ReadBack {
  readonly confirmed: boolean;
  readonly photoName: string | undefined;
}

interface Dependencies {
  readonly inlislite: Pick<OpenInlislite, "members" | "feed"> & {
    readonly version: InlisliteVersion | undefined;
  };
  readonly cases: CaseService;
  readonly store: Pick<Store, "memberKeyOf">;
  readonly clock: Clock;
}

/** INLISLite's own page has taken a photo: what the database says of it, noted in the case. */
export class PhotoDelivery {
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  async byPage(delivered: DeliveredByPage, signal: AbortSignal): Promise<ReadBack> {
    const { cases, store } = this.#deps;
    const { case: id, memberNo } = delivered;
    if (id && cases.memberOf(id).memberKey !== store.memberKeyOf(memberNo))
      throw new TitianError("CASE_OTHER_MEMBER", { details: { case: id } });
    const found = await this.#untilThere(delivered, signal);
    if (id && !cases.isClosed(id)) cases.photoDelivered(id, { how: "page", confirmed: found.confirmed });
    return found;
  }

  async #untilThere(delivered: DeliveredByPage, signal: AbortSignal): Promise<ReadBack> {
    for (let left = TRIES; ; left--) {
      const member = await this.#read(delivered, signal);
      const confirmed = await this.#isNew(member, delivered.before, signal);
      if (confirmed || left <= 1) return { confirmed, photoName: member.photoName };
      await this.#deps.clock.sleep(BETWEEN_MS, signal);
    }
  }

  /** INLISLite renumbers ids, so the row must carry the number; if it does not, the only row that does is meant. */
  async #read({ memberId, memberNo }: DeliveredByPage, signal: AbortSignal): Promise<Member> {
    const { members } = this.#deps.inlislite;
    const isMeant = (member: Member): boolean => this.#keyOf(member.memberNo) === this.#keyOf(memberNo);
    const row = await members.findById(memberId, signal);
    if (row && isMeant(row)) return row;
    const [only, ...others] = (await members.findByNo(memberNo, signal)).filter(isMeant);
    if (others.length > 0) throw new TitianError("MEMBER_NO_AMBIGUOUS");
    if (!only) throw new TitianError("MEMBER_NOT_FOUND");
    return only;
  }

  /** 3.3 gives every photo a new name. 3.2 names all of a member's photos by the row id; there the row's stamp has to be new. */
  async #isNew(
    { memberId, photoName }: Member,
    before: string | undefined,
    signal: AbortSignal,
  ): Promise<boolean> {
    const { feed, version } = this.#deps.inlislite;
    if (photoName === undefined || photoName !== before) return photoName !== undefined;
    if (version !== "3.2") return false;
    const [{ stamp }, [row]] = await Promise.all([feed.head(signal), feed.byIds([memberId], signal)]);
    return (
      row?.updatedAt !== undefined && millisecondsOf(stamp) - millisecondsOf(row.updatedAt) <= JUST_SAVED_MS
    );
  }

  #keyOf(memberNo: MemberNo): string {
    return this.#deps.store.memberKeyOf(memberNo);
  }
}

/** Of two stamps by the same clock only the difference counts. */
const millisecondsOf = (stamp: string): number => Date.parse(`${stamp.replace(" ", "T")}Z`);
