import { Recent } from "../../../cards/recent.ts";
import { type Clock, momentOn } from "../../../kernel/clock.ts";
import { TitianError } from "../../../kernel/errors.ts";
import type { ComplaintId, Moment } from "../../../kernel/types.ts";
import { BusinessHours } from "../../../sla/business-days.ts";
import type { Calendar } from "../../../sla/calendar.ts";
import { complaintSteps } from "../../../sla/complaint-steps.ts";
import { type ComplaintTimeline, complaintTimeline } from "../../../sla/complaint-timeline.ts";
import { type ComplaintVerdict, judgeComplaint } from "../../../sla/complaint-verdict.ts";
import type { Judging } from "../../../sla/promise-verdict.ts";
import type { ComplaintStep, Standard } from "../../../sla/standard.ts";
import type { ComplaintRecord } from "../../../store/complaint-store.ts";
import type { Store } from "../../../store/store.ts";
import type { SiteCalendar } from "../sla/site-calendar.ts";
import type { StandardShelf } from "../sla/standard-shelf.ts";

/** A complaint with everything its events say about it now. */
export interface TimedComplaint {
  readonly record: ComplaintRecord;
  /** Undefined where its file is gone, or it is another desk's. */
  readonly standard: Standard | undefined;
  readonly steps: readonly ComplaintStep[];
  readonly timeline: ComplaintTimeline;
  readonly verdict: ComplaintVerdict;
  readonly judging: Judging;
}

interface Dependencies {
  readonly store: Pick<Store, "complaints">;
  readonly standards: Pick<StandardShelf, "find">;
  readonly calendar: Pick<SiteCalendar, "judging" | "judgingOf">;
  readonly clock: Clock;
}

const KEPT_CALENDARS = 8;

/** Of a document that cannot be read: the steps are not known, and the times of receipt and answer are all the same. */
const UNKNOWN: Pick<Standard, "complaints"> = {
  complaints: { channels: [], areContactsGiven: false, procedure: null },
};

/** Reads a complaint's events against the procedure of the standard it was written down under. */
export class ComplaintTimings {
  readonly #deps: Dependencies;
  /** By the version of their calendar: a list judges hundreds of complaints by the same. */
  readonly #hours = new Recent<string, BusinessHours>(KEPT_CALENDARS);

  constructor(dependencies: Dependencies) {
    this.#deps = dependencies;
  }

  /** Throws `COMPLAINT_NOT_FOUND`. */
  of(id: ComplaintId): TimedComplaint {
    const record = this.#deps.store.complaints.get(id);
    if (!record) throw new TitianError("COMPLAINT_NOT_FOUND", { details: { complaint: id } });
    return this.read(record);
  }

  read(record: ComplaintRecord): TimedComplaint {
    const { calendar } = this.#deps;
    const standard = this.#standard(record);
    const steps = complaintSteps(standard ?? UNKNOWN);
    const numbers = steps.map(({ seq }) => seq);
    const events = this.#deps.store.complaints.events(record.complaint);
    const timeline = complaintTimeline(numbers, events, this.#now());
    const judging = standard ? calendar.judgingOf(standard) : calendar.judging();
    const hours = judging.calendar && this.#hoursOf(judging.calendar);
    const verdict = judgeComplaint(steps, timeline, record.limitDays, { ...judging, hours });
    return { record, standard, steps, timeline, verdict, judging };
  }

  /** Whether an answer was owed at that instant; what happened later is not looked at. */
  wasOwedAt({ complaint }: ComplaintRecord, instant: Date): boolean {
    const events = this.#deps.store.complaints.events(complaint).filter(({ at }) => at < instant);
    const [last = this.#now()] = events.slice(-1);
    const { status } = complaintTimeline([], events, last);
    return events.length > 0 && (status === "open" || status === "paused");
  }

  #now(): Moment {
    return momentOn(this.#deps.clock);
  }

  #hoursOf(calendar: Calendar): BusinessHours {
    return this.#hours.get(calendar.version, () => new BusinessHours(calendar));
  }

  #standard({ standardId, standardVersion }: ComplaintRecord): Standard | undefined {
    try {
      return this.#deps.standards.find(standardId, standardVersion);
    } catch {
      return undefined;
    }
  }
}
