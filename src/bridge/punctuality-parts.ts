import type { ReconnectingInlislite } from "../inlislite/reconnecting.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Service } from "../kernel/lifecycle.ts";
import type { Logger } from "../kernel/log.ts";
import type { Store } from "../store/store.ts";
import type { EventHub } from "./broadcast.ts";
import { complaintParts } from "./complaint-parts.ts";
import type { Config } from "./config/schema.ts";
import type { CaseTimings } from "./flows/case-timings.ts";
import type { CaseViews } from "./flows/case-views.ts";
import type { CaseService } from "./flows/cases.ts";
import type { LibraryName } from "./flows/library-name.ts";
import type { MemberDirectory } from "./flows/member-directory.ts";
import { CaseResults } from "./flows/sla/case-results.ts";
import { ForgottenTimers } from "./flows/sla/forgotten-timers.ts";
import { LateReasons } from "./flows/sla/late-reasons.ts";
import { Punctuality } from "./flows/sla/punctuality.ts";
import { PunctualityQuery } from "./flows/sla/punctuality-query.ts";
import { punctualityHandlers } from "./handlers/punctuality.ts";
import { reportParts } from "./report-parts.ts";
import type { standardParts } from "./standard-parts.ts";
import { surveyParts } from "./survey-parts.ts";

interface Parts {
  readonly config: Pick<Config, "desk" | "library" | "reports" | "survey" | "store" | "complaints">;
  readonly store: Store;
  readonly inlislite: ReconnectingInlislite;
  readonly cases: CaseService;
  readonly timings: CaseTimings;
  readonly views: CaseViews;
  readonly members: MemberDirectory;
  readonly library: LibraryName;
  readonly standards: ReturnType<typeof standardParts>;
  readonly hub: EventHub;
  readonly clock: Clock;
  readonly log: Logger;
}

/** What cases came to, how well the promise is kept, what people think and complain of, and the reports of all that. */
export function punctualityParts({ config, library, standards, ...rest }: Parts) {
  const { calendar, judgingFor } = standards;
  const parts = { ...rest, judgingFor };
  const results = new CaseResults(parts);
  const punctuality = new Punctuality({ ...parts, results });
  const lateReasons = new LateReasons(parts);
  const query = new PunctualityQuery({ ...parts, punctuality, judging: () => calendar.judging() });
  const survey = surveyParts({ ...parts, config, library, query, standards: standards.shelf });
  const complaints = complaintParts({ ...rest, config, standards: standards.shelf, calendar });
  const reports = reportParts({
    ...{ ...parts, config, library, query },
    ...{ survey: survey.query, shelf: standards.shelf, complaints: complaints.statistics },
  });
  return {
    complaintViews: complaints.views,
    handlers: {
      ...punctualityHandlers({ ...parts, punctuality, query, lateReasons }),
      ...survey.handlers,
      ...complaints.handlers,
      ...reports.handlers,
    },
    services: [
      new ForgottenTimers({ ...parts, desk: config.desk.id }).service,
      results,
      ...reports.services,
      ...survey.services,
      ...complaints.services,
    ] as readonly Service[],
  };
}
