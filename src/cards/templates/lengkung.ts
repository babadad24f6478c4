import type { Template } from "../template.ts";
import { lengkungBack } from "./lengkung-back.ts";
import { arch, DEEP_WATER, ground, heading, INKS } from "./lengkung-parts.ts";
import { labelled, numbered, text } from "./text-layers.ts";

/** *Lengkung*, the bridge's curve: the default card. */
export const lengkung: Template = {
  name: "lengkung",
  title: "Lengkung",
  version: 2,
  orientation: "landscape",
  slot: "none",
  front: {
    layers: [
      ground,
      ...arch,
      ...heading,
      { kind: "photo", box: { x: 5, y: 18.6, width: 22.2, height: 29.6 }, radius: 1.33 },
      text({ x: 31, y: 17.1, width: 49.6, height: 8 }, [3.7, 2.6], {
        ...{ content: [{ bind: "fullName" }], colour: DEEP_WATER, weight: 700, maxLines: 2 },
      }),
      ...labelled("Jenis anggota", "memberType", { x: 31, y: 25.4, width: 25 }, INKS),
      ...labelled("Berlaku sampai", "validUntil", { x: 58, y: 25.4, width: 22.6 }, INKS),
      ...numbered({ x: 31, y: 34.4, width: 49.6 }, 9.6),
    ],
  },
  back: lengkungBack,
};
