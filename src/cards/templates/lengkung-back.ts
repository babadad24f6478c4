import type { Side } from "../template.ts";
import { returnTo, signature, terms } from "./back-layers.ts";
import { DEEP_WATER, footArch, ground } from "./lengkung-parts.ts";
import { text } from "./text-layers.ts";

const onWater = { colour: "#ffffff", weight: 700, align: "center" } as const;
const foot = { x: 6, y: 47, width: 73.6, height: 3.8 };

export const lengkungBack: Side = {
  layers: [
    ground,
    ...footArch,
    text({ x: 6, y: 4, width: 73.6, height: 4.6 }, [3.3, 2.4], {
      ...{ content: ["Ketentuan"], colour: DEEP_WATER, weight: 700 },
    }),
    ...terms({ x: 6, y: 9, width: 73.6 }),
    ...signature({ x: 6, y: 24, width: 34, height: 11 }),
    ...returnTo({ x: 44, y: 22.6, width: 35.6 }),
    text(foot, [2.6, 1.8], {
      ...{ when: { has: "libraryWebsite" }, content: [{ bind: "libraryWebsite" }], ...onWater },
    }),
    text(foot, [2.6, 1.8], {
      ...{ when: { hasNot: "libraryWebsite" }, content: ["Selamat membaca"], ...onWater },
    }),
  ],
};
