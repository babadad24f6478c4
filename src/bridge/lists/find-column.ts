import type { ListTable } from "./list-table.ts";

/** Headings of the column with member numbers, without spaces and signs: INLISLite's own exports, and what people write. */
const HEADINGS: readonly string[] = [
  ...["nomoranggota", "noanggota", "nomoranggotaperpustakaan", "noanggotaperpustakaan", "nomorkartu"],
  ...[
    "memberno",
    "membernumber",
    "nomember",
    "nomormember",
    "nokartu",
    "nomorkartuanggota",
    "nokartuanggota",
  ],
];
/** Schools put their name, the class and the year above the table, rows. */
const LOOK_AT_ROWS = 20;
const SAMPLES = 3;

export interface ListColumn {
  /** Counts from 0. */
  readonly index: number;
  /** As the file has it; empty where it has none. */
  readonly heading: string;
  /** First filled cells under it. */
  readonly samples: readonly string[];
}

export interface ListHead {
  /** Rows before the first member: titles and the heading. */
  readonly headRows: number;
  /** Undefined where no heading is known: the operator says which. */
  readonly column: number | undefined;
  readonly columns: readonly ListColumn[];
}

/** Where the member numbers are. A list of one column and no heading is numbers from its first row on. */
export function headOf({ rows }: ListTable): ListHead {
  const width = Math.max(...rows.map((row) => row.length));
  const at = rows
    .slice(0, LOOK_AT_ROWS)
    .findIndex((row) => row.some((cell) => HEADINGS.includes(bare(cell))));
  const heading = rows[at];
  if (heading) {
    const column = heading.findIndex((cell) => HEADINGS.includes(bare(cell)));
    return { headRows: at + 1, column, columns: columnsOf(rows, width, at + 1) };
  }
  const headRows = hasNumber(rows[0]) ? 0 : 1;
  return { headRows, column: width === 1 ? 0 : undefined, columns: columnsOf(rows, width, headRows) };
}

function columnsOf(rows: ListTable["rows"], width: number, headRows: number): readonly ListColumn[] {
  return Array.from({ length: width }, (_, index) => {
    const filled = rows.slice(headRows).filter((row) => (row[index] ?? "") !== "");
    return {
      index,
      heading: rows[headRows - 1]?.[index] ?? "",
      samples: filled.slice(0, SAMPLES).map((row) => row[index] ?? ""),
    };
  });
}

const bare = (heading: string): string => heading.toLowerCase().replaceAll(/[^a-z]/gu, "");

const hasNumber = (row: readonly string[] | undefined): boolean =>
  row?.some((cell) => /\d{4}/u.test(cell)) ?? false;
