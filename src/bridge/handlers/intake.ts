import type { CaseId } from "../../kernel/types.ts";
import type { Handlers } from "../dispatch.ts";
import { categoriesView } from "../flows/applicant-views.ts";
import type { CasePassing } from "../flows/case-passing.ts";
import type { CaseTimings } from "../flows/case-timings.ts";
import type { CaseViews } from "../flows/case-views.ts";
import type { Intake } from "../flows/intake.ts";
import type { INTAKE_COMMANDS } from "../protocol/intake-commands.ts";

interface Dependencies {
  readonly intake: Intake;
  readonly passing: CasePassing;
  readonly timings: Pick<CaseTimings, "standard">;
  readonly views: Pick<CaseViews, "of">;
  readonly nameNow: () => string | undefined;
}

export function intakeHandlers(dependencies: Dependencies): Pick<Handlers, keyof typeof INTAKE_COMMANDS> {
  const { intake, passing, timings, views, nameNow } = dependencies;
  return {
    async "intake.categories"({ standard, memberType, ...service }) {
      return categoriesView(timings.standard(standard), service, memberType ?? undefined);
    },
    async "case.categorize"({ case: id, category }) {
      intake.categorize(id as CaseId, category);
      return views.of(id as CaseId);
    },
    async "case.notePapers"({ case: id, documents }) {
      intake.notePapers(id as CaseId, documents);
      return views.of(id as CaseId);
    },
    async "case.refuse"({ case: id, reason }) {
      intake.refuse(id as CaseId, reason);
      return views.of(id as CaseId);
    },
    async "case.passOn"({ case: id, desk, officer = null, operator }) {
      passing.passOn(id as CaseId, { desk, officer }, nameNow() ?? operator);
      return views.of(id as CaseId);
    },
    async "case.takeOver"({ case: id, operator }) {
      passing.takeOver(id as CaseId, nameNow() ?? operator);
      return views.of(id as CaseId);
    },
  };
}
