import { TitianError } from "../../kernel/errors.ts";
import type { CaseId } from "../../kernel/types.ts";
import type { StoredCaseEvent } from "../../store/case-store.ts";
import type { Config } from "../config/schema.ts";
import type { HolderView } from "../protocol/intake-shapes.ts";
import { type CaseTimings, lastOf } from "./case-timings.ts";
import type { CaseService } from "./cases.ts";

/** A desk, and the officer there, where somebody is named. */
export interface Place {
  readonly desk: string;
  readonly officer: string | null;
}

/** Who looks after a case. */
interface Holder extends Place {
  /** That desk has not said yet that it has it. */
  readonly isAwaited: boolean;
  readonly since: Date | undefined;
}

interface Dependencies {
  readonly cases: Pick<CaseService, "append" | "isClosed">;
  readonly timings: Pick<CaseTimings, "of">;
  readonly desk: Config["desk"];
}

/** Cases that go from one desk to another, or from one officer to the next. Their clock runs on; nothing is ever locked. */
export class CasePassing {
  readonly #deps: Dependencies;

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  /** Throws `DESK_UNKNOWN`. To whoever has it already, nothing happens. */
  passOn(caseId: CaseId, to: Place, operator: string | undefined): void {
    const { cases, desk } = this.#deps;
    const holder = this.#holderOf(caseId);
    if (titleOf(to.desk, desk) === undefined)
      throw new TitianError("DESK_UNKNOWN", { details: { desk: to.desk } });
    if (holder.desk === to.desk && holder.officer === to.officer) return;
    const from = { desk: holder.desk, officer: operator ?? holder.officer };
    cases.append(caseId, { type: "case.passedOn", data: { from, to }, ...(operator && { operator }) });
  }

  /** Remembers what this desk had seen of the case: another desk's clock cannot tell which of two events came first. */
  takeOver(caseId: CaseId, operator: string | undefined): void {
    const { cases, timings, desk } = this.#deps;
    const holder = this.#holderOf(caseId);
    const officer = operator ?? (holder.desk === desk.id ? holder.officer : null);
    const after = timings.of(caseId).events.at(-1)?.id;
    if (after === undefined || (isWith(holder, { desk: desk.id, officer }) && !holder.isAwaited)) return;
    const by = { desk: desk.id, officer };
    cases.append(caseId, { type: "case.takenOver", data: { by, after }, ...(operator && { operator }) });
  }

  #holderOf(caseId: CaseId): Holder {
    if (this.#deps.cases.isClosed(caseId)) throw new TitianError("CASE_CLOSED");
    return holderIn(this.#deps.timings.of(caseId).events);
  }
}

/** Null while it is looked after here and nobody is named for it. One that another desk has sent is shown until it is taken over. */
export function holderView(events: readonly StoredCaseEvent[], here: Config["desk"]): HolderView | null {
  const { desk, officer, isAwaited, since } = holderIn(events);
  if (!since || (desk === here.id && officer === null && !isAwaited)) return null;
  const title = titleOf(desk, here) ?? desk;
  return { ...{ desk, officer, isAwaited, title }, isHere: desk === here.id, since: since.toISOString() };
}

export const titleOf = (id: string, here: Config["desk"]): string | undefined =>
  [here, ...here.others].find((one) => one.id === id)?.title;

/** The desk that has the case: it alone does to it what nobody presses a button for. */
export const deskOf = (events: readonly StoredCaseEvent[]): string => holderIn(events).desk;

function holderIn(events: readonly StoredCaseEvent[]): Holder {
  const last = events.findLast(({ type }) => type === "case.passedOn" || type === "case.takenOver");
  switch (last?.type) {
    case "case.passedOn": {
      const { from, to } = last.data;
      // Whoever does something to it has it, said or not. The next officer sits at the same desk and need not be told.
      const isTaken = events.slice(events.indexOf(last)).some(({ desk }) => desk === to.desk);
      return { ...to, isAwaited: to.desk !== from.desk && !isTaken, since: last.at };
    }
    case "case.takenOver":
      return { ...last.data.by, isAwaited: false, since: last.at };
    default:
      return openedAt(events);
  }
}

function openedAt(events: readonly StoredCaseEvent[]): Holder {
  const opened = lastOf(events, "case.opened");
  return { desk: opened?.desk ?? "", officer: null, isAwaited: false, since: opened?.at };
}

const isWith = (holder: Place, place: Place): boolean =>
  holder.desk === place.desk && holder.officer === place.officer;
