import type { Template } from "../template.ts";
import { back, background, framedPhoto, INK } from "./inlislite-layers.ts";
import { text } from "./text-layers.ts";

const right = { x: 54.2, width: 28.4 } as const;
const centred = { colour: INK, weight: 700, align: "center" } as const;

/**
 * Logo and library above on the left, name and QR below them, and on the right type, number, validity and photo, as on the
 * card page of 3.3. That prints the QR at 15 mm; here it is as large as it fits, which gives squares of 0.5 mm and more.
 */
export const inlislite33: Template = {
  ...{ name: "inlislite-33", title: "INLISLite 3.3", version: 1, orientation: "landscape", slot: "none" },
  front: {
    layers: [
      ...background("background", "landscape", "none"),
      { kind: "image", asset: "logo", box: { x: 3.7, y: 3.4, width: 9.2, height: 9.2 }, fit: "contain" },
      text({ x: 14.5, y: 3.4, width: 34, height: 9.2 }, [2.6, 1.8], {
        ...{ content: [{ bind: "libraryName" }], colour: INK, weight: 700, maxLines: 3 },
      }),
      text({ x: 4, y: 13.6, width: 43.6, height: 7.6 }, [3.4, 2], {
        ...{ ...centred, content: [{ bind: "fullName" }], maxLines: 2 },
      }),
      { kind: "qr", box: { x: 15.8, y: 22, width: 20, height: 20 }, radius: 0.8 },
      {
        ...{ kind: "rect", when: { has: "memberType" }, fill: "#000000" },
        box: { ...right, y: 5.6, height: 5.2 },
        radius: 2.6,
      },
      text({ x: 55.6, y: 5.6, width: 25.6, height: 5.2 }, [2.7, 1.8], {
        ...{ when: { has: "memberType" }, content: [{ bind: "memberType" }] },
        ...{ colour: "#ffffff", weight: 700, align: "center" },
      }),
      text({ ...right, y: 12.2, height: 3.8 }, [2.7, 1.6], { ...centred, content: [{ bind: "memberNo" }] }),
      text({ ...right, y: 17.4, height: 3 }, [2.1, 1.6], {
        ...{ ...centred, when: { has: "validUntil" }, content: ["Berlaku hingga", { bind: "validUntil" }] },
      }),
      ...framedPhoto({ x: 58.3, y: 22.4, width: 20.2, height: 26.94 }),
    ],
  },
  back,
};
