import { type Clock, momentOn } from "../../kernel/clock.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { CaseId, MemberKey, Moment, VaultId } from "../../kernel/types.ts";
import type { CaseEvent, StepKey } from "../../sla/case-event.ts";
import { type PlannedStep, planFor, type Work } from "../../sla/plan.ts";
import type { Standard } from "../../sla/standard.ts";
import { type Timeline, timeline } from "../../sla/timeline.ts";
import type { CaseRecord, StoredCaseEvent } from "../../store/case-store.ts";
import type { EventData, NewEvent } from "../../store/event-catalog.ts";
import type { Store } from "../../store/store.ts";
import type { MemberRef } from "./member-directory.ts";
import type { StandardShelf } from "./sla/standard-shelf.ts";
import { stationOf } from "./stations.ts";

/** A case with everything its events say about it now. */
export interface TimedCase {
  readonly record: CaseRecord;
  readonly standard: Standard;
  readonly plan: readonly PlannedStep[];
  readonly timeline: Timeline;
  readonly member: MemberRef | undefined;
  readonly photo: VaultId | undefined;
  /** How that photo was made, and of which picture; undefined for one that came finished. */
  readonly photoMade: PhotoMade | undefined;
  /** Of that photo, the last word on its way into INLISLite. */
  readonly photoDelivery: EventData<"case.photoDelivered"> | undefined;
  /** Requirements ticked, as the desk said last. */
  readonly documents: readonly string[];
  /** Which of the standard's sorts of applicant; undefined while nobody has said it. */
  readonly category: string | undefined;
  readonly events: readonly StoredCaseEvent[];
}

export interface PhotoMade {
  readonly original: VaultId;
  readonly source: EventData<"case.photoTaken">["source"];
  readonly edits: NonNullable<EventData<"case.photoTaken">["edits"]>;
}

interface Dependencies {
  readonly store: Pick<Store, "cases">;
  readonly standards: Pick<StandardShelf, "find" | "versions">;
  /** The need is asked when a case is opened, and stays with it. */
  readonly work: Pick<Work, "route"> & { readonly needsPhoto: () => boolean };
  readonly clock: Clock;
}

/** Reads a case's events against the standard it was opened under. */
export class CaseTimings {
  readonly #store: Dependencies["store"];
  readonly #standards: Dependencies["standards"];
  readonly #work: Dependencies["work"];
  readonly #clock: Clock;

  constructor({ store, standards, work, clock }: Dependencies) {
    this.#store = store;
    this.#standards = standards;
    this.#work = work;
    this.#clock = clock;
  }

  /** Without a version the one in force. Throws `STANDARD_NOT_FOUND`, or `STANDARD_NOT_IN_FORCE` where it has no such one today. */
  standard(id: string, version?: number): Standard {
    const standard = this.#standards.find(id, version);
    if (standard) return standard;
    const isKnown = version === undefined && this.#standards.versions(id).length > 0;
    const code = isKnown ? "STANDARD_NOT_IN_FORCE" : "STANDARD_NOT_FOUND";
    throw new TitianError(code, { details: { standard: id } });
  }

  /**
   * Open cases, oldest first, whose standard is there: its file may be gone, or it is another desk's. Nothing can be said of
   * the others, and they must not keep these from being served.
   */
  open(): readonly CaseRecord[] {
    return this.#store.cases.open().filter((record) => this.hasStandard(record));
  }

  /** Whether anything can be said of a case here today. */
  hasStandard({ standardId, standardVersion }: CaseRecord): boolean {
    try {
      this.standard(standardId, standardVersion);
      return true;
    } catch {
      return false;
    }
  }

  /** Whether a case that is opened now plans for a photo. */
  get needsPhoto(): boolean {
    return this.#work.needsPhoto();
  }

  of(caseId: CaseId): TimedCase {
    const record = this.#store.cases.get(caseId);
    if (!record) throw new TitianError("CASE_NOT_FOUND", { details: { case: caseId } });
    const standard = this.standard(record.standardId, record.standardVersion);
    const events = this.#store.cases.events(caseId);
    const { needsPhoto = this.needsPhoto } = lastOf(events, "case.opened")?.data ?? {};
    const plan = planFor(standard, { ...record, work: { ...this.#work, needsPhoto } });
    return {
      record,
      standard,
      plan,
      timeline: timeline(plan, events, this.#now()),
      member: memberOf(record),
      photo: lastOf(events, "case.photoTaken")?.data.photo as VaultId | undefined,
      photoMade: photoMadeOf(events),
      photoDelivery: deliveryOf(events),
      documents: documentsOf(events),
      category: lastOf(events, "case.categorized")?.data.category,
      events,
    };
  }

  /** Whether the card is ready once this event has been written, and was not before. */
  becomesReadyBy(caseId: CaseId, event: NewEvent): boolean {
    const { plan, timeline: before } = this.of(caseId);
    if (before.status !== "open") return false;
    // The catalogue's data and the clock's own type meet by structure.
    const pending = { ...event, ...this.#now() } as CaseEvent;
    return timeline(plan, [...this.#store.cases.events(caseId), pending], this.#now()).status === "ready";
  }

  #now(): Moment {
    return momentOn(this.#clock);
  }
}

/** Whether an act of hand-over follows this piece of work, so that it does not close the case. */
export function hasHandoverAfter({ plan }: TimedCase, work: StepKey): boolean {
  const acts = plan.flatMap(({ parts }) => parts).filter((part) => stationOf(part) === "handover");
  return acts.indexOf(work) < acts.length - 1;
}

function memberOf({ memberId, memberKey }: CaseRecord): MemberRef | undefined {
  return memberId !== undefined && memberKey !== undefined
    ? { memberId, memberKey: memberKey as MemberKey }
    : undefined;
}

function photoMadeOf(events: readonly StoredCaseEvent[]): PhotoMade | undefined {
  const taken = lastOf(events, "case.photoTaken")?.data;
  if (taken?.original === undefined || !taken.edits) return undefined;
  const { original, source, edits } = taken;
  return { original: original as VaultId, source, edits };
}

function documentsOf(events: readonly StoredCaseEvent[]): readonly string[] {
  const said = events.findLast(
    (event) => event.type === "case.requirementsChecked" || event.type === "case.papersBrought",
  );
  return said?.data.documents ?? [];
}

/** A delivery without a photo of the case is INLISLite's own: its page has taken it. */
function deliveryOf(events: readonly StoredCaseEvent[]): EventData<"case.photoDelivered"> | undefined {
  const taken = events.findLastIndex(({ type }) => type === "case.photoTaken");
  return lastOf(events.slice(taken + 1), "case.photoDelivered")?.data;
}

/** The newest event of that type. */
export function lastOf<T extends StoredCaseEvent["type"]>(
  events: readonly StoredCaseEvent[],
  type: T,
): Extract<StoredCaseEvent, { readonly type: T }> | undefined {
  return events.findLast(
    (event): event is Extract<StoredCaseEvent, { readonly type: T }> => event.type === type,
  );
}
