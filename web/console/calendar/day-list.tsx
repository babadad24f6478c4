import type { ClosureView } from "../../../src/bridge/protocol/calendar-commands.ts";
import { longDate } from "../format/time.ts";
import { useModel } from "../state/model.ts";

/** Closed days to be looked at before they are taken over. */
export function DayList({
  closures,
  title,
}: {
  readonly closures: readonly ClosureView[];
  readonly title: string;
}) {
  const { text, language } = useModel();
  return (
    <div>
      <h3>{title}</h3>
      <ul class="cal-found" data-testid="found-days">
        {closures.map(({ date, kind, name }) => (
          <li key={date}>
            <span class="cal-date">{longDate(date, language)}</span>
            <span>{name}</span>
            <span class="ti-meta">{text.calendar.kinds[kind]}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
