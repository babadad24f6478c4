import type { CaseView, PrintJobView, StepView } from "../../../src/bridge/protocol/shapes.ts";

/** What the desk shows at a step. `tell`: the operator says that it happened. */
export type Station = "tell" | "intake" | "photo" | "verify" | "print" | "cut" | "laminate" | "handover";

const STATION_OF: Readonly<Record<StepView["key"], Station>> = {
  intake: "intake",
  "form-paper": "tell",
  "form-electronic": "tell",
  "data-entry": "tell",
  "report-number": "tell",
  "note-number": "tell",
  photo: "photo",
  "photo-upload": "photo",
  verify: "verify",
  approve: "tell",
  revise: "tell",
  print: "print",
  "data-entry-and-print": "print",
  "print-and-handover": "print",
  cut: "cut",
  laminate: "laminate",
  "cut-and-laminate": "laminate",
  handover: "handover",
  receipt: "handover",
  "scan-in": "tell",
};

const GIVES_AWAY: readonly StepView["key"][] = ["handover", "receipt", "scan-in", "print-and-handover"];

export const stationOf = (key: StepView["key"]): Station => STATION_OF[key];

/** The latest print, or undefined before the first. */
export function lastJob({ jobs }: Pick<CaseView, "jobs">): PrintJobView | undefined {
  return jobs.toSorted((a, b) => a.acceptedAt.localeCompare(b.acceptedAt)).at(-1);
}

/** Where the case stands for the person at the desk; undefined once it is over. */
export function stationNow(view: CaseView): Station | undefined {
  if (view.now === null) return undefined;
  // One published step for two acts: the print is proved first, then the same step ends with the hand-over.
  if (view.now === "print-and-handover" && lastJob(view)?.state === "confirmed") return "handover";
  if (view.now === "scan-in" && isLastStep(view)) return "handover";
  return stationOf(view.now);
}

/** No step follows: here the case ends with the signature. */
export function isLastStep(view: CaseView): boolean {
  const index = view.steps.findIndex((step) => step.key === view.now);
  return !view.steps.slice(index + 1).some((step) => step.state === "next" && GIVES_AWAY.includes(step.key));
}
