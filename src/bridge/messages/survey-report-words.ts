import type { SurveyWords } from "./survey-words.ts";

/** What the survey's report says around its figures. */
export interface SurveyReportWords {
  readonly questionnaire: Pick<SurveyWords, "questions" | "bands" | "notSaid">;
  readonly title: string;
  readonly index: (n: string) => string;
  readonly tooFew: string;
  readonly nothing: string;
  readonly grade: string;
  /** Of the answers about the time. */
  readonly timeMean: string;
  readonly onTime: (judged: string) => string;
  readonly elements: string;
  readonly elementHead: readonly string[];
  readonly whole: string;
  readonly time: string;
  readonly timeHead: readonly [what: string, n: string, value: string];
  readonly opinion: string;
  readonly opinionOf: (mean: string, index: string, grade: string) => string;
  readonly measuredOnTime: string;
  readonly measuredMedian: string;
  readonly promised: string;
  readonly tooFewMeasured: string;
  readonly perMonth: string;
  readonly perService: string;
  readonly partHead: readonly [part: string, n: string, index: string, grade: string];
  readonly people: string;
  readonly empty: string;
  readonly how: string;
  readonly waiting: (n: string) => string;
}
