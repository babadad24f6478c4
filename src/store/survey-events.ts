import { Type } from "typebox";
import { SURVEY_BANDS, SURVEY_ELEMENTS, SURVEY_SCORES } from "../sla/survey/questionnaire.ts";
import { FEWEST_ANSWERS } from "../sla/survey/survey-index.ts";
import { record, Uuid } from "./event-shapes.ts";

const Count = Type.Integer({ minimum: 0 });
const counts = (kinds: readonly unknown[]) =>
  Type.Array(Count, { minItems: kinds.length, maxItems: kinds.length });

/** Never one answer, never of whom: docs/decisions on why a survey comes to the log in groups. */
export const SURVEY_EVENTS = {
  "survey.counted": record({
    group: Uuid,
    /** The library's own day on which the group was full. */
    day: Type.String({ pattern: "^\\d{4}-\\d\\d-\\d\\d$" }),
    n: Type.Integer({ minimum: FEWEST_ANSWERS }),
    scores: Type.Array(counts(SURVEY_SCORES), {
      minItems: SURVEY_ELEMENTS.length,
      maxItems: SURVEY_ELEMENTS.length,
    }),
    bands: record({
      sex: counts(SURVEY_BANDS.sex),
      age: counts(SURVEY_BANDS.age),
      education: counts(SURVEY_BANDS.education),
      occupation: counts(SURVEY_BANDS.occupation),
    }),
  }),
} as const;
