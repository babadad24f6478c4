import { durationsIn, isTimeUnclear, type ReadDuration } from "./duration.ts";
import type { Reading } from "./import-standard.ts";
import { type Doubt, doubt } from "./imported.ts";
import { areHoursNamed, areHoursUnclear } from "./opening-hours.ts";
import type { SectionedLine } from "./sections.ts";

/** What is written and was not read for certain, as a scanner's `l5 menit`: nothing is put in its place. */
export function unclearDoubts(reading: Reading): readonly Doubt[] {
  const { lines, draft, promises } = reading;
  const told = lines.filter(({ isHeading }) => !isHeading);
  const timed = told.filter(
    ({ section }) => section === "procedure" || section === "time" || section === "complaint",
  );
  const steps = timedSteps(reading);
  const total = new Set(promises.map(({ number }) => number));
  const isLeft = ({ number, text }: SectionedLine): boolean =>
    !total.has(number) && lengthsIn(text).size > (steps.has(number) ? 1 : 0);
  const totals = timed.filter(({ section, number }) => section === "time" && !steps.has(number));
  return [
    ...timed
      .filter((line) => isUnclear(line) || (!line.text.includes("\t") && isLeft(line)))
      .map(({ number, text }) => ({
        ...{ code: "TIME_UNCLEAR", line: number, text: `No time was read for certain: ${text}` },
      })),
    ...told
      .filter(({ section, text }) =>
        section === "time" ? areHoursUnclear(text) : section !== "complaint" && areHoursNamed(text),
      )
      .map(({ number, text }) => ({
        ...{ code: "HOURS_UNCLEAR", line: number, text: `Not all hours were read: ${text}` },
      })),
    ...doubt(
      "PROMISE_SEVERAL",
      promises[0]?.number,
      `Taken for the promise: ${draft.promise?.published.text}`,
      promises.length > 0 && new Set(totals.flatMap(({ text }) => [...lengthsIn(text)])).size > 1,
    ),
  ];
}

/** A row of a table has its time in a cell of its own. */
const isUnclear = ({ text }: SectionedLine): boolean => text.split("\t").some(isTimeUnclear);

/** Lines whose time became that of a step. */
function timedSteps({ procedures, draft }: Reading): ReadonlySet<number> {
  const { main, extra, online } = procedures;
  const complaints = draft.complaints.procedure?.steps ?? [];
  const timed = [...main, ...extra, ...online, ...complaints].filter(({ target }) => target !== null);
  return new Set(timed.flatMap(({ cites }) => cites[0]?.line ?? []));
}

const lengthsIn = (text: string): ReadonlySet<string> => new Set(durationsIn(text).map(lasting));

const lasting = ({ unit, value, seconds }: ReadDuration): string =>
  unit === "business-day" ? `${value} days` : `${seconds} s`;
