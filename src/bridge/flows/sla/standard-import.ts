import { TitianError } from "../../../kernel/errors.ts";
import { problemsOf } from "../../../sla/find-draft-problems.ts";
import { importStandard } from "../../../sla/import/import-standard.ts";
import { issuesOf } from "../../../sla/import/issues-of.ts";
import { linesOf } from "../../../sla/import/source-text.ts";
import { decodeText } from "../../lists/decode-text.ts";
import type { ImportedStandard } from "../../protocol/standard-shapes.ts";

/**
 * A page of SIPPN has 2,000 to 6,000 characters in one or two hundred lines. The draft of twice the longest document fits into
 * one message of the protocol, with every line cited.
 */
const MOST_CHARACTERS = 40_000;
const MOST_LINES = 400;
/** Of one character in UTF-8. */
const MOST_BYTES_EACH = 4;

/** A pasted page, or a text file from whichever program. Throws `STANDARD_TOO_LONG` or `STANDARD_EMPTY`. */
export function sourceText(bytes: Uint8Array): string {
  const text = bytes.length > MOST_CHARACTERS * MOST_BYTES_EACH ? undefined : decodeText(bytes);
  if (text === undefined || text.length > MOST_CHARACTERS) throw new TitianError("STANDARD_TOO_LONG");
  const lines = linesOf(text);
  if (lines.length === 0) throw new TitianError("STANDARD_EMPTY");
  if (lines.length > MOST_LINES)
    throw new TitianError("STANDARD_TOO_LONG", { details: { lines: lines.length } });
  return text;
}

/** The draft, with what does not add up as its issues, beside the lines it was read from. */
export function importedFrom(source: string): ImportedStandard {
  const { draft, doubts, ...read } = importStandard(source);
  const parts = new Map(read.marks.map(({ line, part }) => [line, part]));
  const standard = { ...draft, issues: issuesOf(doubts) };
  return {
    standard,
    lines: linesOf(source).map(({ number, text, ordinal }) => ({
      line: number,
      text: ordinal === undefined ? text : `${ordinal}. ${text}`,
      part: parts.get(number) ?? "unknown",
    })),
    doubts: doubts.map(({ code, line }) => ({ code, line })),
    problems: problemsOf(standard).map(({ code, at }) => ({ code, at })),
  };
}
