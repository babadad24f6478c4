const WORDS: Readonly<Record<string, number>> = {
  ...{ satu: 1, dua: 2, tiga: 3, empat: 4, lima: 5, enam: 6, tujuh: 7, delapan: 8, sembilan: 9 },
  ...{ sepuluh: 10, sebelas: 11, seratus: 100, seperempat: 0.25, setengah: 0.5 },
};
/** `lima belas`, `dua puluh lima`, `dua ratus`. */
const ADD = { belas: 10 } as const;
const TIMES = { puluh: 10, ratus: 100 } as const;
const FRACTIONS: Readonly<Record<string, number>> = { "¼": 0.25, "½": 0.5, "¾": 0.75 };

const WORD = [WORDS, ADD, TIMES].flatMap((words) => Object.keys(words)).join("|");
/** `15`, `1.440`, `1,5`, `1/2`, `1 1/2`, `1½`, `dua puluh lima`: a pattern without groups, for `amountOf`. */
export const AMOUNT = [
  String.raw`\d{1,3}(?:\.\d{3})+`,
  String.raw`(?:\d+\s+)?(?:1\/2|1\/4|3\/4)(?!\d)`,
  String.raw`\d*\s?[¼½¾]`,
  String.raw`\d+(?:[.,]\d+)?`,
  String.raw`(?:(?:${WORD})\s+)*(?:${WORD})`,
].join("|");

/** What was matched by `AMOUNT`; undefined for words that make no number. */
export function amountOf(written: string): number | undefined {
  const text = written.trim().toLowerCase();
  if (/^\d{1,3}(?:\.\d{3})+$/.test(text)) return Number(text.replaceAll(".", ""));
  const [, whole = "0", top, bottom] = /^(?:(\d+)\s+)?(\d)\/(\d)$/.exec(text) ?? [];
  if (top && bottom) return Number(whole) + Number(top) / Number(bottom);
  const [, before = "", sign] = /^(\d*)\s?([¼½¾])$/.exec(text) ?? [];
  if (sign) return Number(before) + (FRACTIONS[sign] ?? 0);
  if (/^\d/.test(text)) return Number(text.replace(",", "."));
  return spelledOut(text.split(/\s+/));
}

function spelledOut(words: readonly string[]): number | undefined {
  let sum = 0;
  let digit = 0;
  for (const word of words) {
    if (word in TIMES || word in ADD) {
      if (digit < 1 || digit > 9) return undefined;
      const isTimes = word in TIMES;
      sum += isTimes ? digit * TIMES[word as keyof typeof TIMES] : digit + ADD[word as keyof typeof ADD];
      digit = 0;
      continue;
    }
    const value = WORDS[word] ?? Number.NaN;
    const isOneDigit = Number.isInteger(value) && value < 10;
    if (digit !== 0 && isOneDigit) return undefined;
    if (isOneDigit) digit = value;
    else {
      sum += digit + value;
      digit = 0;
    }
  }
  return sum + digit;
}
