/** What a version may be called: it becomes a folder's name. A build mark (`+next`) belongs to packages alone. */
const VERSION = /^(\d{1,5})\.(\d{1,5})\.(\d{1,5})(?:-([0-9a-z]{1,20}(?:\.[0-9a-z]{1,20}){0,3}))?$/;

export const isVersion = (text: string): boolean => VERSION.test(text);

/** By the rules of semver.org: numbers as numbers, a preview before its release, a build mark not at all. */
export const isNewer = (version: string, than: string): boolean => compare(version, than) > 0;

/** Below, at or above 0, as for `toSorted`. A text that is no version is older than any. */
export function compare(one: string, other: string): number {
  const [a, b] = [partsOf(one), partsOf(other)];
  if (!a || !b) return Number(a !== undefined) - Number(b !== undefined);
  for (const [index, part] of a.numbers.entries()) {
    const difference = part - (b.numbers[index] ?? 0);
    if (difference !== 0) return difference;
  }
  if (a.preview.length === 0 || b.preview.length === 0) return b.preview.length - a.preview.length;
  return comparePreviews(a.preview, b.preview);
}

interface Parts {
  readonly numbers: readonly number[];
  readonly preview: readonly string[];
}

function partsOf(text: string): Parts | undefined {
  const found = VERSION.exec(text.split("+")[0] ?? "");
  if (!found) return undefined;
  const [, major, minor, patch, preview] = found;
  return { numbers: [major, minor, patch].map(Number), preview: preview?.split(".") ?? [] };
}

function comparePreviews(a: readonly string[], b: readonly string[]): number {
  for (const [index, part] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    if (part === other) continue;
    const [n, m] = [Number(part), Number(other)];
    if (Number.isNaN(n) !== Number.isNaN(m)) return Number.isNaN(n) ? 1 : -1;
    return Number.isNaN(n) ? (part < other ? -1 : 1) : n - m;
  }
  return a.length - b.length;
}
