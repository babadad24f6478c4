import { type Static, Type } from "typebox";
import {
  SURVEY_BAND_NAMES,
  SURVEY_BANDS,
  SURVEY_ELEMENTS,
  SURVEY_SCORES,
  type SurveyBand,
} from "../../sla/survey/questionnaire.ts";
import { FEWEST_ANSWERS, SURVEY_GRADES } from "../../sla/survey/survey-index.ts";
import { nullable } from "./basic-shapes.ts";
import { Day, SummaryView } from "./punctuality-shapes.ts";

export const KIOSK_STATES = [
  ...(["off", "opening", "open", "port-taken"] as const),
  ...(["address-missing", "not-permitted", "failed", "resting"] as const),
] as const;
export type KioskState = (typeof KIOSK_STATES)[number];

const Count = Type.Integer({ minimum: 0 });
const Element = Type.Enum(SURVEY_ELEMENTS);
const Grade = Type.Enum(SURVEY_GRADES);
const Words = Type.String({ maxLength: 200 });
const Index = Type.Number({ minimum: 25, maximum: 100 });

export const Ballot = Type.String({ pattern: "^[A-Za-z0-9_-]{22}$", description: "Good for one answer." });

/** What the visitor chose. */
export const SurveyScores = Type.Array(Type.Enum(SURVEY_SCORES), {
  minItems: SURVEY_ELEMENTS.length,
  maxItems: SURVEY_ELEMENTS.length,
  description: "1 to 4 for each of the nine elements, in the order of the questionnaire.",
});
export const SurveyBandsGiven = Type.Object(
  {
    sex: Type.Optional(Type.Enum(SURVEY_BANDS.sex)),
    age: Type.Optional(Type.Enum(SURVEY_BANDS.age)),
    education: Type.Optional(Type.Enum(SURVEY_BANDS.education)),
    occupation: Type.Optional(Type.Enum(SURVEY_BANDS.occupation)),
  },
  { additionalProperties: false, description: "Only what the visitor wants to say." },
);

const Option = Type.Object({ value: Type.String({ maxLength: 20 }), text: Words });
export const QuestionnaireView = Type.Object({
  ...{ title: Words, lead: Words, aboutYou: Words, aboutYouHint: Words, notSaid: Words },
  ...{ send: Words, thanks: Words, thanksLead: Words },
  questions: Type.Array(
    Type.Object({
      element: Element,
      name: Words,
      question: Words,
      answers: Type.Array(Words, { minItems: 4, maxItems: 4 }),
    }),
    { minItems: SURVEY_ELEMENTS.length, maxItems: SURVEY_ELEMENTS.length },
  ),
  bands: Type.Array(
    Type.Object({
      band: Type.Enum(SURVEY_BAND_NAMES as SurveyBand[]),
      name: Words,
      options: Type.Array(Option, { maxItems: 10 }),
    }),
    { maxItems: SURVEY_BAND_NAMES.length },
  ),
});
export type QuestionnaireView = Static<typeof QuestionnaireView>;

export const SurveyOfferView = Type.Object({
  ballot: nullable(Ballot),
  kiosk: nullable(
    Type.Object({
      address: Type.String({ maxLength: 100 }),
      qr: Type.Array(Type.String({ pattern: "^[01]+$", maxLength: 177 }), {
        maxItems: 177,
        description: "Rows of the address's QR code, 1 for dark, without the light edge.",
      }),
    }),
  ),
});
export type SurveyOfferView = Static<typeof SurveyOfferView>;

const Result = Type.Object({
  n: Count,
  index: nullable(Index),
  grade: nullable(Grade),
});

export const SurveyView = Type.Object({
  from: Day,
  to: Day,
  ...Result.properties,
  fewest: Type.Literal(FEWEST_ANSWERS),
  waiting: Type.Integer({
    minimum: 0,
    description: "Answers that are not yet five of one service. They are in no figure.",
  }),
  elements: Type.Array(
    Type.Object({
      element: Element,
      mean: Type.Number({ minimum: 1, maximum: 4 }),
      index: Index,
      grade: Grade,
      scores: Type.Array(Count, {
        minItems: 4,
        maxItems: 4,
        description: "How often each answer was given.",
      }),
    }),
    {
      maxItems: SURVEY_ELEMENTS.length,
      description: "In the order of the questionnaire; empty without an index.",
    },
  ),
  bands: Type.Array(
    Type.Object({
      band: Type.Enum(SURVEY_BAND_NAMES as SurveyBand[]),
      counts: Type.Array(Count, { maxItems: 10 }),
    }),
    { maxItems: SURVEY_BAND_NAMES.length },
  ),
  months: Type.Array(
    Type.Object({ month: Type.String({ maxLength: 7, description: "`2026-11`" }), ...Result.properties }),
    { maxItems: 400 },
  ),
  services: Type.Array(
    Type.Object({
      standard: Type.String({ maxLength: 100 }),
      title: Type.String({ maxLength: 300 }),
      ...Result.properties,
    }),
    { maxItems: 100 },
  ),
  measured: Type.Object(
    {
      summary: SummaryView,
      promises: Type.Array(Type.String({ maxLength: 100 }), { maxItems: 100 }),
    },
    { description: "The measured times of the same days, to stand beside what people think of the time." },
  ),
  kiosk: Type.Object({
    state: Type.Enum(KIOSK_STATES),
    address: nullable(Type.String({ maxLength: 100 })),
  }),
});
export type SurveyView = Static<typeof SurveyView>;
