import type { Side, Template } from "../template.ts";
import { returnTo, signature } from "./back-layers.ts";
import { book, outdoors } from "./children-picture.ts";
import { filled, numbered, text } from "./text-layers.ts";

const SKY = "#d9effb";
const DEEP = "#17456b";

const front: Side = {
  layers: [
    filled(SKY),
    ...outdoors,
    ...book,
    text({ x: 5, y: 3.4, width: 42, height: 3.6 }, [2.5, 1.7], {
      ...{ content: [{ bind: "libraryName" }], colour: DEEP },
    }),
    text({ x: 5, y: 7, width: 42, height: 4.4 }, [3.2, 2.4], {
      ...{ content: ["Aku anggota perpustakaan"], colour: "#b23a16", weight: 700 },
    }),
    text({ x: 5, y: 12, width: 50.5, height: 18 }, [7.6, 3], {
      ...{ content: [{ bind: "fullName" }], colour: DEEP, weight: 700, maxLines: 2 },
    }),
    ...numbered({ x: 18, y: 37.4, width: 49.6 }, 8.6),
  ],
};

const back: Side = {
  layers: [
    filled(SKY),
    ...outdoors,
    { kind: "rect", box: { x: 4, y: 14, width: 77.6, height: 35.4 }, fill: "#ffffff", radius: 2.4 },
    text({ x: 5, y: 5, width: 60, height: 6 }, [4.4, 3], {
      ...{ content: ["Janji pembaca"], colour: DEEP, weight: 700 },
    }),
    ...["Aku menjaga buku tetap bersih dan utuh.", "Aku mengembalikan buku tepat waktu."].map(
      (promise, index) =>
        text({ x: 7, y: 16 + 4.4 * index, width: 71.6, height: 4.2 }, [3, 2.2], {
          ...{ content: [promise], colour: "#1f2a36" },
        }),
    ),
    ...signature({ x: 7, y: 29, width: 32, height: 16.4 }, "Tanda tangan orang tua atau wali"),
    ...returnTo({ x: 43, y: 28.4, width: 35.6 }, "Kartu ini milik anak. Mohon kembalikan ke", "#1f2a36"),
  ],
};

/** For PAUD and SD: the name as large as it will go and nothing else about the child, on either side. */
export const children: Template = {
  ...{ name: "children", title: "Anak", version: 1, orientation: "landscape", slot: "none" },
  front,
  back,
};
