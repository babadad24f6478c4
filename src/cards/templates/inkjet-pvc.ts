import type { Layer, Side, Template } from "../template.ts";
import { returnTo, signature, terms } from "./back-layers.ts";
import { bridgeAt } from "./lengkung-parts.ts";
import { filled, type Inks, labelled, numbered, text } from "./text-layers.ts";

const SEA = "#0b3c5d";
const INKS: Inks = { label: "#bcd9e8", value: "#ffffff" };

/** Large calm areas to every edge: a tray lays a card half a millimetre off, and a thin line there would show it. */
const waves: readonly Layer[] = [
  filled(SEA),
  { kind: "shape", path: "M-2.5 -2.5H88.1V18C66 26 44 8 -2.5 22Z", fill: "#10527c" },
  { kind: "shape", path: "M40 -2.5H88.1V26C74 22 60 8 40 -2.5Z", fill: "#1a6a99" },
];

const front: Side = {
  layers: [
    ...waves,
    ...bridgeAt({ x: 5, y: 4.4, scale: 8.4 / 32 }),
    text({ x: 15, y: 4.2, width: 65.6, height: 5 }, [3.5, 2.1], {
      ...{ content: [{ bind: "libraryName" }], colour: "#ffffff", weight: 700, maxLines: 2 },
    }),
    text({ x: 15, y: 9.3, width: 65.6, height: 3 }, [2.5, 1.6], {
      ...{ content: ["Kartu Anggota", { bind: "locationName" }], colour: INKS.label },
    }),
    ...([true, false] as const).flatMap((photo) => {
      const width = photo ? 50.6 : 75.6;
      const words: readonly Layer[] = [
        text({ x: 5, y: 15, width, height: 9 }, [4, 2.5], {
          ...{ content: [{ bind: "fullName" }], colour: "#ffffff", weight: 700, maxLines: 2 },
        }),
      ];
      return words.map((layer) => ({ ...layer, when: { photo } }));
    }),
    ...labelled("Jenis anggota", "memberType", { x: 5, y: 25, width: 26 }, INKS),
    ...labelled("Berlaku sampai", "validUntil", { x: 33, y: 25, width: 22.6 }, INKS),
    {
      ...{ kind: "rect", when: { photo: true }, radius: 1.8 },
      ...{ box: { x: 58.4, y: 14.4, width: 22.2, height: 29.2 }, fill: "#ffffff" },
    },
    {
      ...{ kind: "photo", when: { photo: true }, radius: 1.2 },
      box: { x: 59.4, y: 15.4, width: 20.2, height: 27.2 },
    },
    ...numbered({ x: 5, y: 34.4, width: 50.6 }, 9.6),
  ],
};

const back: Side = {
  layers: [
    ...waves,
    { kind: "rect", box: { x: 4, y: 4, width: 77.6, height: 45.98 }, fill: "#ffffff", radius: 2.4 },
    text({ x: 7, y: 6, width: 71.6, height: 4.4 }, [3.3, 2.4], {
      ...{ content: ["Ketentuan"], colour: SEA, weight: 700 },
    }),
    ...terms({ x: 7, y: 11.2, width: 71.6 }),
    ...signature({ x: 7, y: 28, width: 33, height: 14 }),
    ...returnTo({ x: 44, y: 27.4, width: 34.6 }),
  ],
};

/** For inkjet printers with a tray for two PVC cards: colour over every edge, with a photo and without. */
export const inkjetPvc: Template = {
  ...{ name: "inkjet-pvc", title: "PVC inkjet", version: 1, orientation: "landscape", slot: "none" },
  front,
  back,
};
