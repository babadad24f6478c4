import { Readable } from "node:stream";
import { setImmediate as nextTurn } from "node:timers/promises";
import { CsvError, parse } from "csv-parse";
import { TitianError } from "../../kernel/errors.ts";
import { type ListTable, TableBuilder } from "./list-table.ts";

const DELIMITERS = [";", ",", "\t"] as const;
/** Lines that are enough to see which of the three parts the cells. */
const LOOK_AT_LINES = 20;
/** A quote that is never closed would otherwise swallow the whole file before it is noticed, characters. */
const MAX_RECORD_CHARS = 100_000;
/** Parsed at a time, so that the desk goes on answering in between, characters. */
const CHUNK_CHARS = 64 * 1024;

/** Rejects with `LIST_UNREADABLE`, `LIST_TOO_LONG` or `LIST_EMPTY`. */
export async function readCsv(text: string, signal: AbortSignal): Promise<ListTable> {
  // Excel's own first line, where it says which delimiter it took.
  const said = /^sep=(.)\r?\n/u.exec(text);
  const body = said ? text.slice(said[0].length) : text;
  const parser = parse({
    delimiter: said?.[1] ?? delimiterOf(body),
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: MAX_RECORD_CHARS,
  });
  const source = Readable.from(chunksOf(body));
  source.pipe(parser);
  const builder = new TableBuilder();
  // The line that names the delimiter is a row of the file too: rows are counted as a person sees them.
  if (said) builder.add([]);
  try {
    for await (const record of parser) {
      signal.throwIfAborted();
      builder.add(record as readonly string[]);
    }
  } catch (error) {
    if (error instanceof CsvError) throw new TitianError("LIST_UNREADABLE", { cause: error });
    throw error;
  } finally {
    source.destroy();
    parser.destroy();
  }
  return builder.table;
}

/** The one that occurs most outside quotes; Indonesian Windows writes semicolons, and names have commas in them. */
function delimiterOf(text: string): string {
  const lines = text.split(/\r?\n/u, LOOK_AT_LINES).map((line) => line.replaceAll(/"[^"]*"/gu, ""));
  const linesWith = (delimiter: string): number => lines.filter((line) => line.includes(delimiter)).length;
  const ranked = DELIMITERS.map((delimiter) => ({ delimiter, lines: linesWith(delimiter) }));
  return ranked.reduce((best, one) => (one.lines > best.lines ? one : best)).delimiter;
}

async function* chunksOf(text: string): AsyncGenerator<string> {
  for (let from = 0; from < text.length; from += CHUNK_CHARS) {
    yield text.slice(from, from + CHUNK_CHARS);
    await nextTurn();
  }
}
