import type { MemberRepository } from "../../inlislite/member.ts";
import type { CaseId, MemberNo } from "../../kernel/types.ts";
import type { Standard } from "../../sla/standard.ts";
import type { Handlers } from "../dispatch.ts";
import type { CaseService } from "../flows/cases.ts";
import type { DeskViews } from "../flows/desk-views.ts";
import type { MemberDirectory } from "../flows/member-directory.ts";
import type { MemberViews } from "../flows/member-views.ts";
import { standardView } from "../flows/standard-view.ts";

type DeskCommands = "desk.get" | "member.find" | "member.search" | "member.phone" | "standard.list";

interface Dependencies {
  readonly desk: DeskViews;
  readonly members: MemberDirectory;
  readonly views: MemberViews;
  readonly phones: Pick<MemberRepository, "phoneOf">;
  readonly cases: CaseService;
  readonly standards: readonly Standard[];
}

export function deskHandlers(dependencies: Dependencies): Pick<Handlers, DeskCommands> {
  const { desk, members, views, phones, cases, standards } = dependencies;
  return {
    async "desk.get"(_, { signal }) {
      return desk.refreshed(signal);
    },
    async "member.find"({ memberNo }, { signal }) {
      const { members: found, ...from } = await members.lookUp(memberNo as MemberNo, signal);
      return { members: views.ofOneNumber(found), ...from };
    },
    async "member.search"({ text, limit }, { signal }) {
      const { members: found, ...from } = await members.search(text, limit, signal);
      return { members: found.map(views.of), ...from };
    },
    async "member.phone"({ case: id }, { signal }) {
      const member = await members.read(cases.memberOf(id as CaseId), signal);
      return { phone: (await phones.phoneOf(member.memberId, signal)) ?? null };
    },
    async "standard.list"() {
      return { standards: standards.map(standardView) };
    },
  };
}
