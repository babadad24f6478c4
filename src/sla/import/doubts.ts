import { documentDoubts } from "./document-doubts.ts";
import type { Reading } from "./import-standard.ts";
import type { Doubt, Mark } from "./imported.ts";
import { serviceDoubts } from "./service-doubts.ts";
import { timeDoubts } from "./time-doubts.ts";
import { unclearDoubts } from "./unclear-doubts.ts";

/** Everything a person has to decide, in the order of the source; what concerns no line comes first. */
export function doubtsOf(reading: Reading, marks: readonly Mark[]): readonly Doubt[] {
  const found = [
    ...readingDoubts(reading, marks),
    ...unclearDoubts(reading),
    ...timeDoubts(reading),
    ...serviceDoubts(reading),
    ...documentDoubts(reading),
  ];
  return found.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
}

/** Where the reading itself is a guess. */
function readingDoubts(reading: Reading, marks: readonly Mark[]): readonly Doubt[] {
  const { lines, draft, procedures, promised, hours } = reading;
  const steps = [...procedures.main, ...procedures.extra, ...procedures.online];
  const has = (section: string): boolean => lines.some((line) => line.section === section && !line.isHeading);
  return [
    ...(["requirements", "procedure", "time", "fee", "product", "complaint"] as const)
      .filter((section) => !has(section))
      .map((section) => ({
        code: "SECTION_MISSING",
        line: null,
        text: `Nothing was found under ${section}.`,
      })),
    ...lines
      .filter(({ isUnclear }) => isUnclear)
      .map(({ number, text }) => ({
        code: "HEADING_UNCLEAR",
        line: number,
        text: `Taken for a heading: ${text}`,
      })),
    ...marks
      .filter(({ part }) => part === "unknown")
      .map(({ line }) => ({ code: "LINE_UNKNOWN", line, text: "Nothing was made of this line." })),
    ...steps
      .filter(({ key }) => key === null)
      .map(({ line, text }) => ({
        code: "STEP_UNKNOWN",
        line: line.number,
        text: `No known kind of work: ${text}`,
      })),
    ...steps
      .filter(({ performer }) => performer.basis === "inferred")
      .map(({ line, performer }) => ({
        code: "PERFORMER_INFERRED",
        line: line.number,
        text: `Taken for the ${performer.role}'s work.`,
      })),
    ...(draft.service.title === ""
      ? [{ code: "TITLE_MISSING", line: null, text: "The service has no title." }]
      : []),
    ...(reading.provinceIsKnown
      ? []
      : [{ code: "PROVINCE_UNKNOWN", line: null, text: "The text names no province." }]),
    ...(reading.zoneIsStated
      ? []
      : [
          {
            code: "ZONE_ASSUMED",
            line: null,
            text: `The time zone is taken for ${draft.institution.timeZone}.`,
          },
        ]),
    ...(promised ? [] : [{ code: "PROMISE_MISSING", line: null, text: "No total time was found." }]),
    ...(promised?.isApproximate || promised?.isAtMost
      ? [
          {
            code: "PROMISE_APPROXIMATE",
            line: lineOf(draft.promise?.cites),
            text: `About, or at most: ${promised.text}`,
          },
        ]
      : []),
    ...(promised?.rangeFrom
      ? [{ code: "PROMISE_RANGE", line: lineOf(draft.promise?.cites), text: `From and to: ${promised.text}` }]
      : []),
    ...(draft.promise?.excludesQueue
      ? [
          {
            code: "PROMISE_WITHOUT_QUEUE",
            line: lineOf(draft.promise.cites),
            text: "Waiting in the queue is left out of the promise.",
          },
        ]
      : []),
    ...hours
      .filter(({ reads }) => reads.some(({ isBackwards }) => isBackwards))
      .slice(0, 1)
      .map(({ line }) => ({
        ...{ code: "HOURS_BACKWARDS", line: line.number, text: "Closes before it opens." },
      })),
    ...(reading.isFeeUnclear && has("fee")
      ? [
          {
            code: "FEE_UNKNOWN",
            line: lineOf(draft.fees.cites),
            text: `No amount was understood: ${draft.fees.text}`,
          },
        ]
      : []),
    ...(procedures.main.length === 0 && has("procedure")
      ? [{ code: "STEPS_MISSING", line: null, text: "No numbered steps were found." }]
      : []),
    ...procedures.leftOut.map(({ number, text }) => ({
      ...{ code: "STEP_LEFT_OUT", line: number, text: `No step was made of this line: ${text}` },
    })),
    ...steps
      .filter(({ read }) => read && (read.isApproximate || read.isAtMost || read.rangeFrom !== null))
      .map(({ line, read }) => ({
        ...{
          code: "STEP_APPROXIMATE",
          line: line.number,
          text: `About, at most, or from and to: ${read?.text}`,
        },
      })),
  ];
}

const lineOf = (cites: readonly { readonly line: number }[] | undefined): number | null =>
  cites?.[0]?.line ?? null;
