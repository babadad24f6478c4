import { POINTS_PER_MM } from "../../../cards/geometry.ts";
import type { Cell, CellKind, Column, Row, Table } from "../report.ts";
import type { Written } from "../written.ts";
import type { Piece, Run } from "./page-flow.ts";
import { HEADING, INK, lineHeight, type Pen, SMALL, type Type } from "./pen.ts";

const PAD = 3.6;
/** Between columns. */
const GUTTER = 6;
const CELL: Type = { size: 9 };
const AMOUNTS: readonly CellKind[] = ["count", "decimal", "percent", "duration", "span"];

interface Line {
  readonly row: Row;
  readonly type: Type;
  readonly leastHeight: number;
  readonly rule: { readonly ink: string; readonly thickness: number };
}

/** The heading, the head and the first row stay together; the head is repeated on every page. */
export function tableRun(table: Table, pen: Pen, written: Written, width: number): Run {
  const lay = new TableLayout(table, pen, written, width);
  const { title, columns, rows, total, whenEmpty, rowMm = 0 } = table;
  const named = pen.lines(title, width, HEADING);
  const heading: Piece = {
    height: named.length * lineHeight(HEADING) + 2,
    draw: (onto, x, y) => {
      for (const [index, line] of named.entries())
        onto.text(line, x, y + index * lineHeight(HEADING), HEADING);
    },
  };
  const head = lay.piece({
    row: columns.map((column) => column.title),
    ...{ type: { ...SMALL, weight: 400 }, leastHeight: 0 },
    rule: { ink: INK.strongLine, thickness: 0.7 },
  });
  const body = rows.map((row) =>
    lay.piece({
      ...{ row, type: CELL, leastHeight: rowMm * POINTS_PER_MM },
      rule: { ink: INK.line, thickness: 0.7 },
    }),
  );
  const sum = total && lay.total(total);
  const empty: Piece = {
    height: lineHeight(CELL) + 2 * PAD,
    draw: (onto, x, y) => onto.text(whenEmpty, x, y + PAD, { ...CELL, ink: INK.soft }),
  };
  const lines = rows.length > 0 ? body : [empty];
  const last = lines.at(-1);
  // A sum never stands on a page without anything that it sums up.
  const kept = sum && last ? [...lines.slice(0, -1), below(last, sum)] : lines;
  return { pieces: [heading, head, ...kept], together: 3, again: head, gap: 14 };
}

const below = (first: Piece, second: Piece): Piece => ({
  height: first.height + second.height,
  draw(onto, x, y, width) {
    first.draw(onto, x, y, width);
    second.draw(onto, x, y + first.height, width);
  },
});

class TableLayout {
  readonly #columns: readonly Column[];
  readonly #pen: Pen;
  readonly #written: Written;
  readonly #widths: readonly number[];

  constructor({ columns }: Table, pen: Pen, written: Written, width: number) {
    this.#columns = columns;
    this.#pen = pen;
    this.#written = written;
    const shares = columns.reduce((sum, { share }) => sum + share, 0);
    this.#widths = columns.map(({ share }) => (share / shares) * width);
  }

  piece({ row, type, leastHeight, rule }: Line): Piece {
    const cells = this.#columns.map(({ kind }, index) =>
      this.#pen.lines(this.#textOf(kind, row[index] ?? null), this.#roomOf(index), type),
    );
    const most = Math.max(...cells.map(({ length }) => length));
    const height = Math.max(leastHeight, most * lineHeight(type) + 2 * PAD);
    return {
      height,
      draw: (pen, x, y, width) => {
        this.#draw(pen, cells, { x, y: y + PAD, type });
        pen.line([x, y + height], [x + width, y + height], rule.ink, rule.thickness);
      },
    };
  }

  /** Under a heavy line, in bold. */
  total(row: Row): Piece {
    const piece = this.piece({
      ...{ row, type: { ...CELL, weight: 700 }, leastHeight: 0 },
      rule: { ink: "#ffffff00", thickness: 0 },
    });
    return {
      height: piece.height,
      draw: (pen, x, y, width) => {
        pen.line([x, y], [x + width, y], INK.text, 1.1);
        piece.draw(pen, x, y, width);
      },
    };
  }

  #draw(
    pen: Pen,
    cells: readonly (readonly string[])[],
    { x, y, type }: { readonly x: number; readonly y: number; readonly type: Type },
  ): void {
    let left = x;
    for (const [index, lines] of cells.entries()) {
      const width = this.#widths[index] ?? 0;
      const isAmount = AMOUNTS.includes(this.#columns[index]?.kind ?? "text");
      const align = isAmount ? "right" : "left";
      pen.block(lines, isAmount ? left + this.#roomOf(index) : left, y, { ...type, align });
      left += width;
    }
  }

  /** The last column ends with the table. */
  #roomOf(index: number): number {
    const isLast = index === this.#columns.length - 1;
    return (this.#widths[index] ?? 0) - (isLast ? 0 : GUTTER);
  }

  #textOf(kind: CellKind, cell: Cell): string {
    return this.#written.cell(kind, cell);
  }
}
