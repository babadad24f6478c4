import type { cardPlace as indonesian } from "./id-card-place.ts";

/** Where a case's card lies, at the desk and in INLISLite's pages. */
export const cardPlace: typeof indonesian = {
  "to-cut": "Card at: cutting",
  "to-laminate": "Card at: queue for lamination",
  "in-machine": "Card at: lamination",
  inspect: "Card at: inspection",
  ready: "Card at: shelf for hand-over",
  held: "Card held back",
};
