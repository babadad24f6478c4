import type { StockItem, StockReason } from "../../cards/stock/stock-items.ts";
import type { CaseKind, Channel, Figure, LateReason, StepKey } from "../../sla/case-event.ts";
import type { BusinessDayRule, PromiseEnd } from "../../sla/standard.ts";
import type { QueueFigures } from "../protocol/punctuality-shapes.ts";
import type { ComplaintReportWords } from "./complaint-report-words.ts";
import type { MembersReportWords } from "./members-report-words.ts";
import type { SurveyReportWords } from "./survey-report-words.ts";

/** What became of the numbers of a period. */
export type QueueOutcome = "taken" | "served" | "absent" | "withdrawn" | "forgotten";

/** Everything that reports say in words; the figures between them are written by reports/written.ts. */
export interface ReportWords {
  readonly pageOf: (page: number, pages: number) => string;
  /** Where the figures come from and when, at the foot of each page. */
  readonly madeFrom: (desk: string, when: string) => string;
  readonly signatures: {
    readonly madeBy: readonly string[];
    /** `Tirtamaya, 2 November 2026`; the place is left to the pen. */
    readonly seenBy: (day: string) => readonly string[];
  };
  readonly kinds: Readonly<Record<CaseKind, string>>;
  readonly channels: Readonly<Record<Channel, string>>;
  readonly steps: Readonly<Record<StepKey, string>>;
  readonly lateReasons: Readonly<Record<LateReason, string>>;
  readonly noReason: string;
  readonly noCategory: string;
  /** By the names that standards use; see `categoryName`. */
  readonly categories: Readonly<Record<string, string>>;
  /** By the code of an issue: what was found, and what to decide. */
  readonly doubts: Readonly<Record<string, readonly [what: string, decide: string]>>;
  readonly stock: Readonly<Record<StockItem, string>>;
  readonly spoilReasons: Readonly<Record<StockReason, string>>;
  readonly punctuality: {
    readonly title: string;
    readonly days: (days: number) => string;
    readonly promise: (title: string, version: string, published: string) => string;
    readonly onTime: (onTime: string, judged: string) => string;
    readonly withoutResult: (cases: string) => string;
    /** In place of a percentage of fewer than five. */
    readonly tooFew: (judged: string) => string;
    readonly nothing: string;
    readonly median: string;
    readonly p90: string;
    readonly longest: string;
    readonly perDay: string;
    readonly perMonth: string;
    readonly met: string;
    readonly late: string;
    readonly steps: string;
    readonly stepLegend: { readonly median: string; readonly range: string; readonly target: string };
    readonly minutes: string;
    readonly ofTarget: (median: string, target: string) => string;
    readonly noTarget: (median: string) => string;
    readonly stepTable: string;
    readonly stepHead: readonly [step: string, target: string, n: string, ...string[]];
    readonly groupHead: readonly [n: string, met: string, late: string, percent: string, ...string[]];
    readonly byStandard: string;
    readonly byKind: string;
    readonly byChannel: string;
    readonly byCategory: string;
    readonly all: string;
    readonly twoReadings: string;
    readonly asPublished: string;
    readonly asStepSum: string;
    readonly queue: {
      readonly title: string;
      readonly head: readonly [called: string, median: string, p90: string, longest: string];
      readonly counts: Readonly<Record<QueueFigures["counts"], string>>;
      readonly numbers: (numbers: Readonly<Record<QueueOutcome, string>>) => string;
    };
    readonly whyLate: string;
    readonly times: string;
    readonly time: string;
    readonly whoseTime: string;
    readonly meanOf: readonly [measured: string, library: string, applicant: string, paused: string];
    readonly issues: string;
    readonly issueHead: readonly [what: string, answer: string];
    readonly unanswered: string;
    readonly how: string;
    readonly figure: Readonly<Record<Figure, string>>;
    readonly ends: Readonly<Record<PromiseEnd, string>>;
    /** In front of several of them. */
    readonly endsDiffer: string;
    readonly dueRules: Readonly<Record<BusinessDayRule, string>>;
    readonly openHoursOnly: string;
    readonly allHours: string;
    readonly calendar: (versions: string) => string;
    readonly leftOut: (cancelled: string, abandoned: string, unresolved: string) => string;
    /** Turned away by the standard's own words, or without the papers it asks for. */
    readonly notServed: (count: string) => string;
    readonly clock: (count: string) => string;
    readonly stillOpen: (count: string) => string;
    readonly catchingUp: string;
    readonly empty: string;
  };
  readonly register: {
    readonly title: string;
    readonly cases: string;
    readonly head: readonly string[];
    /** Above how long each waited, where there was a queue. */
    readonly queue: string;
    readonly yes: string;
    readonly no: string;
    readonly empty: string;
    readonly notServedTitle: string;
    readonly notServed: (count: string) => string;
    readonly corrections: string;
    readonly correctionHead: readonly [
      row: string,
      step: string,
      from: string,
      to: string,
      by: string,
      why: string,
    ];
  };
  readonly materials: {
    readonly title: string;
    readonly head: readonly string[];
    readonly spoiled: string;
    readonly spoiledHead: readonly [item: string, reason: string, count: string];
    readonly empty: string;
    readonly how: string;
  };
  readonly survey: SurveyReportWords;
  readonly members: MembersReportWords;
  readonly complaints: ComplaintReportWords;
  readonly year: { readonly title: string; readonly head: readonly string[]; readonly perMonth: string };
}
