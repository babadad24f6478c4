import type { FinishingWork, Place } from "./places.ts";

type Route = readonly FinishingWork[];

/** From where a card may go to where, whatever its route; `nextPlace` says which of them is the ordinary way. */
const AFTER: Readonly<Record<Place, readonly Place[]>> = {
  "to-cut": ["to-laminate", "ready", "held", "spoiled", "handed-over", "void"],
  "to-laminate": ["in-machine", "to-cut", "ready", "held", "spoiled", "handed-over", "void"],
  "in-machine": ["inspect", "to-laminate", "to-cut", "ready", "held", "spoiled", "handed-over", "void"],
  inspect: ["ready", "to-cut", "to-laminate", "held", "spoiled", "handed-over", "void"],
  ready: ["inspect", "to-cut", "to-laminate", "held", "spoiled", "handed-over", "void"],
  held: ["to-cut", "to-laminate", "inspect", "ready", "spoiled", "handed-over", "void"],
  // A card that its member has lost, or gives back damaged, is void; it never comes back to the board.
  "handed-over": ["void"],
  spoiled: ["void"],
  void: [],
};

export const mayMove = (from: Place, to: Place): boolean => AFTER[from].includes(to);

const WAITING_FOR: Readonly<Record<FinishingWork, Place>> = { cut: "to-cut", laminate: "to-laminate" };

/** Where a card lies for which `work` is the next thing to do; ready when nothing is. */
export const placeFor = (work: FinishingWork | undefined): Place => (work ? WAITING_FOR[work] : "ready");

/** The work that is not done while a card lies there: looking at it is the end of laminating. */
export function workAhead(place: Place, route: Route): Route {
  switch (place) {
    case "to-cut":
      return onward("cut", route);
    case "to-laminate":
    case "in-machine":
    case "inspect":
      return onward("laminate", route);
    default:
      return [];
  }
}

/** Work that a move says is done. A card that leaves the board, or waits for an answer, says nothing of its work. */
export function workDone(from: Place, to: Place, route: Route): Route {
  if (to !== "ready" && to !== "inspect" && to !== "to-laminate" && to !== "to-cut") return [];
  return workAhead(from, route).filter((work) => !workAhead(to, route).includes(work));
}

/** Where the ordinary way leads from here; undefined where only a person can say, or where it ends. */
export function nextPlace(place: Place, route: Route): Place | undefined {
  switch (place) {
    case "to-cut":
      return placeFor(following("cut", route));
    case "to-laminate":
      return "in-machine";
    case "in-machine":
      return "inspect";
    case "inspect":
      return placeFor(following("laminate", route));
    case "ready":
      return "handed-over";
    default:
      return undefined;
  }
}

/** A case without the step, or a card that a person has put there, still ends: work that is not on the route is the last. */
const onward = (work: FinishingWork, route: Route): Route =>
  route.includes(work) ? route.slice(route.indexOf(work)) : [];

const following = (work: FinishingWork, route: Route): FinishingWork | undefined =>
  route.includes(work) ? route[route.indexOf(work) + 1] : undefined;
