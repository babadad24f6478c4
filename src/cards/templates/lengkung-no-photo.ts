import type { Template } from "../template.ts";
import { lengkungBack } from "./lengkung-back.ts";
import { arch, DEEP_WATER, ground, heading, INKS } from "./lengkung-parts.ts";
import { labelled, numbered, text } from "./text-layers.ts";

/** The same card where no photo is taken: the words take its room, and the barcode may be longer. */
export const lengkungNoPhoto: Template = {
  name: "lengkung-no-photo",
  title: "Lengkung tanpa foto",
  version: 2,
  orientation: "landscape",
  slot: "none",
  front: {
    layers: [
      ground,
      ...arch,
      ...heading,
      text({ x: 5, y: 17, width: 75.6, height: 8.4 }, [4.2, 2.6], {
        ...{ content: [{ bind: "fullName" }], colour: DEEP_WATER, weight: 700, maxLines: 2 },
      }),
      ...labelled("Jenis anggota", "memberType", { x: 5, y: 25.8, width: 38 }, INKS),
      ...labelled("Berlaku sampai", "validUntil", { x: 47.6, y: 25.8, width: 33 }, INKS),
      ...numbered({ x: 5, y: 34.4, width: 75.6 }, 9.6),
    ],
  },
  back: lengkungBack,
};
