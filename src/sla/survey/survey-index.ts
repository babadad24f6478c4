import type { OneOf } from "../../kernel/types.ts";
import { SURVEY_ELEMENTS, SURVEY_SCORES, type SurveyElement } from "./questionnaire.ts";
import type { SurveySums } from "./survey-sums.ts";

/** Of a service by its index, best first. */
export const SURVEY_GRADES = ["A", "B", "C", "D"] as const;
export type SurveyGrade = OneOf<typeof SURVEY_GRADES>;

/** Fewer have no index: neither is it one, nor would it hide who has answered what. */
export const FEWEST_ANSWERS = 5;

/** An answer of 1 to 4 as a part of 100, as the survey converts it. */
export const PER_SCORE = 25;

/** From which index on, of two decimals. */
const GRADE_FROM: readonly (readonly [grade: SurveyGrade, from: number])[] = [
  ["A", 88.31],
  ["B", 76.61],
  ["C", 65],
];

export interface ElementResult {
  readonly element: SurveyElement;
  /** Mean of the answers, 1 to 4 (NRR). */
  readonly mean: number;
  /** 25 to 100. */
  readonly index: number;
  readonly grade: SurveyGrade;
}

export interface SurveyResult {
  /** 25 to 100 (IKM): every element weighs a ninth. */
  readonly index: number;
  readonly grade: SurveyGrade;
  readonly elements: readonly ElementResult[];
}

/** Undefined with fewer than `FEWEST_ANSWERS`. Sums are divided last, so that a whole number comes out as one. */
export function resultOf({ n, scores }: SurveySums): SurveyResult | undefined {
  if (n < FEWEST_ANSWERS) return undefined;
  const given = SURVEY_ELEMENTS.map((_, at) =>
    SURVEY_SCORES.reduce((sum, score, index) => sum + score * (scores[at]?.[index] ?? 0), 0),
  );
  const all = given.reduce((sum, one) => sum + one, 0);
  const index = (all * PER_SCORE) / (n * SURVEY_ELEMENTS.length);
  const elements = SURVEY_ELEMENTS.map((element, at) => {
    const sum = given[at] ?? 0;
    const own = (sum * PER_SCORE) / n;
    return { element, mean: sum / n, index: own, grade: gradeOf(own) };
  });
  return { index, grade: gradeOf(index), elements };
}

/** The table has two decimals, so an index is rounded before it is looked up: no value falls between two rows. */
export function gradeOf(index: number): SurveyGrade {
  const rounded = Math.round(index * 100) / 100;
  return GRADE_FROM.find(([, from]) => rounded >= from)?.[0] ?? "D";
}
