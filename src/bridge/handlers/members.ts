import type { Member, MemberRepository } from "../../inlislite/member.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { Handlers } from "../dispatch.ts";
import type { MemberViews } from "../flows/member-views.ts";
import type { WaitingCards } from "../flows/waiting-cards.ts";
import type { SyncView } from "../protocol/member-shapes.ts";

type MemberCommands = "member.get" | "member.newest" | "member.findNew" | "members.waiting" | "sync.get";

interface Dependencies {
  /** INLISLite itself: what is about to be photographed or printed is never answered from a copy. */
  readonly members: MemberRepository;
  readonly views: MemberViews;
  readonly waiting: WaitingCards;
  readonly sync: () => SyncView;
}

export function memberHandlers(dependencies: Dependencies): Pick<Handlers, MemberCommands> {
  const { members, views, waiting, sync } = dependencies;
  return {
    async "member.get"({ memberId }, { signal }) {
      const member = await members.findById(memberId, signal);
      if (!member) throw new TitianError("MEMBER_NOT_FOUND");
      const others = (await members.findByNo(member.memberNo, signal)).filter(isNot(member));
      const [shown, ...sameNumber] = views.ofOneNumber([member, ...others]);
      if (!shown) throw new TitianError("MEMBER_NOT_FOUND");
      return { member: shown, sameNumber };
    },
    async "member.newest"(_, { signal }) {
      return { afterId: (await members.newestId(signal)) ?? null };
    },
    async "member.findNew"({ afterId, fullName, phone }, { signal }) {
      const found = await members.findNew({ afterId: afterId ?? undefined, fullName, phone }, signal);
      return { members: found.map(views.of) };
    },
    async "members.waiting"({ limit }) {
      const all = waiting.all();
      return {
        waiting: all.slice(0, limit).map(({ member, reason, since }) => ({
          ...{ member: views.of(member), reason, since: since.toISOString() },
        })),
        total: all.length,
      };
    },
    async "sync.get"() {
      return sync();
    },
  };
}

const isNot =
  (member: Member) =>
  ({ memberId }: Member): boolean =>
    memberId !== member.memberId;
