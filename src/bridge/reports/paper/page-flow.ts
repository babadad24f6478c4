import type { Pen } from "./pen.ts";

/** Something that stays on one page. */
export interface Piece {
  /** Points. */
  readonly height: number;
  draw(pen: Pen, x: number, y: number, width: number): void;
}

/** Pieces below each other. At the top of each further page that they need `again` is drawn first. */
export interface Run {
  readonly pieces: readonly Piece[];
  /** How many of the first pieces must not be alone at the foot of a page. */
  readonly together: number;
  readonly again?: Piece | undefined;
  /** Before the run, points; dropped at the top of a page. */
  readonly gap: number;
}

interface Placed {
  readonly piece: Piece;
  readonly y: number;
}

/** Which piece lies on which page, and where. Every page has at least one, so a piece higher than a page is still drawn. */
export function flow(runs: readonly Run[], { top, bottom }: { top: number; bottom: number }): Placed[][] {
  const pages: Placed[][] = [[]];
  let y = top;
  const page = (): Placed[] => pages.at(-1) ?? [];
  const fits = (height: number): boolean => y + height <= bottom || page().length === 0;
  const put = (piece: Piece): void => {
    page().push({ piece, y });
    y += piece.height;
  };
  const turn = (): void => {
    pages.push([]);
    y = top;
  };

  for (const { pieces, together, again, gap } of runs) {
    if (page().length > 0) y += gap;
    const first = heightOf(pieces.slice(0, together));
    // What cannot be together on any page need not be.
    if (!fits(first) && first <= bottom - top) turn();
    for (const piece of pieces) {
      if (!fits(piece.height)) {
        turn();
        if (again && piece !== again) put(again);
      }
      put(piece);
    }
  }
  return pages;
}

const heightOf = (pieces: readonly Piece[]): number =>
  pieces.reduce((total, { height }) => total + height, 0);
