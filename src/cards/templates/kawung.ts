import type { Side, Template } from "../template.ts";
import { returnTo, signature, terms } from "./back-layers.ts";
import { GOLD, INK, INKS, PAPER, SOGA, stripeLeft, stripeTop } from "./kawung-parts.ts";
import { labelled, numbered, text } from "./text-layers.ts";

const back: Side = {
  layers: [
    ...stripeTop(9),
    text({ x: 6, y: 12.2, width: 73.6, height: 4.4 }, [3.3, 2.4], {
      ...{ content: ["Selamat membaca"], colour: SOGA, weight: 700 },
    }),
    ...terms({ x: 6, y: 17.4, width: 73.6 }),
    ...signature({ x: 6, y: 34.6, width: 36, height: 12.4 }),
    ...returnTo({ x: 46, y: 32.6, width: 33.6 }),
  ],
};

/** *Kawung*: soga brown and gold, the photo framed on cloth. */
export const kawung: Template = {
  name: "kawung",
  title: "Kawung",
  version: 1,
  orientation: "landscape",
  slot: "none",
  front: {
    layers: [
      ...stripeLeft(31),
      { kind: "rect", box: { x: 4, y: 10.5, width: 23, height: 33 }, fill: PAPER, radius: 1.8 },
      { kind: "photo", box: { x: 4.9, y: 11.4, width: 21.2, height: 28.27 }, radius: 1.1 },
      text({ x: 5, y: 39.9, width: 21, height: 3.2 }, [2.4, 1.6], {
        ...{ content: [{ bind: "memberType" }], colour: SOGA, weight: 700, align: "center" },
      }),
      text({ x: 36, y: 3.2, width: 44.6, height: 7.2 }, [3.7, 2.1], {
        ...{ content: [{ bind: "libraryName" }], colour: SOGA, weight: 700, maxLines: 2 },
      }),
      text({ x: 36, y: 10.4, width: 44.6, height: 3 }, [2.5, 1.6], {
        ...{ content: ["Kartu Anggota", { bind: "locationName" }], colour: INKS.label },
      }),
      { kind: "rect", box: { x: 36, y: 14.3, width: 44.6, height: 0.35 }, fill: GOLD },
      text({ x: 36, y: 15.4, width: 44.6, height: 9.2 }, [3.7, 2.4], {
        ...{ content: [{ bind: "fullName" }], colour: INK, weight: 700, maxLines: 2 },
      }),
      ...labelled("Berlaku sampai", "validUntil", { x: 36, y: 26, width: 21 }, INKS),
      ...labelled("Terdaftar", "registeredOn", { x: 59, y: 26, width: 21.6 }, INKS),
      ...numbered({ x: 34.4, y: 35, width: 48.2 }, 9.6),
    ],
  },
  back,
};

/** The cloth is narrower, the words take the photo's room. */
export const kawungNoPhoto: Template = {
  name: "kawung-no-photo",
  title: "Kawung tanpa foto",
  version: 1,
  orientation: "landscape",
  slot: "none",
  front: {
    layers: [
      ...stripeLeft(13),
      text({ x: 18.5, y: 4, width: 62.1, height: 5.4 }, [3.9, 2.1], {
        ...{ content: [{ bind: "libraryName" }], colour: SOGA, weight: 700, maxLines: 2 },
      }),
      text({ x: 18.5, y: 9.5, width: 62.1, height: 3 }, [2.5, 1.6], {
        ...{ content: ["Kartu Anggota", { bind: "locationName" }], colour: INKS.label },
      }),
      { kind: "rect", box: { x: 18.5, y: 13.8, width: 62.1, height: 0.35 }, fill: GOLD },
      text({ x: 18.5, y: 15.2, width: 62.1, height: 9.4 }, [4.2, 2.4], {
        ...{ content: [{ bind: "fullName" }], colour: INK, weight: 700, maxLines: 2 },
      }),
      ...labelled("Jenis anggota", "memberType", { x: 18.5, y: 26, width: 22 }, INKS),
      ...labelled("Berlaku sampai", "validUntil", { x: 42.5, y: 26, width: 18 }, INKS),
      ...labelled("Terdaftar", "registeredOn", { x: 62.6, y: 26, width: 18 }, INKS),
      ...numbered({ x: 17, y: 35, width: 65.6 }, 9.6),
    ],
  },
  back,
};
