import { durationIn, isTimeUnclear } from "./duration.ts";
import type { Reading } from "./import-standard.ts";
import { type Doubt, doubt } from "./imported.ts";
import { areHoursUnclear } from "./opening-hours.ts";
import type { SectionedLine } from "./sections.ts";

/** What is written and was not read for certain, as a scanner's `l5 menit`: nothing is put in its place. */
export function unclearDoubts({ lines, promises, draft }: Reading): readonly Doubt[] {
  const told = lines.filter(({ isHeading }) => !isHeading);
  const timed = told.filter(
    ({ section }) => section === "procedure" || section === "time" || section === "complaint",
  );
  return [
    ...timed.filter(isUnclear).map(({ number, text }) => ({
      ...{ code: "TIME_UNCLEAR", line: number, text: `No time was read: ${text}` },
    })),
    ...told
      .filter(({ section, text }) => section === "time" && areHoursUnclear(text))
      .map(({ number, text }) => ({
        ...{ code: "HOURS_UNCLEAR", line: number, text: `Not all hours were read: ${text}` },
      })),
    ...doubt(
      "PROMISE_SEVERAL",
      promises[0]?.number,
      `Taken for the promise: ${draft.promise?.published.text}`,
      new Set(promises.map(({ text }) => lasting(text))).size > 1,
    ),
  ];
}

/** A row of a table has its time in a cell of its own. */
const isUnclear = ({ text }: SectionedLine): boolean => text.split("\t").some(isTimeUnclear);

const lasting = (text: string): string => {
  const read = durationIn(text);
  return `${read?.value} ${read?.unit}`;
};
