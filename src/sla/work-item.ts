import type { CaseEventType, StepKey } from "./case-event.ts";
import type { Point } from "./elapsed.ts";
import { isFinishing, type PlannedStep } from "./plan.ts";

/**
 * What the operator does anyway, and the work it ends. One event may end two published steps: a hand-over ends the
 * member's signature too. `case.dataChecked` ends `revise` only when something was revised. A joined step ends with its
 * last part, so a confirmed print ends `data-entry-and-print`, lamination ends `cut-and-laminate`, and the hand-over
 * ends `print-and-handover`. A digital card is made and given by one sending. Every other step ends by `case.stepDone`; `case.stepsDone` says that one act ended several.
 */
export const STEP_ENDED_BY = {
  "case.requirementsChecked": ["intake"],
  "case.photoTaken": ["photo", "photo-upload"],
  "case.dataChecked": ["verify", "revise"],
  "case.printConfirmed": ["print"],
  "case.cardCut": ["cut"],
  "case.cardLaminated": ["laminate"],
  "case.handedOver": ["handover", "receipt"],
  "case.cardDelivered": ["print", "handover", "receipt"],
} as const satisfies Partial<Readonly<Record<CaseEventType, readonly StepKey[]>>>;

/** What INLISLite's form takes up: once it is saved, all of this has been done. */
export const FORM_WORK: readonly StepKey[] = [
  ...(["intake", "form-paper", "form-electronic", "data-entry", "report-number", "note-number"] as const),
];

/** Work by which the card leaves the library's hands. Everything before it makes the card ready. */
export const HANDOVER_WORK: readonly StepKey[] = ["handover", "receipt", "scan-in"];

export interface Run {
  readonly from: Point;
  readonly to: Point;
}

/** `skipped`: a later step ended first. `declined`: the operator said it was not needed. `unneeded`: never was. */
type WorkStatus = "pending" | "done" | "skipped" | "declined" | "unneeded";

/** One piece of work in the order in which it is done; a joined step has several. */
export interface WorkItem {
  readonly key: StepKey;
  /** The planned step it belongs to. */
  readonly step: StepKey;
  readonly status: WorkStatus;
  readonly runs: readonly Run[];
  readonly settled: Point | null;
  /** Ended by the same event as this step and not measured apart from it. */
  readonly sharesTimeWith: StepKey | null;
  /** How often it was begun again after it had been worked on. */
  readonly repeats: number;
  /** Its timer was once closed by the system: what it took is not known. */
  readonly isAbandoned: boolean;
}

/** A joined print-and-handover waits for the lamination that this library does in between. */
export function workItems(plan: readonly PlannedStep[]): readonly WorkItem[] {
  const items = plan.flatMap(({ key: step, parts, isNeeded }) =>
    parts.map((key): WorkItem => {
      const status = isNeeded ? "pending" : "unneeded";
      const untouched = { runs: [], settled: null, sharesTimeWith: null, repeats: 0, isAbandoned: false };
      return { key, step, status, ...untouched };
    }),
  );
  const isHandover = ({ key }: WorkItem): boolean => HANDOVER_WORK.includes(key);
  const lastFinishing = items.findLastIndex(({ key }) => isFinishing(key));
  const early = items.slice(0, lastFinishing + 1);
  return [
    ...early.filter((item) => !isHandover(item)),
    ...early.filter(isHandover),
    ...items.slice(lastFinishing + 1),
  ];
}
