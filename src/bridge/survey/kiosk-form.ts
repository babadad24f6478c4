import {
  SURVEY_BAND_NAMES,
  SURVEY_BANDS,
  SURVEY_ELEMENTS,
  type SurveyAnswer,
  type SurveyScore,
} from "../../sla/survey/questionnaire.ts";

/** What the form has, as far as it can be shown again. */
export interface FilledForm {
  readonly given: ReadonlyMap<string, string>;
  /** Of the questions without an answer, counted from 1. */
  readonly missing: readonly number[];
}

const SCORE = /^[1-4]$/;

/**
 * A form as the kiosk's page sends it. Undefined for anything that this page cannot send: an unknown name, a name twice, a
 * text where a number stands.
 */
export function readForm(body: string): SurveyAnswer | FilledForm | undefined {
  const fields = [...new URLSearchParams(body)].filter(([, value]) => value !== "");
  const given = new Map(fields);
  if (given.size !== fields.length || !fields.every(isKnown)) return undefined;
  const missing = SURVEY_ELEMENTS.flatMap((element, index) => (given.has(element) ? [] : [index + 1]));
  if (missing.length > 0) return { given, missing };
  return {
    scores: SURVEY_ELEMENTS.map((element) => Number(given.get(element)) as SurveyScore),
    bands: Object.fromEntries(
      SURVEY_BAND_NAMES.flatMap((band) => (given.has(band) ? [[band, given.get(band)]] : [])),
    ),
  };
}

function isKnown([name, value]: readonly [string, string]): boolean {
  if (SURVEY_ELEMENTS.some((element) => element === name)) return SCORE.test(value);
  const band = SURVEY_BAND_NAMES.find((one) => one === name);
  return band !== undefined && SURVEY_BANDS[band].some((option) => option === value);
}
