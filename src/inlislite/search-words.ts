/** More words than any name has; the rest is ignored so that a pasted page cannot become a query. */
const MAX_WORDS = 8;
/** As long as the longest text the protocol lets through. */
const MAX_LENGTH = 100;

/** Names are compared as if these were spaces: `Nur'aini`, `Sri-Lestari`, `M.Yusuf`. */
export const NAME_SEPARATORS = ["-", ".", "'", "’"] as const;

/** What is looked for: the starts of name words, in any order, or the start of a member number. */
export interface SearchTerms {
  /** Without accents and in lower case. */
  readonly words: readonly string[];
  readonly numberPrefix: string;
}

/** Undefined when there is nothing to look for. */
export function searchTerms(text: string): SearchTerms | undefined {
  const numberPrefix = text.normalize("NFC").trim().slice(0, MAX_LENGTH);
  if (numberPrefix === "") return undefined;
  const words = spaced(fold(numberPrefix)).split(/\s+/u).filter(Boolean).slice(0, MAX_WORDS);
  return { words, numberPrefix };
}

/** `José` and `JOSE` become `jose`. */
export function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Puts a space for every separator, so that each part of a name counts as a word. */
export function spaced(text: string): string {
  return NAME_SEPARATORS.reduce((name, separator) => name.replaceAll(separator, " "), text);
}

/** LIKE's own characters lose their meaning. Written for `ESCAPE '|'`, which no sql_mode changes. */
export function likePrefix(text: string): string {
  return `${text.replace(/[|%_]/gu, "|$&")}%`;
}

/** A search never returns more than 50 rows, whatever was asked. */
export function boundedLimit(limit: number): number {
  return Math.min(50, Math.max(1, Math.trunc(limit) || 1));
}
