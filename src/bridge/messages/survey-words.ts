import type { OneOf } from "../../kernel/types.ts";
import type { SURVEY_BANDS, SurveyBand, SurveyElement } from "../../sla/survey/questionnaire.ts";

interface SurveyQuestion {
  /** In tables. */
  readonly name: string;
  readonly question: string;
  /** For 1 to 4. */
  readonly answers: readonly [string, string, string, string];
}

/** The questionnaire, as the visitor reads it on the desk's screen and on a phone, and its parts in figures and reports. */
export interface SurveyWords {
  readonly questions: Readonly<Record<SurveyElement, SurveyQuestion>>;
  readonly bands: {
    readonly [B in SurveyBand]: {
      readonly name: string;
      readonly options: Readonly<Record<OneOf<(typeof SURVEY_BANDS)[B]>, string>>;
    };
  };
  readonly title: string;
  /** Who asks, why, and that nobody learns who has answered. */
  readonly lead: string;
  readonly aboutYou: string;
  /** That it may be left out. */
  readonly aboutYouHint: string;
  readonly notSaid: string;
  readonly send: string;
  readonly thanks: string;
  readonly thanksLead: string;
  readonly missing: (numbers: readonly number[]) => string;
  /** The kiosk's other answers: what happened. What to do. */
  readonly over: string;
  readonly tooMany: string;
  readonly notRead: string;
  readonly notKept: string;
  readonly otherLanguage: string;
}
