import type { Template } from "../../../web/console/cards/designer/draft/template-types.ts";

/** A small card with one layer of each kind that is edited differently. */
export const TEMPLATE: Template = {
  name: "uji",
  title: "Uji",
  version: 1,
  orientation: "landscape",
  slot: "none",
  front: {
    layers: [
      { kind: "rect", box: { x: -1, y: -1, width: 87.6, height: 55.98 }, fill: "#ffffff" },
      { kind: "shape", path: "M0 0L10 0l0 5Z", fill: "#0f4e52" },
      { kind: "photo", box: { x: 5, y: 18.6, width: 22.2, height: 29.6 } },
      {
        kind: "text",
        content: [{ bind: "fullName" }],
        box: { x: 31, y: 17.1, width: 49.6, height: 8 },
        align: "left",
        weight: 700,
        colour: "#0f4e52",
        size: 3.7,
        minSize: 2.6,
        maxLines: 2,
      },
      { kind: "barcode", box: { x: 31, y: 34.4, width: 49.6, height: 13.8 }, barsTop: 1, barsHeight: 9.6 },
    ],
  },
};

/** Ids follow the order of the layers. */
export const ID = { ground: 1, shape: 2, photo: 3, name: 4, barcode: 5 } as const;
