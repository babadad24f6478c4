import type { HealthReason } from "../../src/devices/index.ts";

/** The four questions of `DLE EOT n`: printer, cause of being offline, error, roll. */
export const QUESTIONS = [1, 2, 3, 4] as const;
export type Question = (typeof QUESTIONS)[number];
export type Answered = ReadonlyMap<Question, number>;

/** Bits 1 and 4 are always set, bits 0 and 7 never; nothing else a printer sends looks like this. */
export const isStatus = (byte: number): boolean => (byte & 0x93) === 0x12;

export interface StatusReading {
  readonly reasons: readonly HealthReason[];
  /** States that no reason stands for. */
  readonly words: readonly string[];
}

interface Sign {
  readonly question: Question;
  readonly bits: number;
  readonly reason: HealthReason;
  readonly words?: string;
}

/** As in the manuals of Epson, Bixolon and HPRT. */
const SIGNS: readonly Sign[] = [
  { question: 2, bits: 0x04, reason: "cover-open" },
  { question: 2, bits: 0x20, reason: "paper-empty" },
  { question: 3, bits: 0x08, reason: "needs-attention", words: "cutter error" },
  { question: 3, bits: 0x20, reason: "needs-attention", words: "unrecoverable error" },
  // A head that is too hot or a voltage that is off: it goes on by itself.
  { question: 3, bits: 0x40, reason: "cooling", words: "recovers by itself" },
  { question: 4, bits: 0x60, reason: "paper-empty" },
  { question: 4, bits: 0x0c, reason: "paper-low" },
];
const OFFLINE = { question: 1, bits: 0x08 } as const;
const ERROR = { question: 2, bits: 0x40 } as const;

/** What the answers say together. A question without an answer says nothing. */
export function readStatus(answered: Answered): StatusReading {
  const shows = ({ question, bits }: Pick<Sign, "question" | "bits">): boolean =>
    ((answered.get(question) ?? 0) & bits) !== 0;
  const seen = SIGNS.filter(shows);
  const reasons = new Set(seen.map(({ reason }) => reason));
  if (reasons.has("paper-empty")) reasons.delete("paper-low");
  const isExplained = [...reasons].some((reason) => reason !== "paper-low");
  if (!isExplained && (shows(OFFLINE) || shows(ERROR))) reasons.add("needs-attention");
  return { reasons: [...reasons], words: seen.flatMap(({ words }) => words ?? []) };
}
