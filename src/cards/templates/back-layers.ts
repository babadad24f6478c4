import type { Box } from "../geometry.ts";
import type { Layer } from "../template.ts";
import { text } from "./text-layers.ts";

const INK = "#2a251e";
const INK_SOFT = "#5a5244";
const LINE = "#857b68";

type Row = Pick<Box, "x" | "y" | "width">;

/** What holds for every library. One that has written its own terms in INLISLite shows those. */
const TERMS = [
  "Kartu ini milik perpustakaan dan tidak dapat dipindahtangankan.",
  "Bawalah kartu setiap kali meminjam buku.",
  "Kartu hilang atau rusak dilaporkan ke meja layanan.",
];

/** Three numbered lines, 12.6 mm high in all; on an upright card each takes two, 16.8 mm. */
export function terms({ x, y, width }: Row, colour = INK): readonly Layer[] {
  const isNarrow = width < 60;
  const [step, maxLines] = isNarrow ? [5.6, 2] : [4.2, 1];
  const sizes = isNarrow ? ([2.2, 1.8] as const) : ([2.5, 1.8] as const);
  return [
    ...TERMS.flatMap((term, index) => {
      const line = { y: y + step * index, height: step - 0.2 };
      const words = { when: { hasNot: "terms" }, colour } as const;
      return [
        text({ ...line, x, width: 3 }, sizes, { ...words, content: [`${index + 1}.`] }),
        text({ ...line, x: x + 3.6, width: width - 3.6 }, sizes, { ...words, content: [term], maxLines }),
      ];
    }),
    text({ x, y, width, height: 3 * step }, [2.5, 1.7], {
      ...{ when: { has: "terms" }, content: [{ bind: "terms" }], colour, maxLines: 8 },
    }),
  ];
}

/** Paper that a pen takes: white, with its label in the lower left. For a minor a parent signs. */
export function signature({ x, y, width, height }: Box, label = "Tanda tangan anggota"): readonly Layer[] {
  const [across, down] = [width - 2, height - 2];
  const below = { x: x + 1.5, y: y + height - 3.2, width: width - 3, height: 2.7 };
  const written = (content: string, minor: boolean): Layer =>
    text(below, [2, 1.6], { when: { minor }, content: [content], colour: INK_SOFT });
  return [
    {
      kind: "shape",
      path: `M${x + 1} ${y}h${across}a1 1 0 0 1 1 1v${down}a1 1 0 0 1-1 1h${-across}a1 1 0 0 1-1-1v${-down}a1 1 0 0 1 1-1Z`,
      fill: "#ffffff",
      stroke: { colour: LINE, width: 0.2 },
    },
    written(label, false),
    written("Tanda tangan orang tua atau wali", true),
  ];
}

/** To whom a found card goes, 17.3 mm high: the library by name, and of address, hours and telephone what it has given. */
export function returnTo(
  { x, y, width }: Row,
  words = "Jika ditemukan, kembalikan ke",
  colour = INK,
): readonly Layer[] {
  return [
    text({ x, y, width, height: 3 }, [2.3, 1.6], { content: [words], colour }),
    text({ x, y: y + 3.1, width, height: 5.4 }, [2.4, 1.6], {
      ...{ content: [{ bind: "libraryName" }], colour, weight: 700, maxLines: 2 },
    }),
    ...(["libraryAddress", "openingHours", "libraryPhone"] as const).map((bind, index) =>
      text({ x, y: y + 8.7 + 2.9 * index, width, height: 2.8 }, [2.2, 1.6], { content: [{ bind }], colour }),
    ),
  ];
}
