import type { MemberNo } from "../../kernel/types.ts";
import type { Handlers } from "../dispatch.ts";
import type { DeskViews } from "../flows/desk-views.ts";
import type { MemberDirectory } from "../flows/member-directory.ts";
import type { MemberViews } from "../flows/member-views.ts";

type DeskCommands = "desk.get" | "member.find" | "member.search";

interface Dependencies {
  readonly desk: DeskViews;
  readonly members: MemberDirectory;
  readonly views: MemberViews;
}

export function deskHandlers(dependencies: Dependencies): Pick<Handlers, DeskCommands> {
  const { desk, members, views } = dependencies;
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
  };
}
