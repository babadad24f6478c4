import type { CaseView, PrintJobView, StepView } from "../../../src/bridge/protocol/shapes.ts";

/** What the desk shows for a piece of work. `tell`: the operator says that it happened. */
export type Station = "tell" | "intake" | "photo" | "verify" | "print" | "cut" | "laminate" | "handover";

/** Joined steps stand for their first part where only the step is known. */
const STATION_OF: Partial<Readonly<Record<StepView["key"], Station>>> = {
  intake: "intake",
  photo: "photo",
  "photo-upload": "photo",
  verify: "verify",
  print: "print",
  "print-and-handover": "print",
  "data-entry-and-print": "print",
  cut: "cut",
  laminate: "laminate",
  "cut-and-laminate": "laminate",
  handover: "handover",
  receipt: "handover",
};

const GIVES_AWAY: readonly StepView["key"][] = ["handover", "receipt", "print-and-handover"];

export const stationOf = (key: StepView["key"]): Station => STATION_OF[key] ?? "tell";

/** The latest print, or undefined before the first. */
export function lastJob({ jobs }: Pick<CaseView, "jobs">): PrintJobView | undefined {
  return jobs.toSorted((a, b) => a.acceptedAt.localeCompare(b.acceptedAt)).at(-1);
}

/** The piece of work inside the running step; null once the case is over. */
export const workOf = ({ work, now }: Pick<CaseView, "work" | "now">): StepView["key"] | null => work ?? now;

/** Where the case stands for the person at the desk; undefined once it is over. */
export function stationNow(view: Pick<CaseView, "work" | "now">): Station | undefined {
  const work = workOf(view);
  return work === null ? undefined : stationOf(work);
}

/** No act of hand-over follows: here the case ends with the signature. */
export function isLastStep(view: CaseView): boolean {
  const index = view.steps.findIndex((step) => step.key === view.now);
  return !view.steps.slice(index + 1).some((step) => step.state === "next" && GIVES_AWAY.includes(step.key));
}
