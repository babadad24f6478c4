import type { DesignShelf } from "../../cards/design-shelf.ts";
import { TitianError } from "../../kernel/errors.ts";
import type { Logger } from "../../kernel/log.ts";
import type { CaseId, JobId } from "../../kernel/types.ts";
import type { StoredEvent } from "../../store/event-catalog.ts";
import { nounOf } from "../../store/exchange-scope.ts";
import { subjectOf } from "../../store/projection.ts";
import type { Store } from "../../store/store.ts";
import type { EventHub } from "../broadcast.ts";
import type { Config } from "../config/schema.ts";
import { tellCase } from "../flows/also-open.ts";
import type { CaseViews } from "../flows/case-views.ts";
import type { ComplaintViews } from "../flows/complaints/complaint-views.ts";
import type { DesignViews } from "../flows/design-views.ts";
import { otherDesks } from "../flows/desk-views.ts";
import type { SiteCalendar } from "../flows/sla/site-calendar.ts";
import type { StandardShelf } from "../flows/sla/standard-shelf.ts";
import type { StandardViews } from "../flows/sla/standard-views.ts";
import type { CalendarView } from "../protocol/calendar-commands.ts";

export interface NewsParts {
  readonly config: Pick<Config, "desk">;
  readonly store: Pick<Store, "events" | "jobs" | "cases" | "finishing">;
  readonly hub: Pick<EventHub, "publish">;
  readonly views: Pick<CaseViews, "of" | "canShow">;
  readonly standards: {
    readonly shelf: StandardShelf;
    readonly calendar: SiteCalendar;
    readonly views: StandardViews;
    readonly viewOfCalendar: () => CalendarView;
  };
  readonly designs: DesignShelf;
  readonly designViews: DesignViews;
  readonly complaintViews: Pick<ComplaintViews, "counts">;
  /** Whoever waits for a card may have been served elsewhere. */
  readonly waitingTouched: () => void;
  readonly log: Logger;
}

/** What pages show, as far as other desks can change it. */
export type Shown =
  | "standards"
  | "calendar"
  | "designs"
  | "desks"
  | "cases"
  | "board"
  | "waiting"
  | "complaints"
  | "survey"
  | "privacy";

type Tell = (parts: NewsParts, events: readonly StoredEvent[]) => void;

/** The same news as of this desk's own acts, so that a page need not know where something was done. */
export const NEWS_TO_PAGES: Readonly<Record<Shown, Tell>> = {
  standards: ({ hub, standards: { views } }) => hub.publish("standards.changed", { standards: views.all() }),
  calendar: ({ hub, standards: { viewOfCalendar } }) => hub.publish("calendar.changed", viewOfCalendar()),
  designs: ({ hub, designViews }) => hub.publish("designs.changed", designViews.all()),
  desks: ({ hub, config }) => hub.publish("desks.changed", { otherDesks: otherDesks(config) }),
  cases: (parts, events) => {
    for (const id of new Set(events.flatMap((event) => caseOf(event, parts.store) ?? []))) tell(id, parts);
  },
  board: ({ hub, store }) => hub.publish("board.changed", { cards: store.finishing.onBoard().length }),
  waiting: ({ waitingTouched }) => waitingTouched(),
  complaints: ({ hub, complaintViews }, events) => {
    const counts = complaintViews.counts();
    const about = events.filter(({ stream }) => nounOf(stream) === "complaint").map(subjectOf);
    const told = about.length > 0 ? [...new Set(about)] : [null];
    for (const complaint of told) hub.publish("complaints.changed", { complaint, counts });
  },
  survey: ({ hub }) => hub.publish("survey.changed", {}),
  privacy: ({ hub }) => hub.publish("privacy.changed", {}),
};

function caseOf(event: StoredEvent, { jobs }: Pick<Store, "jobs">): CaseId | undefined {
  if (event.type.startsWith("case.")) return subjectOf(event) as CaseId;
  const isOfCard = event.type.startsWith("print.") || event.type.startsWith("card.");
  return isOfCard ? jobs.get(subjectOf(event) as JobId)?.case : undefined;
}

function tell(id: CaseId, { hub, views, store: { cases }, log }: NewsParts): void {
  try {
    tellCase(id, { hub, views, cases });
  } catch (error) {
    // Somebody holds a number and has no case yet, or the case's standard has not come.
    log.debug("another desk's case is not shown", { case: id, code: TitianError.from(error).code });
  }
}
