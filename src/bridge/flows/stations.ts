import type { StepKey } from "../../sla/case-event.ts";

/** What the desk does at a piece of work. `tell`: the operator says that it happened; the others have an act of their own. */
export type Station = "tell" | "intake" | "photo" | "verify" | "print" | "cut" | "laminate" | "handover";

const ACTS: Partial<Readonly<Record<StepKey, Station>>> = {
  intake: "intake",
  photo: "photo",
  "photo-upload": "photo",
  verify: "verify",
  print: "print",
  cut: "cut",
  laminate: "laminate",
  handover: "handover",
  receipt: "handover",
};

/** Takes the work inside a step, so `print` or `handover` and never `print-and-handover`. */
export const stationOf = (work: StepKey): Station => ACTS[work] ?? "tell";
