import type { Clock } from "../kernel/clock.ts";
import type { Service } from "../kernel/lifecycle.ts";
import type { Logger } from "../kernel/log.ts";
import type { Store } from "../store/store.ts";
import type { CaseTimings } from "./flows/case-timings.ts";
import type { CaseViews } from "./flows/case-views.ts";
import type { CaseService } from "./flows/cases.ts";
import type { MemberDirectory } from "./flows/member-directory.ts";
import { CaseResults } from "./flows/sla/case-results.ts";
import { ForgottenTimers } from "./flows/sla/forgotten-timers.ts";
import { LateReasons } from "./flows/sla/late-reasons.ts";
import { Punctuality } from "./flows/sla/punctuality.ts";
import { punctualityHandlers } from "./handlers/punctuality.ts";
import type { standardParts } from "./standard-parts.ts";

interface Parts {
  readonly store: Store;
  readonly cases: CaseService;
  readonly timings: CaseTimings;
  readonly views: CaseViews;
  readonly members: MemberDirectory;
  readonly standards: ReturnType<typeof standardParts>;
  readonly clock: Clock;
  readonly log: Logger;
}

/** What cases came to, and how well the promise is kept. */
export function punctualityParts({ standards, ...rest }: Parts) {
  const { calendar, judgingFor } = standards;
  const parts = { ...rest, judgingFor };
  const results = new CaseResults(parts);
  const punctuality = new Punctuality({ ...parts, results });
  const lateReasons = new LateReasons(parts);
  return {
    punctuality,
    handlers: punctualityHandlers({
      ...{ ...parts, punctuality, lateReasons },
      judging: () => calendar.judging(),
    }),
    services: [new ForgottenTimers(parts), results] as readonly Service[],
  };
}
