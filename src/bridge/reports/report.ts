import type { Paper } from "../../cards/sheets/sheet-layout.ts";

/** What a column holds, and so how paper, spreadsheet and CSV write it. */
export type CellKind =
  | ("text" | "count" | "decimal" | "percent" | Spell)
  | ("date" | "time" | "moment" | "signature");
/** Time that passed, ms: minutes and seconds of a stopwatch; or hours and days, for what nobody stands beside. */
type Spell = "duration" | "span";

export interface Column {
  readonly title: string;
  readonly kind: CellKind;
  /** Share of the table's width on paper, against the other columns. */
  readonly share: number;
}

/** A count, a number of two decimals or a percentage 0 to 100 as a number, a duration or a span in milliseconds, an instant as a Date; null: nothing to say. */
export type Cell = string | number | Date | null;
export type Row = readonly Cell[];

/** One sheet of the workbook, too. */
export interface Table {
  readonly kind: "table";
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly total?: Row;
  /** Said in place of rows. */
  readonly whenEmpty: string;
  /** Room for a pen in each row, mm; without it a row is as high as its text. */
  readonly rowMm?: number;
}

interface Figure {
  readonly value: string;
  readonly says: string;
}

/** The figure of the report, and up to three beside it. */
export interface Headline {
  readonly kind: "headline";
  readonly main: Figure;
  readonly others: readonly Figure[];
}

/** How many cases were in time and how many late, by day or month. */
export interface Bars {
  readonly kind: "bars";
  readonly title: string;
  readonly legend: { readonly met: string; readonly late: string };
  readonly bars: readonly { readonly label: string; readonly met: number; readonly late: number }[];
}

/** Where the times of each step lie against its target. */
export interface Ranges {
  readonly kind: "ranges";
  readonly title: string;
  readonly legend: { readonly median: string; readonly range: string; readonly target: string };
  /** Of the axis. */
  readonly unit: string;
  readonly rows: readonly {
    readonly label: string;
    readonly fromMs: number;
    readonly medianMs: number;
    readonly toMs: number;
    readonly targetMs: number | null;
    readonly says: string;
  }[];
}

/** How often each reason was given. */
export interface Shares {
  readonly kind: "shares";
  readonly title: string;
  readonly rows: readonly { readonly label: string; readonly count: number }[];
}

export interface Note {
  readonly kind: "note";
  readonly title: string;
  readonly text: string;
}

interface Signatory {
  readonly lines: readonly string[];
  /** Null leaves a line to write on. */
  readonly name: string | null;
}

export interface Signatures {
  readonly kind: "signatures";
  readonly left: Signatory;
  readonly right: Signatory;
}

export type Block = Headline | Bars | Ranges | Shares | Table | Note | Signatures;

/** A report before it is paper, workbook, CSV or JSON. It names nobody, unless a table of it is a register. */
export interface Report {
  /** Without ending; part of a file's name. */
  readonly name: string;
  readonly institution: { readonly name: string; readonly address: string };
  readonly title: string;
  readonly subtitle: string;
  readonly blocks: readonly Block[];
  /** Where the figures are from and when: at the foot of each page. */
  readonly madeFrom: string;
  readonly madeAt: Date;
}

/** How a report is written down: the words around its figures are the report's own. */
export interface Reading {
  readonly language: "id" | "en";
  /** IANA name of the library's zone. */
  readonly timeZone: string;
  /** `Halaman 1 dari 4`. */
  readonly pageOf: (page: number, pages: number) => string;
}

export type ReportPaper = Extract<Paper, "A4" | "F4">;
