import type { OneOf } from "../../kernel/types.ts";

/** What the public satisfaction survey (SKM, Permenpan RB 14/2017) asks about: U1 to U9, in this order. */
export const SURVEY_ELEMENTS = [
  ...(["requirements", "procedure", "time", "cost", "product"] as const),
  ...(["competence", "conduct", "complaints", "facilities"] as const),
] as const;
export type SurveyElement = OneOf<typeof SURVEY_ELEMENTS>;

/** The four answers to each, from the worst to the best. */
export const SURVEY_SCORES = [1, 2, 3, 4] as const;
export type SurveyScore = OneOf<typeof SURVEY_SCORES>;

/** What people may say of themselves, and only as wide as this. */
export const SURVEY_BANDS = {
  sex: ["female", "male"],
  age: ["under-17", "17-25", "26-35", "36-45", "46-55", "over-55"],
  education: ["primary", "junior", "senior", "diploma", "bachelor", "postgraduate"],
  occupation: ["student", "civil-servant", "armed-forces", "private", "self-employed", "other"],
} as const;
export type SurveyBand = keyof typeof SURVEY_BANDS;
export const SURVEY_BAND_NAMES = Object.keys(SURVEY_BANDS) as readonly SurveyBand[];

export interface SurveyAnswer {
  /** One for each element, in order. */
  readonly scores: readonly SurveyScore[];
  /** What is left out was not said. */
  readonly bands: { readonly [B in SurveyBand]?: OneOf<(typeof SURVEY_BANDS)[B]> };
}
