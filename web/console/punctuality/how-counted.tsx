import type { PunctualityView } from "../../../src/bridge/protocol/punctuality-shapes.ts";
import { useModel } from "../state/model.ts";
import { useNumbers } from "./numbers.ts";

/** What belongs under every figure: which time, by which calendar, and what was left out. */
export function HowCounted({ view }: { readonly view: PunctualityView }) {
  const model = useModel();
  const words = model.text.punctuality;
  const { count } = useNumbers();
  const { summary, figure, countsOpenHoursOnly, calendarVersions, open, cancelled, notServed, asOf } = view;
  const { ends, dueRules } = view;
  const sentences = [
    ...(ends.length > 1 ? [words.endsDiffer] : []),
    ...ends.map((end) => words.ends[end]),
    figure === "gross" ? words.gross : words.net,
    ...dueRules.map((rule) => words.dueRules[rule]),
    countsOpenHoursOnly ? words.openHours : words.allHours,
    calendarVersions.length > 0 ? words.calendar(calendarVersions.join(", ")) : words.noCalendar,
    words.apart(count(open), count(cancelled), count(notServed), count(summary.abandoned)),
    ...(summary.unresolved > 0 ? [words.unresolved(count(summary.unresolved))] : []),
    ...(summary.clockSuspect > 0 ? [words.suspect(count(summary.clockSuspect))] : []),
    words.asOf(model.moment(asOf)),
  ];
  return (
    <p class="pk-counting" data-testid="counting">
      <strong>{words.counting}.</strong> {sentences.join(" ")}
    </p>
  );
}
