import type { CaseView } from "../../src/bridge/protocol/shapes.ts";

/** Where a case's card lies, at the desk and in INLISLite's pages. */
export const cardPlace = {
  "to-cut": "Kartu di: meja potong",
  "to-laminate": "Kartu di: antrean laminasi",
  "in-machine": "Kartu di: laminasi",
  inspect: "Kartu di: pemeriksaan",
  ready: "Kartu di: rak siap diserahkan",
  held: "Kartu ditahan",
} satisfies Record<NonNullable<CaseView["cardPlace"]>, string>;
