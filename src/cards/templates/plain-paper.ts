import type { Layer, Side, Template } from "../template.ts";
import { returnTo, signature, terms } from "./back-layers.ts";
import { bridgeAt } from "./lengkung-parts.ts";
import { filled, type Inks, labelled, numbered, text } from "./text-layers.ts";

const BLACK = "#000000";
const GREY = "#595959";
const INKS: Inks = { label: GREY, value: BLACK };

/** Thin lines well inside the cut: a knife that slips by a millimetre leaves no uneven edge, and toner is spared. */
const rule = (y: number): Layer => ({
  kind: "rect",
  box: { x: 4, y, width: 77.6, height: 0.3 },
  fill: BLACK,
});

/** 2 × 3 cm, the pas foto that everybody has: glued in before the pouch is closed. */
const FRAME = { x: 4, y: 17.4, width: 20, height: 30 } as const;
const frame: readonly Layer[] = [
  {
    ...{ kind: "shape", when: { photo: false } },
    path: `M${FRAME.x} ${FRAME.y}h${FRAME.width}v${FRAME.height}h${-FRAME.width}Z`,
    stroke: { colour: GREY, width: 0.2 },
  },
  text({ x: 5, y: 28.4, width: 18, height: 8 }, [2.3, 1.8], {
    ...{ when: { photo: false }, content: ["Tempel pas foto 2 × 3 cm"], colour: GREY },
    ...{ align: "center", maxLines: 3 },
  }),
  { kind: "photo", when: { photo: true }, box: { ...FRAME, width: 22, height: 29.33 } },
];

const front: Side = {
  layers: [
    filled("#ffffff"),
    ...bridgeAt({ x: 4, y: 4, scale: 8 / 32 }, BLACK),
    text({ x: 13.6, y: 3.6, width: 68, height: 4.8 }, [3.5, 2.1], {
      ...{ content: [{ bind: "libraryName" }], colour: BLACK, weight: 700, maxLines: 2 },
    }),
    text({ x: 13.6, y: 8.5, width: 68, height: 3 }, [2.5, 1.6], {
      ...{ content: ["Kartu Anggota", { bind: "locationName" }], colour: GREY },
    }),
    rule(13.4),
    ...frame,
    text({ x: 29, y: 15.6, width: 52.6, height: 9 }, [4, 2.5], {
      ...{ content: [{ bind: "fullName" }], colour: BLACK, weight: 700, maxLines: 2 },
    }),
    ...labelled("Jenis anggota", "memberType", { x: 29, y: 25.6, width: 26 }, INKS),
    ...labelled("Berlaku sampai", "validUntil", { x: 58, y: 25.6, width: 23.6 }, INKS),
    ...numbered({ x: 29, y: 34.4, width: 52.6 }, 9.6),
  ],
};

const back: Side = {
  layers: [
    filled("#ffffff"),
    text({ x: 4, y: 4, width: 77.6, height: 4.4 }, [3.2, 2.4], {
      ...{ content: ["Ketentuan"], colour: BLACK, weight: 700 },
    }),
    rule(9),
    ...terms({ x: 4, y: 10.6, width: 77.6 }, BLACK),
    ...signature({ x: 4, y: 28.6, width: 36, height: 14 }),
    ...returnTo({ x: 45, y: 28, width: 36.6 }, undefined, BLACK),
    text({ x: 4, y: 46.6, width: 77.6, height: 3.2 }, [2.3, 1.6], {
      ...{ content: ["Dicetak", { bind: "printedOn" }], colour: GREY },
    }),
  ],
};

/** For an office printer, scissors and a pouch. */
export const plainPaper: Template = {
  ...{ name: "plain-paper", title: "Kertas biasa", version: 1, orientation: "landscape", slot: "none" },
  front,
  back,
};
