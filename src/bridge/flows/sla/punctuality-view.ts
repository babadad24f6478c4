import { promiseEndOf } from "../../../sla/promise-verdict.ts";
import { stepSumSeconds } from "../../../sla/service.ts";
import type { Standard } from "../../../sla/standard.ts";
import { HANDOVER_WORK } from "../../../sla/work-item.ts";
import type { DayFigures } from "../../../store/result-figures.ts";
import type { MeasuredStepView, PunctualityView, SummaryView } from "../../protocol/punctuality-shapes.ts";
import type { MeasuredStep } from "./measured-steps.ts";
import type { Asked, Found, GroupDays } from "./punctuality.ts";
import { distributionOf, groupedBy, sum, trendOf } from "./punctuality-plots.ts";
import { queueFigures } from "./queue-figures.ts";
import { bottleneckOf, shareOf, stepView, summaryView } from "./summary-view.ts";

type Figures = Omit<
  PunctualityView,
  "asOf" | "isCatchingUp" | "figure" | "countsOpenHoursOnly" | "calendarVersions" | "ends" | "dueRules"
>;

/** Answers for every standard that a case was ever opened under. */
type StandardOf = (id: string, version?: number) => Standard;

/** Adds up what was found. */
export function figuresOf(asked: Asked, found: Found, standardOf: StandardOf): Figures {
  const { groups } = found;
  const days = groups.flatMap((group) => group.days);
  const steps = found.steps.map(stepView);
  const chosen: readonly DayFigures[] = asked.step
    ? found.steps.flatMap((one) => (one.step === asked.step ? one.days : []))
    : days;
  return {
    ...{ from: asked.from, to: asked.to },
    opened: sum(days, ({ opened }) => opened),
    open: sum(days, ({ open }) => open),
    cancelled: sum(days, ({ cancelled }) => cancelled),
    notServed: sum(days, ({ notServed }) => notServed),
    summary: summaryView(chosen),
    both: bothReadings(groups, standardOf),
    perCase: perCase(groups),
    queue: queueFigures(
      found.queue,
      groups.map(({ group }) => standardOf(group.standardId, group.standardVersion)),
    ),
    standards: standardViews(groups, standardOf),
    kinds: partsBy(groups, ({ kind }) => kind).map(([kind, summary]) => ({ kind, summary })),
    channels: partsBy(groups, ({ channel }) => channel).map(([channel, summary]) => ({ channel, summary })),
    categories: partsBy(groups, ({ category }) => category).map(([category, summary]) => {
      return { category, summary };
    }),
    steps,
    bottleneck: bottleneckOf(withinPromise(steps, groups, standardOf)),
    distribution: distributionOf(chosen, limitMsOf(asked, groups, found.steps, standardOf)),
    trend: trendOf(asked, chosen),
    lateReasons: [...found.lateReasons]
      .map(([reason, count]) => ({ reason: reason ?? null, count }))
      .sort((a, b) => b.count - a.count),
  };
}

/** One part for each key that occurs, the largest first. */
function partsBy<K extends string>(
  groups: readonly GroupDays[],
  keyOf: (group: GroupDays["group"]) => K,
): readonly (readonly [K, SummaryView])[] {
  return [...groupedBy(groups, ({ group }) => keyOf(group))]
    .map(([key, members]) => [key, summaryView(members.flatMap(({ days }) => days))] as const)
    .sort(([, a], [, b]) => b.n - a.n);
}

function standardViews(groups: readonly GroupDays[], standardOf: StandardOf): PunctualityView["standards"] {
  return partsBy(groups, ({ standardId }) => standardId).map(([id, summary]) => {
    const versions = groups.flatMap(({ group }) => (group.standardId === id ? group.standardVersion : []));
    const inOrder = [...new Set(versions)].sort((a, b) => a - b);
    const { service, institution, promise } = standardOf(id, inOrder.at(-1));
    return {
      ...{ standard: id, versions: inOrder, summary },
      title: service.title,
      institution: institution.name,
      publishedText: promise.published.text,
      publishedSeconds: promise.published.seconds,
      coversUnresolved: promise.covers === "unresolved",
    };
  });
}

/** A finished card that waits for its member holds nobody up where the promise ends when it is ready. */
function withinPromise(
  steps: readonly MeasuredStepView[],
  groups: readonly GroupDays[],
  standardOf: StandardOf,
): readonly MeasuredStepView[] {
  const ends = groups.map(({ group }) => promiseEndOf(standardOf(group.standardId, group.standardVersion)));
  return ends.every((end) => end === "ready")
    ? steps.filter(({ step }) => !HANDOVER_WORK.includes(step))
    : steps;
}

/** Side by side while the document contradicts itself: neither of them is the truth. */
function bothReadings(groups: readonly GroupDays[], standardOf: StandardOf): PunctualityView["both"] {
  const unresolved = groups.filter(({ group }) => {
    const standard = standardOf(group.standardId, group.standardVersion);
    // A channel whose steps have no times has one reading only.
    return standard.promise.covers === "unresolved" && stepSumSeconds(standard, group) !== null;
  });
  if (unresolved.length === 0) return null;
  const readings = unresolved.flatMap(({ days }) => days.map(({ both }) => both));
  const count = (which: keyof (typeof readings)[number]): number => sum(readings, (one) => one[which]);
  return {
    published: shareOf(count("publishedMet"), count("publishedLate")),
    stepSum: shareOf(count("stepSumMet"), count("stepSumLate")),
  };
}

function perCase(groups: readonly GroupDays[]): PunctualityView["perCase"] {
  const sums = groups.flatMap(({ days }) => days.map((day) => day.sums));
  const cases = sum(sums, (one) => one.cases);
  const mean = (which: keyof (typeof sums)[number]): number =>
    Math.round(sum(sums, (one) => one[which]) / cases);
  return cases === 0
    ? null
    : {
        measuredMs: mean("measuredMs"),
        libraryMs: mean("libraryMs"),
        applicantMs: mean("applicantMs"),
        pausedMs: mean("pausedMs"),
      };
}

/** What the plot is drawn about; nothing where several promises lie in one picture. */
function limitMsOf(
  { step }: Asked,
  groups: readonly GroupDays[],
  steps: readonly MeasuredStep[],
  standardOf: StandardOf,
): number | null {
  const promised = ({ group }: GroupDays): number | null =>
    standardOf(group.standardId, group.standardVersion).promise.published.seconds;
  const limits = step
    ? steps.flatMap((one) => (one.step === step ? (one.targetSeconds ?? null) : []))
    : groups.map(promised);
  const [limit = null] = limits;
  return limit !== null && new Set(limits).size === 1 ? limit * 1_000 : null;
}
