import { isValidOn } from "../../inlislite/expiry.ts";
import type { InlisliteVersion, Member } from "../../inlislite/member.ts";
import { hintsFor } from "../../inlislite/member-hints.ts";
import type { Clock } from "../../kernel/clock.ts";
import { localDate, type MemberKey, type MemberNo } from "../../kernel/types.ts";
import type { Store } from "../../store/store.ts";
import type { MemberView } from "../protocol/shapes.ts";
import type { InStep } from "./in-step.ts";
import { cardRefusal } from "./member-checks.ts";

interface Dependencies {
  readonly store: Pick<Store, "cases" | "memberKeyOf">;
  readonly inlislite: { readonly version: InlisliteVersion | undefined };
  readonly inStep: Pick<InStep, "mirror" | "status"> | undefined;
  readonly clock: Clock;
  readonly timeZone: string;
}

/** Members as pages see them: what the desk needs and nothing else. */
export class MemberViews {
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  readonly of = (member: Member): MemberView => this.#view(member, 1);

  /** Rows that were looked up by one number: INLISLite's own count of them is newer than the copy's. */
  ofOneNumber(members: readonly Member[]): MemberView[] {
    return members.map((member) => this.#view(member, members.length));
  }

  #view(member: Member, counted: number): MemberView {
    const { store, inlislite, inStep, clock, timeZone } = this.#deps;
    // Until the server has answered, the copy knows which version it was made of.
    const version = inlislite.version ?? inStep?.status.version;
    const today = localDate(clock.now(), timeZone);
    const sameNumber = Math.max(counted, this.#inMirror(member.memberNo));
    return {
      memberId: member.memberId,
      memberNo: member.memberNo,
      fullName: member.fullName,
      memberType: member.memberType ?? null,
      status: member.status,
      validUntil: member.validUntil ?? null,
      isValidToday: version !== undefined && isValidOn(member, today, version),
      hasPhoto: member.photoName !== undefined,
      photoName: member.photoName ?? null,
      mayHaveCard: version !== undefined && !cardRefusal(member, sameNumber, today, version),
      hints: version === undefined ? [] : [...hintsFor(member, { version, today, sameNumber })],
      openCase: this.#openCase(store.memberKeyOf(member.memberNo)),
    };
  }

  #inMirror(memberNo: MemberNo): number {
    const mirror = this.#deps.inStep?.mirror;
    return mirror?.isComplete ? mirror.byNo(memberNo).length : 0;
  }

  #openCase(key: MemberKey): string | null {
    return this.#deps.store.cases.byMember(key)?.case ?? null;
  }
}
