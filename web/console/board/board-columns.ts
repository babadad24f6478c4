import type { CaseView } from "../../../src/bridge/protocol/shapes.ts";
import { stationNow } from "../desk/stations.ts";

export const PLACES = ["to-cut", "to-laminate", "ready"] as const;
export type Place = (typeof PLACES)[number];

/** Where a card lies; undefined while there is no card yet. */
export function placeOf(view: CaseView): Place | undefined {
  if (view.status === "paused") return undefined;
  switch (stationNow(view)) {
    case "cut":
      return "to-cut";
    case "laminate":
      return "to-laminate";
    case "handover":
      return "ready";
    default:
      return undefined;
  }
}

/** Cards by place; within a place the one that has waited longest goes first. */
export function columnsOf(cases: readonly CaseView[]): Readonly<Record<Place, readonly CaseView[]>> {
  const at = (place: Place): readonly CaseView[] =>
    cases.filter((view) => placeOf(view) === place).toSorted((a, b) => b.netMs - a.netMs);
  return { "to-cut": at("to-cut"), "to-laminate": at("to-laminate"), ready: at("ready") };
}
