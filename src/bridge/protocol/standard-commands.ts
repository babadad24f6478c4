import { Type } from "typebox";
import { command, Empty, params, QUICK, READ } from "./command.ts";
import { nullable, StepKey } from "./shapes.ts";
import {
  ChangeView,
  Day,
  ImportedStandard,
  Revision,
  SourceFrame,
  StandardDetails,
  StandardDocument,
  StandardId,
  StandardSummary,
  StandardVersionNo,
} from "./standard-shapes.ts";

const Words = Type.String({ minLength: 1, maxLength: 1_000 });

/** Service standards: Titian's own and the library's, with their versions. All of it is the console's. */
export const STANDARD_COMMANDS = {
  "standards.list": command({
    since: 1,
    summary: "Every standard, Titian's own first, with its versions.",
    params: Empty,
    result: Type.Object({ standards: Type.Array(StandardSummary, { maxItems: 200 }) }),
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
  "standard.get": command({
    since: 1,
    summary:
      "One version in whole, with the text it was read from. The newest, also a draft, unless another is named.",
    params: params({ id: StandardId, version: Type.Optional(StandardVersionNo) }),
    result: StandardDetails,
    deadlineMs: READ,
    consoleOnly: true,
  }),
  "standard.import": command({
    since: 1,
    summary:
      "Read a page of a standard into a draft, each line marked with what it was taken for, every doubt listed. Nothing is kept.",
    params: params({ source: SourceFrame }),
    result: ImportedStandard,
    deadlineMs: READ,
    consoleOnly: true,
  }),
  "standard.save": command({
    since: 1,
    summary: "Keep a draft of the next version. Cases go on under the version in force.",
    params: params({
      id: nullable(
        Type.String({ ...StandardId, description: "Null: a new standard, whose id Titian chooses." }),
      ),
      standard: StandardDocument,
      source: Type.Optional(
        Type.String({ ...SourceFrame, description: "The text it was read from. Left out: as before." }),
      ),
      expects: nullable(
        Type.String({
          ...Revision,
          description: "The draft that the page knows; null where there is none. Else `STANDARD_CHANGED`.",
        }),
      ),
    }),
    result: StandardDetails,
    deadlineMs: READ,
    consoleOnly: true,
  }),
  "standard.publish": command({
    since: 1,
    summary:
      "The draft becomes a version that is never changed again. `STANDARD_INCOMPLETE` where it lacks something.",
    params: params({
      ...{ id: StandardId, version: StandardVersionNo, effectiveFrom: Day },
      effectiveTo: nullable(Day),
    }),
    result: StandardDetails,
    deadlineMs: READ,
    consoleOnly: true,
  }),
  "standard.withdraw": command({
    since: 1,
    summary: "No case is opened under it any more; those that were still read.",
    params: params({ id: StandardId }),
    result: StandardSummary,
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
  "standard.restore": command({
    since: 1,
    summary: "Cases are opened under it again.",
    params: params({ id: StandardId }),
    result: StandardSummary,
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
  "standard.resolve": command({
    since: 1,
    summary:
      "The library's answer to an issue of the newest version. It stands in a draft of the next one; the published version stays as it is.",
    params: params({
      id: StandardId,
      issue: Type.String({ minLength: 1, maxLength: 60, description: "Its code." }),
      by: Type.String({ minLength: 1, maxLength: 200, description: "The office that decided." }),
      on: Day,
      text: Words,
      covers: nullable(
        Type.Array(StepKey, {
          minItems: 1,
          maxItems: 24,
          description: "The steps that the published total means, where the answer says so.",
        }),
      ),
    }),
    result: StandardDetails,
    deadlineMs: READ,
    consoleOnly: true,
  }),
  "standard.diff": command({
    since: 1,
    summary: "What differs between two versions of one standard.",
    params: params({ id: StandardId, from: StandardVersionNo, to: StandardVersionNo }),
    result: Type.Object({ changes: Type.Array(ChangeView, { maxItems: 3_000 }) }),
    deadlineMs: READ,
    consoleOnly: true,
  }),
} as const;
