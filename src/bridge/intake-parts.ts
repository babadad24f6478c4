import type { Config } from "./config/schema.ts";
import { CasePassing } from "./flows/case-passing.ts";
import type { CaseTimings } from "./flows/case-timings.ts";
import type { CaseViews } from "./flows/case-views.ts";
import type { CaseService } from "./flows/cases.ts";
import { Intake } from "./flows/intake.ts";
import { intakeHandlers } from "./handlers/intake.ts";

interface Parts {
  readonly config: Pick<Config, "desk">;
  readonly cases: CaseService;
  readonly timings: CaseTimings;
  readonly views: CaseViews;
  /** What whoever is signed in is called. */
  readonly nameNow: () => string | undefined;
}

/** Who is served, with which papers, and at which desk. */
export function intakeParts({ config, views, nameNow, ...parts }: Parts) {
  const intake = new Intake(parts);
  const passing = new CasePassing({ ...parts, desk: config.desk });
  return { handlers: intakeHandlers({ ...parts, intake, passing, views, nameNow }) };
}
