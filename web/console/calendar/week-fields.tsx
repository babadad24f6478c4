import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import type { Week, Weekday } from "../../../src/bridge/protocol/calendar-commands.ts";
import { useModel } from "../state/model.ts";
import { flawOf, type HoursFlaw, hoursIn, type Intervals, intervalsIn, intervalsText } from "./intervals.ts";

const DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const satisfies readonly Weekday[];

/** The opening hours of one week. What cannot be read stays in its field, marked, and the week as it was. */
export function WeekFields({
  week,
  name,
  onChange,
  onFlaw,
}: {
  readonly week: Week;
  /** Tells this week's fields from those of another season. */
  readonly name: string;
  readonly onChange: (week: Week) => void;
  /** Whether any day of it is flawed now. */
  readonly onFlaw?: (isFlawed: boolean) => void;
}) {
  const model = useModel();
  const words = model.text.calendar;
  const flawed = useSignal<ReadonlySet<Weekday>>(new Set());
  const take = (day: Weekday, intervals: Intervals | undefined): void => {
    const isFlawed = intervals === undefined || flawOf(intervals) !== undefined;
    const days = new Set(flawed.value);
    if (isFlawed) days.add(day);
    else days.delete(day);
    flawed.value = days;
    onFlaw?.(days.size > 0);
    if (intervals) onChange({ ...week, [day]: intervals });
  };
  return (
    <div class="week">
      {DAYS.map((day) => (
        <DayField key={day} day={day} name={name} intervals={week[day]} onTake={(read) => take(day, read)} />
      ))}
      <p class="ti-meta week-total">{words.total(hoursText(week, model.language))}</p>
    </div>
  );
}

function hoursText(week: Week, language: "id" | "en"): string {
  return new Intl.NumberFormat(language === "id" ? "id-ID" : "en-GB", { maximumFractionDigits: 2 }).format(
    hoursIn(week),
  );
}

function DayField({
  day,
  name,
  intervals,
  onTake,
}: {
  readonly day: Weekday;
  readonly name: string;
  readonly intervals: Intervals;
  readonly onTake: (intervals: Intervals | undefined) => void;
}) {
  const { text, language } = useModel();
  const words = text.calendar;
  /** While somebody types, and as long as it cannot be read. */
  const typed = useSignal<string | undefined>(undefined);
  const field = useId();
  const read = typed.value === undefined ? intervals : intervalsIn(typed.value);
  const flaw: HoursFlaw | undefined = read ? flawOf(read) : "unread";
  return (
    <div class="week-day">
      <label for={field}>{words.days[day]}</label>
      <input
        id={field}
        class="ti-input"
        value={typed.value ?? intervalsText(intervals, language)}
        placeholder={words.closed}
        maxLength={80}
        data-testid={`${name}-${day}`}
        aria-invalid={flaw !== undefined}
        aria-describedby={flaw ? `${field}-flaw` : undefined}
        onInput={(event) => {
          typed.value = event.currentTarget.value;
          onTake(intervalsIn(event.currentTarget.value));
        }}
        onBlur={() => {
          if (intervalsIn(typed.value ?? "")) typed.value = undefined;
        }}
      />
      {flaw ? (
        <p class="field-error ti-t-bad" id={`${field}-flaw`} data-testid={`${name}-${day}-flaw`}>
          {words.flaws[flaw]}
        </p>
      ) : null}
    </div>
  );
}
