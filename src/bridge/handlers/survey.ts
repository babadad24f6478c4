import type { CaseId, LocalDate } from "../../kernel/types.ts";
import { SURVEY_BAND_NAMES, SURVEY_BANDS, SURVEY_ELEMENTS } from "../../sla/survey/questionnaire.ts";
import type { Handlers } from "../dispatch.ts";
import type { SurveyQuery } from "../flows/survey/survey-query.ts";
import type { Surveys } from "../flows/survey/surveys.ts";
import { EN_SURVEY } from "../messages/en-survey.ts";
import { ID_SURVEY } from "../messages/id-survey.ts";
import type { SurveyWords } from "../messages/survey-words.ts";
import type { SURVEY_COMMANDS } from "../protocol/survey-commands.ts";
import type { QuestionnaireView } from "../protocol/survey-shapes.ts";
import type { Kiosk } from "../survey/kiosk.ts";

interface Dependencies {
  readonly surveys: Surveys;
  readonly query: SurveyQuery;
  readonly kiosk: Pick<Kiosk, "address">;
  /** Rows of ones and zeros, one for dark. */
  readonly qrOf: (text: string) => Promise<string[]>;
}

export function surveyHandlers(dependencies: Dependencies): Pick<Handlers, keyof typeof SURVEY_COMMANDS> {
  const { surveys, query, kiosk, qrOf } = dependencies;
  return {
    "survey.questionnaire": async (_, { session }) =>
      questionnaireIn(session.language === "en" ? EN_SURVEY : ID_SURVEY),
    async "survey.offer"({ case: id }) {
      const ballot = surveys.offer(id as CaseId);
      const door = kiosk.address;
      if (ballot === undefined || door === undefined) return { ballot: ballot ?? null, kiosk: null };
      const address = `${door}/${ballot}`;
      return { ballot, kiosk: { address, qr: await qrOf(address) } };
    },
    async "survey.answer"({ ballot, scores, bands }) {
      return { counted: surveys.answer(ballot, { scores, bands }) };
    },
    "survey.get": ({ from, to }, { signal }) =>
      query.view({ from: from as LocalDate, to: to as LocalDate }, signal),
  };
}

function questionnaireIn(words: SurveyWords): QuestionnaireView {
  const { title, lead, aboutYou, aboutYouHint, notSaid, send, thanks, thanksLead } = words;
  return {
    ...{ title, lead, aboutYou, aboutYouHint, notSaid, send, thanks, thanksLead },
    questions: SURVEY_ELEMENTS.map((element) => {
      const { name, question, answers } = words.questions[element];
      return { element, name, question, answers: [...answers] };
    }),
    bands: SURVEY_BAND_NAMES.map((band) => {
      const { name, options } = words.bands[band];
      const named = options as Readonly<Record<string, string>>;
      return {
        band,
        name,
        options: SURVEY_BANDS[band].map((value) => ({ value, text: named[value] ?? value })),
      };
    }),
  };
}
