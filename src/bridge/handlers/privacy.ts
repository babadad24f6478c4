import type { MemberNo } from "../../kernel/types.ts";
import type { Store } from "../../store/store.ts";
import type { Config } from "../config/schema.ts";
import type { Handlers } from "../dispatch.ts";
import type { Erasures } from "../privacy/erasures.ts";
import { privacyView } from "../privacy/privacy-view.ts";
import type { PRIVACY_COMMANDS } from "../protocol/privacy-commands.ts";

interface Dependencies {
  readonly config: Config;
  readonly store: Store;
  readonly erasures: Erasures;
}

export function privacyHandlers(dependencies: Dependencies): Pick<Handlers, keyof typeof PRIVACY_COMMANDS> {
  const { erasures } = dependencies;
  return {
    async "privacy.get"(_, { session }) {
      return privacyView(dependencies, session.language);
    },
    async "member.foreseeErasure"({ memberNo }) {
      const { desks, ...forecast } = erasures.foresee(memberNo as MemberNo);
      return { ...forecast, desks: [...desks] };
    },
    async "member.erase"({ memberNo }) {
      const { desks, ...erased } = erasures.ask(memberNo as MemberNo);
      return { ...erased, desks: [...desks] };
    },
  };
}
