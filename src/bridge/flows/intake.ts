import { TitianError } from "../../kernel/errors.ts";
import type { CaseId } from "../../kernel/types.ts";
import type { Refusal } from "../../sla/case-event.ts";
import { categoriesFor, papersFor } from "../../sla/papers.ts";
import type { Service } from "../../sla/service.ts";
import type { Standard } from "../../sla/standard.ts";
import type { EventData } from "../../store/event-catalog.ts";
import type { CaseTimings, TimedCase } from "./case-timings.ts";
import type { CaseService } from "./cases.ts";

interface Dependencies {
  readonly cases: Pick<CaseService, "append" | "isClosed">;
  readonly timings: Pick<CaseTimings, "of">;
}

/** Who came, and what they brought: none of it ends a step, and all of it may be said again. */
export class Intake {
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  /** Throws `CATEGORY_UNKNOWN` for one that the case's standard does not have. */
  categorize(caseId: CaseId, category: string): void {
    const { standard, record } = this.#unclosed(caseId);
    const data = categorized(standard, record, category);
    this.#deps.cases.append(caseId, { type: "case.categorized", data });
  }

  /** All that are there now, also those of before. */
  notePapers(caseId: CaseId, documents: readonly string[]): void {
    this.#unclosed(caseId);
    this.#deps.cases.append(caseId, { type: "case.papersBrought", data: { documents: [...documents] } });
  }

  /** The case is over, and nobody is late. Throws `CATEGORY_IS_SERVED` where the document does not turn this applicant away. */
  refuse(caseId: CaseId, reason: Refusal): void {
    const timed = this.#unclosed(caseId);
    const { standard, record, category, documents } = timed;
    if (reason === "category" && !isTurnedAway(timed)) throw new TitianError("CATEGORY_IS_SERVED");
    const missing = papersFor(standard, record, category)
      .map(({ id }) => id)
      .filter((id) => !documents.includes(id));
    const data = reason === "category" ? { reason } : { reason, missing };
    this.#deps.cases.append(caseId, { type: "case.notServed", data });
  }

  #unclosed(caseId: CaseId): TimedCase {
    if (this.#deps.cases.isClosed(caseId)) throw new TitianError("CASE_CLOSED");
    return this.#deps.timings.of(caseId);
  }
}

export function categorized(
  standard: Standard,
  service: Service,
  category: string,
): EventData<"case.categorized"> {
  const known = categoriesFor(standard, service).find(({ key }) => key === category);
  if (!known) throw new TitianError("CATEGORY_UNKNOWN", { details: { category } });
  return { category, isServed: known.isServed };
}

const isTurnedAway = ({ standard, record, category }: TimedCase): boolean =>
  categoriesFor(standard, record).some(({ key, isServed }) => key === category && !isServed);
