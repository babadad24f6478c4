import type { Template } from "../template.ts";
import { back, background, framedPhoto, INK } from "./inlislite-layers.ts";
import { text } from "./text-layers.ts";

/**
 * The library's name above, the photo on the left, the QR on the right, as in 3.3. 3.3 prints the QR at 16 mm; here it is as
 * large as it fits, which gives squares of 0.5 mm and more.
 */
export const inlislite33: Template = {
  ...{ name: "inlislite-33", title: "INLISLite 3.3", version: 1, orientation: "landscape", slot: "none" },
  front: {
    layers: [
      ...background("background", "landscape", "bare"),
      text({ x: 5, y: 12.6, width: 75.6, height: 5.4 }, [3.4, 2], {
        ...{ content: [{ bind: "libraryName" }], colour: INK, weight: 700, align: "center" },
      }),
      ...framedPhoto({ x: 5.7, y: 20.2, width: 20.3, height: 27.06 }),
      text({ x: 29.4, y: 19.4, width: 31, height: 9 }, [3.4, 2.2], {
        ...{ content: [{ bind: "fullName" }], colour: INK, weight: 700, maxLines: 3 },
      }),
      text({ x: 29.4, y: 29.2, width: 31, height: 3.6 }, [2.8, 1.6], {
        ...{ content: [{ bind: "memberNo" }], colour: INK },
      }),
      text({ x: 29.4, y: 33.2, width: 31, height: 3.6 }, [2.8, 1.8], {
        ...{ content: [{ bind: "memberType" }], colour: INK },
      }),
      text({ x: 29.4, y: 40.4, width: 31, height: 3 }, [2.3, 1.8], {
        ...{ when: { has: "validUntil" }, content: ["Berlaku hingga"], colour: INK },
      }),
      text({ x: 29.4, y: 43.4, width: 31, height: 3.8 }, [3, 1.8], {
        ...{ content: [{ bind: "validUntil" }], colour: INK, weight: 700 },
      }),
      { kind: "qr", box: { x: 62.6, y: 24.4, width: 18, height: 18 }, radius: 0.8 },
    ],
  },
  back,
};
