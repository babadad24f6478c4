/** `library`: every desk has it and may act on it. `desk`: it never leaves the desk that wrote it. */
export type ExchangeScope = "library" | "desk";

interface Entry {
  readonly scope: ExchangeScope;
  readonly why: string;
}

const library = (why: string) => ({ scope: "library", why }) as const;
const desk = (why: string) => ({ scope: "desk", why }) as const;

/** Of every noun that a stream may begin with: whether the library's desks share it. docs/decisions/0023 has the same table. */
export const EXCHANGE_SCOPES = {
  case: library("one person's service may go from desk to desk, and reports count all of them once"),
  print: library("whoever serves the case sees where its card is; only its own desk prints it"),
  batch: library("a member whose card another desk's batch will print is not given a second one"),
  card: library("a card is handed over, and a lost one recognised, wherever its holder stands"),
  complaint: library("a complaint is answered by whoever has the time, and counted once"),
  complaints: library("the library's limit for an answer is one"),
  survey: library("the index is of the library; a group of five answers names nobody"),
  standard: library("a case is judged by the same document at every desk"),
  calendar: library("the library is open or closed as a whole"),
  design: library("a member's card looks the same from whichever printer"),
  counter: library("a case is handed to a desk by the name that people call it"),
  vault: library("that a file was erased is known where its case is shown; the file itself never travels"),
  erasure: library("who asks one desk to be forgotten is forgotten by all of them"),
  desk: desk("starts, stops and routes of one PC"),
  device: desk("plugged into one PC"),
  printer: desk("measured on one machine"),
  machine: desk("a laminator stands beside one desk"),
  lamination: desk("a run of that laminator; what it does to a card is told on the card's own stream"),
  stock: desk("blanks and ribbons lie in one drawer and are counted there"),
  operator: desk("a PIN opens one PC, and its name and hash lie beside that PC's log"),
  update: desk("each PC is updated and tried by itself"),
  pairing: desk("a page's right to use one PC must not open another"),
} as const satisfies Readonly<Record<string, Entry>>;

type Noun = keyof typeof EXCHANGE_SCOPES;
/** What other desks' events may be about. */
export type LibraryNoun = {
  [N in Noun]: (typeof EXCHANGE_SCOPES)[N]["scope"] extends "library" ? N : never;
}[Noun];

export function scopeOf(stream: string): ExchangeScope {
  // What a newer Titian shares and this one does not know, this one does not act on.
  const noun = nounOf(stream);
  return Object.hasOwn(EXCHANGE_SCOPES, noun) ? EXCHANGE_SCOPES[noun as Noun].scope : "desk";
}

/** `case/<id>` → `case`. */
export const nounOf = (stream: string): string => stream.slice(0, stream.indexOf("/"));

export const LIBRARY_NOUNS: readonly string[] = Object.entries(EXCHANGE_SCOPES)
  .filter(([, { scope }]) => scope === "library")
  .map(([noun]) => noun);
