import { parse, stringify } from "smol-toml";
import { TitianError } from "../../kernel/errors.ts";

export interface TomlEdit {
  readonly section: string;
  readonly key: string;
  readonly value: string | number | boolean;
}

/** A whole value on one line: a string, a number, a boolean; a comment may follow. */
const LINE = /^(\s*[A-Za-z0-9_-]+\s*=\s*)("(?:[^"\\]|\\.)*"|'[^']*'|[^#\s"'[{]+)(\s*(?:#.*)?)$/;

/**
 * The text with these settings, and with every other line as it was: comments, order and what this Titian does not know stay.
 * Throws `SETUP_FILE_ODD` for a file that is written in a way that cannot be changed line by line.
 */
export function withSettings(text: string, edits: readonly TomlEdit[]): string {
  const lines = text.split("\n");
  for (const edit of edits) put(lines, edit);
  const changed = lines.join("\n");
  assertOnlyThese(text, changed, edits);
  return changed;
}

function put(lines: string[], { section, key, value }: TomlEdit): void {
  const written = stringify({ v: value }).trim().replace(/^v = /, "");
  const head = lines.findIndex((line) => new RegExp(`^\\s*\\[${section}\\]\\s*(#.*)?$`).test(line));
  if (head === -1) {
    if (lines.at(-1) === "") lines.pop();
    lines.push("", `[${section}]`, `${key} = ${written}`, "");
    return;
  }
  const after = lines.slice(head + 1).findIndex((line) => /^\s*\[/.test(line));
  const end = after === -1 ? lines.length : head + 1 + after;
  const at = lines.findIndex(
    (line, index) => index > head && index < end && new RegExp(`^\\s*${key}\\s*=`).test(line),
  );
  if (at === -1) {
    lines.splice(head + 1, 0, `${key} = ${written}`);
    return;
  }
  const [, before, , comment = ""] = LINE.exec(lines[at] ?? "") ?? [];
  if (before === undefined) throw odd(`${section}.${key}`);
  lines[at] = `${before}${written}${comment}`;
}

/** A file may spell the same thing in many ways; what counts is what it says afterwards. */
function assertOnlyThese(before: string, after: string, edits: readonly TomlEdit[]): void {
  const wanted = read(before);
  for (const { section, key, value } of edits) {
    const table = (wanted[section] ?? {}) as Record<string, unknown>;
    wanted[section] = { ...table, [key]: value };
  }
  if (JSON.stringify(sorted(read(after))) !== JSON.stringify(sorted(wanted))) throw odd("/");
}

function read(text: string): Record<string, unknown> {
  try {
    return parse(text) as Record<string, unknown>;
  } catch {
    throw odd("/");
  }
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

const odd = (at: string): TitianError => new TitianError("SETUP_FILE_ODD", { details: { at } });
