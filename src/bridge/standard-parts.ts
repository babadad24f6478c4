import type { OpeningDaysRepository } from "../inlislite/opening-days.ts";
import type { Clock } from "../kernel/clock.ts";
import { type LocalDate, localDate } from "../kernel/types.ts";
import { PRESETS } from "../sla/presets.ts";
import type { Store } from "../store/store.ts";
import type { EventHub } from "./broadcast.ts";
import type { Config } from "./config/schema.ts";
import { calendarView } from "./flows/sla/calendar-view.ts";
import type { JudgingFor } from "./flows/sla/judging-for.ts";
import { SiteCalendar } from "./flows/sla/site-calendar.ts";
import { StandardEdits } from "./flows/sla/standard-edits.ts";
import { StandardShelf } from "./flows/sla/standard-shelf.ts";
import { StandardViews } from "./flows/sla/standard-views.ts";
import { calendarHandlers } from "./handlers/calendar.ts";
import { standardHandlers } from "./handlers/standards.ts";

interface RuleParts {
  readonly config: Pick<Config, "library">;
  readonly store: Pick<Store, "standards" | "standardFiles" | "calendar">;
  readonly clock: Clock;
}

interface Parts extends RuleParts {
  readonly store: RuleParts["store"] & Pick<Store, "counters">;
  readonly openingDays: OpeningDaysRepository;
}

/** By what cases are judged: the standards they were opened under, and when this library is open. */
export function judgingRules({ config: { library }, store, clock }: RuleParts) {
  const today = (): LocalDate => localDate(clock.now(), library.timeZone);
  const shelf = new StandardShelf({
    ...{ presets: PRESETS, records: store.standards, files: store.standardFiles, today },
  });
  const calendar = new SiteCalendar({ records: store.calendar, standards: shelf, library, today });
  const judgingFor: JudgingFor = (standard) => calendar.judgingOf(standard);
  return { shelf, calendar, judgingFor, today };
}

/** The library's service standards and its calendar, and what the console does with them. */
export function standardParts({ openingDays, ...parts }: Parts) {
  const { config, store } = parts;
  const { standard: otherwise, timeZone } = config.library;
  const { shelf, calendar, judgingFor, today } = judgingRules(parts);
  const titleOf = (desk: string): string => store.counters.titleOf(desk);
  const views = new StandardViews({ shelf, otherwise, today, titleOf });
  const viewOfCalendar = () => calendarView(calendar, { timeZone, titleOf });
  const edits = new StandardEdits({ shelf, records: store.standards, files: store.standardFiles });
  return {
    ...{ shelf, calendar, views, viewOfCalendar },
    judgingFor,
    handlersFor: (hub: EventHub) => ({
      ...standardHandlers({ shelf, edits, views, hub }),
      ...calendarHandlers({ calendar, view: viewOfCalendar, openingDays, hub }),
    }),
  };
}
