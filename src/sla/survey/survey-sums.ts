import {
  SURVEY_BAND_NAMES,
  SURVEY_BANDS,
  SURVEY_ELEMENTS,
  SURVEY_SCORES,
  type SurveyAnswer,
  type SurveyBand,
} from "./questionnaire.ts";

/** Several answers added up: nothing in it says which score came with which other, or in what order. */
export interface SurveySums {
  readonly n: number;
  /** For each element, how often each of the four answers was given. */
  readonly scores: readonly (readonly number[])[];
  /** How many said each band; who said nothing is in none. */
  readonly bands: Readonly<Record<SurveyBand, readonly number[]>>;
}

export const NO_ANSWERS: SurveySums = {
  n: 0,
  scores: SURVEY_ELEMENTS.map(() => SURVEY_SCORES.map(() => 0)),
  bands: bandsOf((band) => SURVEY_BANDS[band].map(() => 0)),
};

export const sumsOf = ({ scores, bands }: SurveyAnswer): SurveySums => ({
  n: 1,
  scores: scores.map((given) => SURVEY_SCORES.map((score) => (score === given ? 1 : 0))),
  bands: bandsOf((band) => SURVEY_BANDS[band].map((one) => (one === bands[band] ? 1 : 0))),
});

export const added = (a: SurveySums, b: SurveySums): SurveySums => ({
  n: a.n + b.n,
  scores: a.scores.map((row, element) => plus(row, b.scores[element] ?? [])),
  bands: bandsOf((band) => plus(a.bands[band], b.bands[band])),
});

export const allOf = (sums: readonly SurveySums[]): SurveySums => sums.reduce(added, NO_ANSWERS);

const plus = (a: readonly number[], b: readonly number[]): number[] =>
  a.map((count, index) => count + (b[index] ?? 0));

function bandsOf(of: (band: SurveyBand) => number[]): Record<SurveyBand, number[]> {
  return Object.fromEntries(SURVEY_BAND_NAMES.map((band) => [band, of(band)])) as Record<
    SurveyBand,
    number[]
  >;
}
