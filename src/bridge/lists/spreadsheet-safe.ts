/** What a spreadsheet program takes for the beginning of a formula, also behind spaces. */
const BEGINS_A_FORMULA = /^\s*[=+\-@\t\r]/u;

/**
 * A table as CSV that Excel opens in any country: a byte order mark, semicolons, every cell quoted. A cell that would be a
 * formula gets an apostrophe in front: a list that came from outside must not run when its report is opened.
 */
export function csvOf(rows: readonly (readonly string[])[]): Uint8Array {
  const cell = (text: string): string => `"${inert(text).replaceAll('"', '""')}"`;
  const lines = rows.map((row) => row.map(cell).join(";"));
  return new TextEncoder().encode(`\u{feff}${lines.join("\r\n")}\r\n`);
}

const inert = (text: string): string => (BEGINS_A_FORMULA.test(text) ? `'${text}` : text);
