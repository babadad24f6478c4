import type { Side, Template } from "../template.ts";
import { returnTo, signature, terms } from "./back-layers.ts";
import { bridgeAt } from "./lengkung-parts.ts";
import { filled, type Inks, labelled, numbered, text } from "./text-layers.ts";

const NAVY = "#1d3a63";
const SUN = "#f0b429";
const SKY = "#dce8f5";
const INKS: Inks = { label: "#55606e", value: "#1a2230" };
const UPRIGHT = { width: 53.98, height: 85.6 } as const;

/** The middle of the head stays empty: a lanyard's slot is punched there. */
const front: Side = {
  layers: [
    filled("#ffffff", UPRIGHT),
    { kind: "shape", path: "M-2.5 -2.5H56.48V25.6L26.99 31.4L-2.5 25.6Z", fill: NAVY },
    {
      kind: "shape",
      path: "M-2.5 27.2L26.99 33L56.48 27.2",
      stroke: { colour: SUN, width: 0.9 },
    },
    text({ x: 4, y: 9.4, width: 45.98, height: 2.9 }, [2.3, 1.6], {
      ...{ when: { has: "institution" }, content: [{ bind: "institution" }], colour: SKY, align: "center" },
    }),
    text({ x: 4, y: 12.3, width: 45.98, height: 7.4 }, [3.5, 2.2], {
      ...{ content: [{ bind: "libraryName" }], colour: "#ffffff", weight: 700, align: "center", maxLines: 2 },
    }),
    text({ x: 4, y: 20, width: 45.98, height: 3 }, [2.3, 1.8], {
      ...{ content: ["Kartu Anggota Perpustakaan"], colour: SUN, weight: 700, align: "center" },
    }),
    { kind: "rect", box: { x: 15.49, y: 24, width: 23, height: 29.6 }, fill: "#ffffff", radius: 1.8 },
    {
      ...{ kind: "photo", when: { photo: true }, radius: 1.1 },
      box: { x: 16.49, y: 25, width: 21, height: 27.6 },
    },
    {
      ...{ kind: "rect", when: { photo: false }, radius: 1.1 },
      ...{ box: { x: 16.49, y: 25, width: 21, height: 27.6 }, fill: SKY },
    },
    ...bridgeAt({ x: 19.99, y: 31.5, scale: 14 / 32 }, NAVY).map((layer) => ({
      ...layer,
      when: { photo: false },
    })),
    text({ x: 4, y: 54, width: 45.98, height: 7.4 }, [3.5, 2.2], {
      ...{ content: [{ bind: "fullName" }], colour: NAVY, weight: 700, align: "center", maxLines: 2 },
    }),
    {
      ...{ kind: "rect", when: { has: "memberType" }, radius: 1.9 },
      ...{ box: { x: 9.99, y: 61.8, width: 34, height: 3.8 }, fill: SKY },
    },
    text({ x: 11.5, y: 61.8, width: 30.98, height: 3.8 }, [2.5, 1.7], {
      ...{ when: { has: "memberType" }, content: [{ bind: "memberType" }] },
      ...{ colour: INKS.value, weight: 700, align: "center" },
    }),
    ...numbered({ x: 3.5, y: 67, width: 46.98 }, 9.2),
    { kind: "rect", box: { x: -2.5, y: 82.9, width: 58.98, height: 5.2 }, fill: SUN },
  ],
};

const back: Side = {
  layers: [
    filled("#ffffff", UPRIGHT),
    { kind: "rect", box: { x: -2.5, y: -2.5, width: 58.98, height: 13 }, fill: NAVY },
    { kind: "rect", box: { x: -2.5, y: 10.5, width: 58.98, height: 0.9 }, fill: SUN },
    text({ x: 5, y: 14.6, width: 43.98, height: 4.2 }, [3.2, 2.4], {
      ...{ content: ["Tata tertib"], colour: NAVY, weight: 700 },
    }),
    ...terms({ x: 5, y: 19.6, width: 43.98 }),
    ...labelled("Berlaku sampai", "validUntil", { x: 5, y: 38, width: 21 }, INKS),
    ...labelled("Terdaftar", "registeredOn", { x: 28, y: 38, width: 20.98 }, INKS),
    ...signature({ x: 5, y: 47, width: 43.98, height: 12 }, "Tanda tangan siswa"),
    ...returnTo({ x: 5, y: 61.4, width: 43.98 }),
    { kind: "rect", box: { x: -2.5, y: 82.9, width: 58.98, height: 5.2 }, fill: SUN },
  ],
};

/** Upright, for a lanyard; the member's type is the class or the school's own word for it. A bridge stands in for a photo. */
export const school: Template = {
  ...{ name: "school", title: "Sekolah", version: 1, orientation: "portrait", slot: "short-edge" },
  front,
  back,
};
