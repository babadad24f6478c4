import { type Static, Type } from "typebox";
import { CLOSURE_KINDS } from "../../sla/calendar-kinds.ts";
import { FIGURES } from "../../sla/case-event.ts";
import { BUSINESS_DAY_RULES, WEEKDAYS, type Weekday } from "../../sla/standard.ts";
import { command, Empty, params, QUICK, READ } from "./command.ts";
import { nullable } from "./shapes.ts";
import { Day } from "./standard-shapes.ts";

export type { Weekday } from "../../sla/standard.ts";

const Time = Type.String({ pattern: "^([01]\\d|2[0-3]):[0-5]\\d$", description: "Local, `07:30`." });
const Intervals = Type.Array(Type.Tuple([Time, Time]), {
  maxItems: 6,
  description: "From opening to closing, in order. Empty: closed.",
});
export const Week = params(
  Object.fromEntries(WEEKDAYS.map((day) => [day, Intervals])) as Record<Weekday, typeof Intervals>,
);
export type Week = Static<typeof Week>;

const Name = Type.String({ maxLength: 80 });
export const ClosureView = params({ date: Day, kind: Type.Enum(CLOSURE_KINDS), name: Name });
export type ClosureView = Static<typeof ClosureView>;

const Closures = Type.Array(ClosureView, { maxItems: 1_000 });

export const CalendarDocument = params({
  weekly: Week,
  special: Type.Array(params({ title: Name, from: Day, to: Day, weekly: Week }), {
    maxItems: 40,
    description: "Hours of a season, such as Ramadan; both days are part of it.",
  }),
  closures: Closures,
  observesCollectiveLeave: Type.Boolean({ description: "Whether the office is closed on cuti bersama." }),
  countsSaturday: Type.Boolean({ description: "Whether a Saturday with hours is a working day." }),
});
export type CalendarDocument = Static<typeof CalendarDocument>;

export const JudgingSettings = params({
  figure: Type.Enum(FIGURES, { description: "`gross` counts pauses too, `net` leaves them out." }),
  countsOpenHoursOnly: Type.Boolean({ description: "Time while the library is closed does not count." }),
  businessDayRule: nullable(
    Type.Enum(BUSINESS_DAY_RULES, {
      description: "Until when a working day lasts; null: as each standard has it.",
    }),
  ),
});
export type JudgingSettings = Static<typeof JudgingSettings>;

export const CalendarView = Type.Object({
  version: Type.Integer({ minimum: 0, description: "0 until somebody has saved one." }),
  basis: Type.Enum(["library", "standard", "assumed"], {
    description: "Whose hours these are. `assumed`: nobody has said any, and nothing is judged by them.",
  }),
  calendar: CalendarDocument,
  judging: JudgingSettings,
  missingYear: nullable(
    Type.Integer({ description: "The year whose holidays are not there; from 1 December also the next." }),
  ),
  timeZone: Type.String({ maxLength: 60 }),
  overruled: nullable(
    Type.Object(
      { desk: Type.String({ maxLength: 80 }), calendar: CalendarDocument },
      {
        description:
          "What this desk has saved while it was apart from that one, whose calendar holds; until the next is saved.",
      },
    ),
  ),
});
export type CalendarView = Static<typeof CalendarView>;

const Unread = Type.Array(
  Type.Object({ line: Type.Integer({ minimum: 1 }), text: Type.String({ maxLength: 200 }) }),
  { maxItems: 200, description: "Lines with a number that is no day." },
);

/** When the library is open. All of it is the console's. */
export const CALENDAR_COMMANDS = {
  "calendar.get": command({
    since: 1,
    summary: "Opening hours, seasons, closed days, and by what cases are judged.",
    params: Empty,
    result: CalendarView,
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
  "calendar.save": command({
    since: 1,
    summary: "Keep the whole calendar. `CALENDAR_HOURS_WRONG` where hours overlap.",
    params: params({
      calendar: CalendarDocument,
      expects: Type.Integer({ minimum: 0, description: "The version that the page knows." }),
    }),
    result: CalendarView,
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
  "calendar.readList": command({
    since: 1,
    summary: "Read a pasted list of holidays. Nothing is kept.",
    params: params({
      text: Type.String({ minLength: 1, maxLength: 20_000 }),
      year: Type.Integer({ minimum: 2000, maximum: 2099, description: "For lines that name none." }),
    }),
    result: Type.Object({ closures: Closures, unread: Unread }),
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
  "calendar.ofInlislite": command({
    since: 1,
    summary:
      "INLISLite's own holidays and opening hours, as a proposal. Null for what it has not, or does not let be read.",
    params: Empty,
    result: Type.Object({
      closures: nullable(Closures),
      weekly: nullable(Week),
    }),
    deadlineMs: READ,
    consoleOnly: true,
  }),
  "judging.save": command({
    since: 1,
    summary: "By what cases are judged from now on, printed on every report.",
    params: params({ judging: JudgingSettings }),
    result: CalendarView,
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
} as const;
