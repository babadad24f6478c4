import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../..");
const LEFT_OUT = new Set(["node_modules", ".git", "dist", ".titian", "coverage", "test-results"]);
const TEXT = /\.(ts|tsx|mjs|js|json|md|css|html|sql|toml|service|sh|svg)$|^\.ci\/run$/;

/** Everything of ours that people read, relative to the root, with `/`. */
export const TEXT_FILES: readonly string[] = list("").filter(
  (file) => TEXT.test(file) && file !== "package-lock.json",
);

/** What the product is made of. */
export const PRODUCT_FILES = TEXT_FILES.filter((file) =>
  /^(src|drivers|web|service-install)\/.*\.tsx?$/.test(file),
);

export const STYLE_SHEETS = TEXT_FILES.filter((file) => /^web\/.*\.css$/.test(file));

export const read = (file: string): string => readFileSync(path.join(ROOT, file), "utf8");

export const linesOf = (file: string): number => read(file).trimEnd().split("\n").length;

function list(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    if (LEFT_OUT.has(entry.name)) return [];
    const file = path.posix.join(folder, entry.name);
    return entry.isDirectory() ? list(file) : entry.isFile() ? [file] : [];
  });
}
