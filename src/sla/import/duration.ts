import type { Duration } from "../standard.ts";

/** A length of time as it was written, and what about it a person has to decide. */
export interface ReadDuration extends Duration {
  /** `±`, `kurang lebih`: said to be about so much. */
  readonly isApproximate: boolean;
  /** `maksimal`, `paling lama`: said to be so much at most. */
  readonly isAtMost: boolean;
  /** `10 – 15 menit`: the shorter one; `value` is the longer one. Null where one length is written. */
  readonly rangeFrom: Duration | null;
  /** `@`: for each applicant. */
  readonly isEach: boolean;
}

const NUMBER_WORDS: Readonly<Record<string, number>> = {
  ...{ satu: 1, dua: 2, tiga: 3, empat: 4, lima: 5, enam: 6, tujuh: 7, delapan: 8, sembilan: 9, sepuluh: 10 },
  ...{ seperempat: 0.25, setengah: 0.5 },
};
const UNITS = [
  [/^(?:detik|dtk|second|seconds)$/i, "second", 1],
  [/^(?:menit|mnt|minute|minutes)$/i, "minute", 60],
  [/^(?:jam|hour|hours)$/i, "minute", 3_600],
  [/^(?:hari kerja|hari|working days?|days?)$/i, "business-day", null],
] as const;

const UNIT = "detik|dtk|menit|mnt|jam|hari kerja|hari|seconds?|minutes?|hours?|working days?|days?";
const COUNT = `\\d+(?:[.,]\\d+)?|${Object.keys(NUMBER_WORDS).join("|")}`;
/** `15 Menit`, `@ 10 detik`, `± 15 menit`, `10 s.d. 15 menit`, `1 (satu) hari kerja`, `2 x 24 jam`, `1 jam 30 menit`. */
const DURATION = new RegExp(
  String.raw`(@\s*)?(±|\+\/-|kurang lebih|sekitar|maksimal|paling lama|about)?\s*(?:(${COUNT})\s*(?:-|–|s\.?\s?\/?d\.?|sampai(?: dengan)?|to)\s*)?(${COUNT})\s*(?:\([^)]*\)\s*)?(${UNIT})\b(?:\s*(\d+)\s*(menit|mnt|minutes?))?`,
  "i",
);

/** The first length of time in the text, or undefined. Whole seconds; hours are minutes; days have no seconds. */
export function durationIn(text: string): ReadDuration | undefined {
  const match = DURATION.exec(text);
  if (!match) return undefined;
  const [written, each, about, from, amount = "", unitText = "", more] = match;
  const [, unit, seconds] = UNITS.find(([pattern]) => pattern.test(unitText)) ?? [];
  if (!unit) return undefined;
  const lasting = (value: number, moreMinutes = 0) =>
    valueIn(unit, value, seconds ? Math.round(value * seconds + moreMinutes * 60) : null);
  const isAtMost = /^maks|^paling/i.test(about ?? "");
  return {
    ...lasting(numberOf(amount), Number(more ?? 0)),
    text: parenthesised(text, written.trim()),
    isApproximate: about !== undefined && !isAtMost,
    isAtMost,
    rangeFrom: from === undefined ? null : { ...lasting(numberOf(from)), text: from },
    isEach: each !== undefined,
  };
}

/** Without what only the reader of the source needs. */
export const plainDuration = ({ value, unit, seconds, text }: ReadDuration): Duration => ({
  ...{ value, unit, seconds, text },
});

function valueIn(unit: Duration["unit"], value: number, seconds: number | null) {
  if (unit === "business-day" || seconds === null) return { value: Math.ceil(value), unit, seconds: null };
  if (unit === "minute" && seconds % 60 === 0) return { value: seconds / 60, unit, seconds };
  return { value: seconds, unit: "second" as const, seconds };
}

const numberOf = (amount: string): number =>
  NUMBER_WORDS[amount.toLowerCase()] ?? Number(amount.replace(",", "."));

/** `(5 menit)` is quoted with its brackets, as it stands. */
function parenthesised(text: string, written: string): string {
  const inBrackets = `(${written})`;
  return text.includes(inBrackets) ? inBrackets : written;
}
