import { TitianError } from "../../../kernel/errors.ts";
import type { CaseId } from "../../../kernel/types.ts";
import type { LateReason } from "../../../sla/case-event.ts";
import { judgeCase } from "../../../sla/case-verdict.ts";
import type { CaseTimings } from "../case-timings.ts";
import type { CaseService } from "../cases.ts";
import type { MemberDirectory, MemberRef } from "../member-directory.ts";
import type { JudgingFor } from "./judging-for.ts";

/** A mail address, or as many digits as a phone, a NIK or a member number has. A time of day, 09.30, is neither. */
const ABOUT_A_PERSON = /@|\d([ -]?\d){5}|\d{3}[. -]\d{3}/;
/** Words of a name shorter than this stand in other words too. */
const SHORTEST_NAME = 3;

interface Dependencies {
  readonly cases: Pick<CaseService, "append">;
  readonly timings: Pick<CaseTimings, "of">;
  readonly members: Pick<MemberDirectory, "known">;
  readonly judgingFor: JudgingFor;
}

/** Why a case came late, in the desk's own words, which stay in the log for ever. */
export class LateReasons {
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  /** Throws `CASE_NOT_LATE`, or `LATE_NOTE_PERSONAL` for a note that names the member or holds a number of a person. */
  give(caseId: CaseId, reason: LateReason, note: string | undefined): void {
    const { cases, timings, judgingFor } = this.#deps;
    const { standard, plan, timeline, member } = timings.of(caseId);
    const { published, stepSum } = judgeCase(standard, plan, timeline, judgingFor(standard));
    if (published.verdict !== "late" && stepSum.verdict !== "late") throw new TitianError("CASE_NOT_LATE");
    const said = note?.trim();
    if (said && this.#isPersonal(said, member)) throw new TitianError("LATE_NOTE_PERSONAL");
    cases.append(caseId, { type: "case.lateReasonGiven", data: { reason, ...(said && { note: said }) } });
  }

  #isPersonal(note: string, member: MemberRef | undefined): boolean {
    if (ABOUT_A_PERSON.test(note)) return true;
    const name = (member && this.#deps.members.known(member)?.member.fullName) ?? "";
    const words = note.toLocaleLowerCase("id").split(/[^\p{L}']+/u);
    return name
      .toLocaleLowerCase("id")
      .split(/\s+/)
      .some((part) => part.length >= SHORTEST_NAME && words.includes(part));
  }
}
