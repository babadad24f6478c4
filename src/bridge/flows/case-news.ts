import type { StepKey } from "../../sla/case-event.ts";
import type { EventData, EventType } from "../../store/event-catalog.ts";
import { stationOf } from "./stations.ts";

/** An event of a case before it is written. */
export type CaseNews = {
  readonly [T in Extract<EventType, `case.${string}`>]: { readonly type: T; readonly data: EventData<T> };
}[Extract<EventType, `case.${string}`>] & {
  /** `system` where nobody did it. */
  readonly operator?: string;
};

/** What the operator saw while ending a step. */
export interface Observed {
  /** Requirements ticked at intake. */
  readonly documents?: readonly string[];
  /** At `verify`: the data had to be put right in INLISLite first. */
  readonly revised?: boolean;
}

/** What the operator's word is written down as. */
export function endingOf(work: StepKey, { documents = [], revised = false }: Observed): CaseNews {
  switch (stationOf(work)) {
    case "intake":
      return { type: "case.requirementsChecked", data: { documents: [...documents] } };
    case "verify":
      return { type: "case.dataChecked", data: { revised } };
    case "cut":
      return { type: "case.cardCut", data: {} };
    case "laminate":
      return { type: "case.cardLaminated", data: {} };
    default:
      return { type: "case.stepDone", data: { step: work, result: "done" } };
  }
}
