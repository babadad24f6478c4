import type { Template } from "../template.ts";
import { arch, bridge, DEEP_WATER, ground, heading, labelled, numbered } from "./lengkung-parts.ts";

/** *Lengkung*, the bridge's curve: the default card. */
export const lengkung: Template = {
  name: "lengkung",
  title: "Lengkung",
  version: 1,
  orientation: "landscape",
  slot: "none",
  front: {
    layers: [
      ground,
      ...arch,
      ...bridge,
      ...heading,
      { kind: "photo", box: { x: 5, y: 18.6, width: 22.2, height: 29.6 }, radius: 1.33 },
      {
        kind: "text",
        content: [{ bind: "fullName" }],
        box: { x: 31, y: 17.1, width: 49.6, height: 8 },
        align: "left",
        weight: 700,
        colour: DEEP_WATER,
        size: 3.7,
        minSize: 2.6,
        maxLines: 2,
      },
      ...labelled("Jenis anggota", "memberType", { x: 31, y: 25.4, width: 25 }),
      ...labelled("Berlaku sampai", "validUntil", { x: 58, y: 25.4, width: 22.6 }),
      ...numbered({ x: 31, y: 34.4, width: 49.6 }, 9.6),
    ],
  },
};
