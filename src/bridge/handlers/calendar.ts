import type { OpeningDaysRepository } from "../../inlislite/opening-days.ts";
import { TitianError } from "../../kernel/errors.ts";
import { readHolidays } from "../../sla/holiday-list.ts";
import type { EventHub } from "../broadcast.ts";
import type { Handlers } from "../dispatch.ts";
import { proposalOf } from "../flows/sla/calendar-proposal.ts";
import type { SiteCalendar } from "../flows/sla/site-calendar.ts";
import type { CALENDAR_COMMANDS, CalendarView } from "../protocol/calendar-commands.ts";

interface Dependencies {
  readonly calendar: SiteCalendar;
  readonly view: () => CalendarView;
  readonly openingDays: OpeningDaysRepository;
  readonly hub: EventHub;
}

const MOST_CLOSURES = 1_000;
const MOST_UNREAD = 200;

export function calendarHandlers(dependencies: Dependencies): Pick<Handlers, keyof typeof CALENDAR_COMMANDS> {
  const { calendar, view, openingDays, hub } = dependencies;
  const told = (): CalendarView => {
    hub.publish("calendar.changed", view());
    return view();
  };
  return {
    async "calendar.get"() {
      return view();
    },
    async "calendar.save"({ calendar: document, expects }) {
      calendar.save(document, expects);
      return told();
    },
    async "calendar.readList"({ text, year }) {
      const { closures, unread } = readHolidays(text, year);
      if (closures.length === 0) throw new TitianError("CALENDAR_LIST_EMPTY");
      return {
        closures: closures.slice(0, MOST_CLOSURES).map(({ name = "", ...closure }) => ({ ...closure, name })),
        unread: unread
          .slice(0, MOST_UNREAD)
          .map(({ line, text: words }) => ({ line, text: words.slice(0, 200) })),
      };
    },
    async "calendar.ofInlislite"(_, { signal }) {
      return proposalOf(await openingDays.read(signal), calendar.document().weekly);
    },
    async "judging.save"({ judging }) {
      calendar.setJudging(judging);
      return told();
    },
  };
}
