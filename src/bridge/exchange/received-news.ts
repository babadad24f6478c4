import type { DesignShelf } from "../../cards/design-shelf.ts";
import { TitianError } from "../../kernel/errors.ts";
import { subscribe } from "../../kernel/events.ts";
import type { Logger } from "../../kernel/log.ts";
import type { CaseId, JobId } from "../../kernel/types.ts";
import type { StoredEvent } from "../../store/event-catalog.ts";
import { subjectOf } from "../../store/projection.ts";
import type { Store } from "../../store/store.ts";
import type { EventHub } from "../broadcast.ts";
import type { CaseViews } from "../flows/case-views.ts";
import type { SiteCalendar } from "../flows/sla/site-calendar.ts";
import type { StandardShelf } from "../flows/sla/standard-shelf.ts";

export interface NewsParts {
  readonly store: Pick<Store, "events" | "jobs">;
  readonly hub: Pick<EventHub, "publish">;
  readonly views: Pick<CaseViews, "of">;
  readonly standards: { readonly shelf: StandardShelf; readonly calendar: SiteCalendar };
  readonly designs: DesignShelf;
  readonly log: Logger;
}

/** What other desks have done, to the parts that remember what the log says, and to the pages. */
export function receivedNews(parts: NewsParts): Disposable {
  const { store, standards, designs } = parts;
  return subscribe(store.events.events, "received", ({ events }) => {
    const isAbout = (noun: string): boolean => events.some(({ stream }) => stream.startsWith(`${noun}/`));
    if (isAbout("standard")) standards.shelf.changed();
    if (isAbout("standard") || isAbout("calendar")) standards.calendar.changed();
    if (isAbout("design")) designs.changed();
    for (const id of new Set(events.flatMap((event) => caseOf(event, store) ?? []))) tell(id, parts);
  });
}

function caseOf(event: StoredEvent, { jobs }: Pick<Store, "jobs">): CaseId | undefined {
  if (event.type.startsWith("case.")) return subjectOf(event) as CaseId;
  const isOfCard = event.type.startsWith("print.") || event.type.startsWith("card.");
  return isOfCard ? jobs.get(subjectOf(event) as JobId)?.case : undefined;
}

function tell(id: CaseId, { hub, views, log }: NewsParts): void {
  try {
    hub.publish("case.changed", views.of(id));
  } catch (error) {
    // Somebody holds a number and has no case yet, or the case's standard has not come.
    log.debug("another desk's case is not shown", { case: id, code: TitianError.from(error).code });
  }
}
