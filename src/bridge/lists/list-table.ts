import { TitianError } from "../../kernel/errors.ts";

/** A list of a whole school district; one that is longer is two lists. */
export const MAX_ROWS = 20_000;
export const MAX_COLUMNS = 100;
/** Longer than any member number or name; the rest of a cell is somebody's remark. */
const MAX_CELL_CHARS = 300;

/** What a file says, cell by cell, as text: nothing in it is evaluated. Row 1 of a spreadsheet program is `rows[0]`. */
export interface ListTable {
  readonly rows: readonly (readonly string[])[];
}

/** Gathers rows within the limits. Throws `LIST_TOO_LONG`. */
export class TableBuilder {
  readonly #rows: string[][] = [];

  add(cells: readonly string[]): void {
    if (this.#rows.length === MAX_ROWS + 1)
      throw new TitianError("LIST_TOO_LONG", { details: { most: MAX_ROWS } });
    this.#rows.push(cells.slice(0, MAX_COLUMNS).map((cell) => cell.trim().slice(0, MAX_CELL_CHARS)));
  }

  /** Empty rows at the end are the spreadsheet's, not the list's. Throws `LIST_EMPTY`. */
  get table(): ListTable {
    const last = this.#rows.findLastIndex((row) => row.some((cell) => cell !== ""));
    if (last === -1) throw new TitianError("LIST_EMPTY");
    return { rows: this.#rows.slice(0, last + 1) };
  }
}
