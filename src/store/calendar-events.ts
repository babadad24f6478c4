import { Type } from "typebox";
import { CLOSURE_KINDS } from "../sla/calendar-kinds.ts";
import { FIGURES } from "../sla/case-event.ts";
import { BUSINESS_DAY_RULES, WEEKDAYS, type Weekday } from "../sla/standard.ts";
import { Day, Nullable, record } from "./event-shapes.ts";

const Time = Type.String({ pattern: "^([01]\\d|2[0-3]):[0-5]\\d$" });
const Intervals = Type.Array(Type.Tuple([Time, Time]), { maxItems: 6 });
const Week = record(
  Object.fromEntries(WEEKDAYS.map((day) => [day, Intervals])) as Record<Weekday, typeof Intervals>,
);
const Name = Type.String({ maxLength: 80 });

/** When the library is open, whole at each change, and by what cases are judged. Nothing about a person. */
export const CALENDAR_EVENTS = {
  "calendar.changed": record({
    /** Counts the changes; printed on every report. */
    version: Type.Integer({ minimum: 1 }),
    weekly: Week,
    special: Type.Array(record({ title: Name, from: Day, to: Day, weekly: Week }), { maxItems: 40 }),
    closures: Type.Array(
      record({
        date: Day,
        kind: Type.Enum(CLOSURE_KINDS),
        name: Name,
      }),
      { maxItems: 1_000 },
    ),
    observesCollectiveLeave: Type.Boolean(),
    countsSaturday: Type.Boolean(),
    /** The newest change of each other desk that its maker had before them: which of its events. */
    seen: Type.Optional(
      Type.Array(record({ desk: Type.String({ maxLength: 40 }), seq: Type.Integer({ minimum: 1 }) }), {
        maxItems: 200,
      }),
    ),
  }),
  "calendar.judgingChanged": record({
    figure: Type.Enum(FIGURES),
    countsOpenHoursOnly: Type.Boolean(),
    /** Null: as each standard has it. */
    businessDayRule: Nullable(Type.Enum(BUSINESS_DAY_RULES)),
  }),
} as const;
