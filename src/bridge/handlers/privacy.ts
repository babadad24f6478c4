import type { MemberNo } from "../../kernel/types.ts";
import type { Handlers } from "../dispatch.ts";
import type { Erasures } from "../privacy/erasures.ts";

export function privacyHandlers(erasures: Erasures): Pick<Handlers, "member.erase"> {
  return {
    async "member.erase"({ memberNo }) {
      const { desks, ...erased } = erasures.ask(memberNo as MemberNo);
      return { ...erased, desks: [...desks] };
    },
  };
}
