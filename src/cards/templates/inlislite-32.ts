import type { Layer, Template } from "../template.ts";
import { back, background, bars, framedPhoto, INK, RIGHT_COLUMN } from "./inlislite-layers.ts";
import { numbered, text } from "./text-layers.ts";

const common = { version: 1, orientation: "landscape", slot: "none" } as const;

const column = { x: RIGHT_COLUMN, width: 22 } as const;

/** Name over the bars on the left; type, number, validity and photo in a column on the right. */
export const inlislite1: Template = {
  ...{ ...common, name: "inlislite-1", title: "INLISLite 3.2, tata letak 1" },
  front: {
    layers: [
      ...background("background", "landscape", "left"),
      text({ x: 4, y: 28, width: 53.6, height: 8 }, [3.5, 2.2], {
        ...{ content: [{ bind: "fullName" }], colour: INK, weight: 700, align: "center", maxLines: 2 },
      }),
      ...numbered({ x: 4, y: 36.6, width: 53.6 }, 9.6),
      {
        ...{ kind: "rect", when: { has: "memberType" }, fill: "#000000" },
        box: { ...column, y: 6.4, height: 4.4 },
      },
      text({ x: 61, y: 6.4, width: 21.2, height: 4.4 }, [2.9, 1.8], {
        ...{ when: { has: "memberType" }, content: [{ bind: "memberType" }] },
        ...{ colour: "#ffffff", weight: 700, align: "center" },
      }),
      text({ ...column, y: 12, height: 3 }, [2.6, 1.6], {
        ...{ content: [{ bind: "memberNo" }], colour: INK, align: "center" },
      }),
      text({ ...column, y: 15.2, height: 2.8 }, [2.2, 1.6], {
        ...{ when: { has: "validUntil" }, content: ["Berlaku hingga"], colour: INK, align: "center" },
      }),
      text({ ...column, y: 17.8, height: 2.9 }, [2.4, 1.6], {
        ...{ content: [{ bind: "validUntil" }], colour: INK, align: "center" },
      }),
      ...framedPhoto({ x: 61.5, y: 22, width: 20.2, height: 26.94 }),
    ],
  },
  back,
};

const ROWS = [
  ["Nomor", "memberNo"],
  ["Nama", "fullName"],
  ["Jenis", "memberType"],
  ["Lokasi", "locationName"],
] as const;

/** A table beside the photo, the bars along the lower edge. */
export const inlislite2: Template = {
  ...{ ...common, name: "inlislite-2", title: "INLISLite 3.2, tata letak 2" },
  front: {
    layers: [
      ...background("background"),
      ...framedPhoto({ x: 4.4, y: 14.6, width: 17.1, height: 22.8 }),
      ...ROWS.flatMap(([label, bind], index): readonly Layer[] => {
        // The name has two rows' height, as in INLISLite's own table.
        const y = [14, 17.6, 24.4, 28][index] ?? 0;
        const height = bind === "fullName" ? 6.6 : 3.4;
        const when = { has: bind };
        return [
          text({ x: 26.4, y, width: 13, height }, [2.5, 1.8], { when, content: [label], colour: INK }),
          text({ x: 39.6, y, width: 2, height }, [2.5, 1.8], { when, content: [":"], colour: INK }),
          text({ x: 41.6, y, width: 41, height }, [2.7, 1.8], {
            ...{ when, content: [{ bind }], colour: INK, weight: 700, maxLines: bind === "fullName" ? 2 : 1 },
          }),
        ];
      }),
      text({ x: 26.4, y: 33.4, width: 24, height: 3.6 }, [2.5, 1.8], {
        ...{ when: { has: "validUntil" }, content: ["Berlaku hingga"], colour: INK },
      }),
      text({ x: 43.4, y: 33.4, width: 39.2, height: 3.6 }, [2.7, 1.8], {
        ...{ content: [{ bind: "validUntil" }], colour: INK, weight: 700 },
      }),
      bars({ x: 12.8, y: 39.6, width: 60, height: 11.2 }, 9.4),
    ],
  },
  back,
};

/** No photo: type and validity in a narrow column on the left, name, number and bars on the right. */
export const inlislite3: Template = {
  ...{ ...common, name: "inlislite-3", title: "INLISLite 3.2, tata letak 3" },
  front: {
    layers: [
      ...background("background"),
      text({ x: 5, y: 26, width: 26, height: 6.4 }, [2.8, 1.8], {
        ...{ content: ["Kartu Anggota"], colour: INK, weight: 700, align: "center" },
      }),
      text({ x: 5, y: 31, width: 26, height: 4 }, [2.8, 1.8], {
        ...{ content: [{ bind: "memberType" }], colour: INK, weight: 700, align: "center" },
      }),
      text({ x: 34.6, y: 22.4, width: 48, height: 8 }, [3.6, 2.2], {
        ...{ content: [{ bind: "fullName" }], colour: INK, weight: 700, maxLines: 2 },
      }),
      text({ x: 5, y: 40, width: 26, height: 3.2 }, [2.4, 1.8], {
        ...{ when: { has: "validUntil" }, content: ["Berlaku hingga"], colour: INK, align: "center" },
      }),
      text({ x: 5, y: 43.2, width: 26, height: 3.4 }, [2.6, 1.8], {
        ...{ content: [{ bind: "validUntil" }], colour: INK, weight: 700, align: "center" },
      }),
      ...numbered({ x: 34.6, y: 34.6, width: 48 }, 9.6),
    ],
  },
  back,
};

const centred = { colour: INK, align: "center" } as const;

/** Upright: photo, name, number, type and validity below each other, the bars at the foot. */
export const inlislite4: Template = {
  ...{ ...common, name: "inlislite-4", title: "INLISLite 3.2, tata letak 4", orientation: "portrait" },
  front: {
    layers: [
      ...background("background", "portrait"),
      ...framedPhoto({ x: 17.2, y: 22, width: 19.58, height: 26.1 }),
      text({ x: 4, y: 50, width: 45.98, height: 7.4 }, [3.3, 2.2], {
        ...{ ...centred, content: [{ bind: "fullName" }], weight: 700, maxLines: 2 },
      }),
      text({ x: 4, y: 57.8, width: 45.98, height: 3.2 }, [2.7, 1.6], {
        ...{ ...centred, content: [{ bind: "memberNo" }] },
      }),
      text({ x: 4, y: 61, width: 45.98, height: 3.4 }, [2.7, 1.8], {
        ...{ ...centred, content: [{ bind: "memberType" }], weight: 700 },
      }),
      text({ x: 4, y: 65.6, width: 45.98, height: 3.2 }, [2.4, 1.8], {
        ...{ ...centred, when: { has: "validUntil" }, content: ["Berlaku hingga", { bind: "validUntil" }] },
      }),
      bars({ x: 3.5, y: 70.4, width: 46.98, height: 11.6 }, 9.6),
    ],
  },
  back: {
    layers: [
      ...background("background-back", "portrait"),
      text({ x: 5, y: 20, width: 43.98, height: 60 }, [2.6, 1.7], {
        ...{ when: { has: "terms" }, content: [{ bind: "terms" }], colour: INK, maxLines: 12 },
      }),
    ],
  },
};
