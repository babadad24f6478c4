import type { Template } from "../template.ts";
import { arch, bridge, DEEP_WATER, ground, heading, labelled, numbered } from "./lengkung-parts.ts";

/** The same card where no photo is taken: the words take its room, and the barcode may be longer. */
export const lengkungNoPhoto: Template = {
  name: "lengkung-no-photo",
  title: "Lengkung tanpa foto",
  version: 1,
  orientation: "landscape",
  slot: "none",
  front: {
    layers: [
      ground,
      ...arch,
      ...bridge,
      ...heading,
      {
        kind: "text",
        content: [{ bind: "fullName" }],
        box: { x: 5, y: 17, width: 75.6, height: 8.4 },
        align: "left",
        weight: 700,
        colour: DEEP_WATER,
        size: 4.2,
        minSize: 2.6,
        maxLines: 2,
      },
      ...labelled("Jenis anggota", "memberType", { x: 5, y: 25.8, width: 38 }),
      ...labelled("Berlaku sampai", "validUntil", { x: 47.6, y: 25.8, width: 33 }),
      ...numbered({ x: 5, y: 34.4, width: 75.6 }, 9.6),
    ],
  },
};
