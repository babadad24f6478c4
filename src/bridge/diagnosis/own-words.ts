import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const CODE = /\.(ts|mjs|js)$/;

/** Whether a text is a literal of Titian's own program: then no caller has put anything about anybody into it. */
export function ownLiterals(folders: readonly string[]): (text: string) => boolean {
  return remembered(folders.flatMap(codeIn), (text) => JSON.stringify(text));
}

/** The same of the names that the program gives to fields. */
export function ownFields(folders: readonly string[]): (name: string) => boolean {
  return remembered(folders.flatMap(codeIn), (name) => new RegExp(`\\b${name}\\b[,:?} ]`));
}

function remembered(
  code: readonly string[],
  sought: (text: string) => string | RegExp,
): (text: string) => boolean {
  const known = new Map<string, boolean>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const wanted = sought(text);
    const isThere = code.some((one) =>
      typeof wanted === "string" ? one.includes(wanted) : wanted.test(one),
    );
    known.set(text, isThere);
    return isThere;
  };
}

function codeIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && CODE.test(entry.name) && !entry.parentPath.includes("node_modules"))
    .map((entry) => readFileSync(path.join(entry.parentPath, entry.name), "utf8"));
}
