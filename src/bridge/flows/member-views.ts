import { isValidOn } from "../../inlislite/expiry.ts";
import type { InlisliteVersion, Member } from "../../inlislite/member.ts";
import type { Clock } from "../../kernel/clock.ts";
import { localDate, type MemberKey, type MemberNo } from "../../kernel/types.ts";
import type { Store } from "../../store/store.ts";
import type { MemberView } from "../protocol/shapes.ts";

interface Dependencies {
  readonly store: Pick<Store, "cases" | "memberKeyOf">;
  readonly inlislite: { readonly version: InlisliteVersion | undefined };
  readonly clock: Clock;
  readonly timeZone: string;
}

/** Members as pages see them: what the desk needs and nothing else. */
export class MemberViews {
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  readonly of = (member: Member): MemberView => {
    const { store, inlislite, clock, timeZone } = this.#deps;
    const { version } = inlislite;
    return {
      memberId: member.memberId,
      memberNo: member.memberNo,
      fullName: member.fullName,
      memberType: member.memberType ?? null,
      status: member.status,
      validUntil: member.validUntil ?? null,
      isValidToday: version !== undefined && isValidOn(member, localDate(clock.now(), timeZone), version),
      hasPhoto: member.photoName !== undefined,
      openCase: this.#openCase(store.memberKeyOf(member.memberNo as MemberNo)),
    };
  };

  #openCase(key: MemberKey): string | null {
    return this.#deps.store.cases.byMember(key)?.case ?? null;
  }
}
