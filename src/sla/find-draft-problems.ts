import type { DraftProblem, DraftProblemCode } from "./draft-problem.ts";
import type { DraftStandard } from "./import/imported.ts";
import { isShorter } from "./parse-standard.ts";
import { weekProblems } from "./weekly-hours.ts";
import { isTimeZone } from "./zone.ts";

/** What the rail, the checklist and the ticket have room for; no document of a library comes near. */
const LONGEST = { title: 300, requirement: 500, step: 500, promise: 100 } as const;
const MOST = { steps: 18, requirements: 20, issues: 60 } as const;

/** Empty: it can be published. */
export const problemsOf = (draft: DraftStandard): readonly DraftProblem[] => [
  ...headProblems(draft),
  ...sizeProblems(draft),
  ...stepProblems(draft),
  ...promiseProblems(draft),
  ...hourProblems(draft),
];

const problem = (code: DraftProblemCode, at: string, isThere: boolean): readonly DraftProblem[] =>
  isThere ? [{ code, at }] : [];

function headProblems(draft: DraftStandard): readonly DraftProblem[] {
  const { service, institution, channels, procedures, effectiveFrom, effectiveTo } = draft;
  const isBackwards = effectiveFrom !== null && effectiveTo !== null && effectiveTo < effectiveFrom;
  return [
    ...problem("title-missing", "/service/title", service.title.trim() === ""),
    ...problem("institution-missing", "/institution/name", institution.name.trim() === ""),
    ...problem("zone-unknown", "/institution/timeZone", !isTimeZone(institution.timeZone)),
    ...problem("channel-missing", "/channels", channels.length === 0),
    ...problem(
      "procedure-missing",
      "/procedures",
      procedures.every(({ steps }) => steps.length === 0),
    ),
    ...problem("dates-backwards", "/effectiveTo", isBackwards),
  ];
}

function sizeProblems(draft: DraftStandard): readonly DraftProblem[] {
  const { service, institution, requirements, procedures, issues, promise } = draft;
  const long = (at: string, text: string, most: number): readonly DraftProblem[] =>
    problem("text-too-long", at, text.length > most);
  const many = (at: string, list: readonly unknown[], most: number): readonly DraftProblem[] =>
    problem("too-many", at, list.length > most);
  return [
    ...long("/service/title", service.title, LONGEST.title),
    ...long("/institution/name", institution.name, LONGEST.title),
    ...long("/promise/published/text", promise?.published.text ?? "", LONGEST.promise),
    ...many("/requirements", requirements, MOST.requirements),
    ...requirements.flatMap(({ text }, index) =>
      long(`/requirements/${index}/text`, text, LONGEST.requirement),
    ),
    ...procedures.flatMap(({ steps }, index) => [
      ...many(`/procedures/${index}/steps`, steps, MOST.steps),
      ...steps.flatMap(({ text }, step) =>
        long(`/procedures/${index}/steps/${step}/text`, text, LONGEST.step),
      ),
    ]),
    ...many("/issues", issues, MOST.issues),
  ];
}

function stepProblems({ procedures }: DraftStandard): readonly DraftProblem[] {
  return procedures.flatMap(({ steps }, procedure) =>
    steps.flatMap(({ key, text, target }, index) => {
      const at = `/procedures/${procedure}/steps/${index}`;
      const isRepeated = key !== null && steps.findIndex((other) => other.key === key) < index;
      return [
        ...problem("step-text-missing", `${at}/text`, text.trim() === ""),
        ...problem("step-unknown", `${at}/key`, key === null),
        ...problem("step-repeated", `${at}/key`, isRepeated),
        ...problem("step-time-zero", `${at}/target`, target !== null && target.value === 0),
      ];
    }),
  );
}

function promiseProblems({ promise, procedures }: DraftStandard): readonly DraftProblem[] {
  if (!promise) return [{ code: "promise-missing", at: "/promise" }];
  const { published, rangeFrom, businessDayRule, covers } = promise;
  const keys = new Set(procedures.flatMap(({ steps }) => steps.map(({ key }) => key)));
  const isOfDays = published.unit === "business-day";
  const listed = typeof covers === "string" ? undefined : covers;
  return [
    ...problem("promise-zero", "/promise/published", published.value === 0),
    ...problem("promise-text-missing", "/promise/published/text", published.text.trim() === ""),
    ...problem(
      "range-backwards",
      "/promise/rangeFrom",
      rangeFrom !== null && !isShorter(rangeFrom, published),
    ),
    ...problem("rule-missing", "/promise/businessDayRule", isOfDays && businessDayRule === null),
    ...problem("covers-nothing", "/promise/covers", listed?.length === 0),
    ...problem("covers-unknown-step", "/promise/covers", listed?.some((key) => !keys.has(key)) ?? false),
  ];
}

const hourProblems = ({ hours }: DraftStandard): readonly DraftProblem[] =>
  hours ? weekProblems(hours.weekly, "/hours/weekly") : [];
