import { Type } from "typebox";
import { command, Empty, OneCase, params, QUICK } from "./command.ts";
import { Day } from "./punctuality-shapes.ts";
import {
  Ballot,
  QuestionnaireView,
  SurveyBandsGiven,
  SurveyOfferView,
  SurveyScores,
  SurveyView,
} from "./survey-shapes.ts";

/** The measured times beside it are counted from every case, ms. */
const COUNTED = 30_000;

/** The satisfaction survey. Answers come in here and are never given out one by one. */
export const SURVEY_COMMANDS = {
  "survey.questionnaire": command({
    since: 1,
    summary: "The nine questions with their answers, in the session's language.",
    params: Empty,
    result: QuestionnaireView,
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
  "survey.offer": command({
    since: 1,
    summary:
      "A ballot for whoever has just been handed a card; null where nobody stands there any more, or has answered. The same one while it is unused.",
    params: OneCase,
    result: SurveyOfferView,
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
  "survey.answer": command({
    since: 1,
    summary: "Count one answer. False where this ballot's answer was there already; the first one counts.",
    params: params({ ballot: Ballot, scores: SurveyScores, bands: SurveyBandsGiven }),
    result: Type.Object({ counted: Type.Boolean() }),
    deadlineMs: QUICK,
    consoleOnly: true,
  }),
  "survey.get": command({
    since: 1,
    summary: "What was counted in these days, beside the measured times of the same days.",
    params: params({ from: Day, to: Day }),
    result: SurveyView,
    deadlineMs: COUNTED,
    consoleOnly: true,
  }),
} as const;
