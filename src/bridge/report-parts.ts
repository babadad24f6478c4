import type { ReconnectingInlislite } from "../inlislite/reconnecting.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Logger } from "../kernel/log.ts";
import type { Store } from "../store/store.ts";
import type { Config } from "./config/schema.ts";
import type { CaseTimings } from "./flows/case-timings.ts";
import type { ComplaintStatistics } from "./flows/complaints/complaint-statistics.ts";
import type { LibraryName } from "./flows/library-name.ts";
import type { MemberDirectory } from "./flows/member-directory.ts";
import { MemberStatistics } from "./flows/member-statistics.ts";
import { CaseRegister } from "./flows/sla/case-register.ts";
import { MonthlyReports } from "./flows/sla/monthly-reports.ts";
import type { PunctualityQuery } from "./flows/sla/punctuality-query.ts";
import { ReportPack } from "./flows/sla/report-pack.ts";
import type { StandardShelf } from "./flows/sla/standard-shelf.ts";
import type { SurveyQuery } from "./flows/survey/survey-query.ts";
import { reportHandlers } from "./handlers/reports.ts";

interface Parts {
  readonly config: Pick<Config, "desk" | "library" | "reports">;
  readonly store: Pick<Store, "cases" | "stock" | "operators">;
  readonly timings: CaseTimings;
  readonly members: MemberDirectory;
  readonly shelf: StandardShelf;
  readonly query: PunctualityQuery;
  readonly survey: SurveyQuery;
  readonly complaints: ComplaintStatistics;
  readonly inlislite: Pick<ReconnectingInlislite, "counts">;
  readonly library: LibraryName;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Reports that are asked for, and those that are made by themselves. */
export function reportParts(parts: Parts) {
  const { config, store, timings, members, shelf, query, survey, complaints, inlislite } = parts;
  const { library, clock, log } = parts;
  const pack = new ReportPack({
    ...{
      query,
      survey,
      complaints,
      store,
      clock,
      standards: shelf,
      library: config.library,
      deskTitle: config.desk.title,
    },
    register: new CaseRegister({ store, timings, members }),
    members: new MemberStatistics({ counts: inlislite.counts, clock, timeZone: config.library.timeZone }),
    libraryName: (signal) => library.refreshed(signal),
  });
  const { folder, paper } = config.reports;
  const { timeZone } = config.library;
  return {
    handlers: reportHandlers(pack),
    services:
      folder === undefined ? [] : [new MonthlyReports({ pack, folder, paper, timeZone, clock, log }).service],
  };
}
