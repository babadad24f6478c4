import type { Line } from "./source-text.ts";

/** The six components that SIPPN prints, each under its own heading, and what stands before the first of them. */
export const SECTIONS = [
  "masthead",
  "requirements",
  "procedure",
  "time",
  "fee",
  "product",
  "complaint",
] as const;
export type Section = (typeof SECTIONS)[number];

const HEADINGS: readonly (readonly [Exclude<Section, "masthead">, readonly string[]])[] = [
  [
    "requirements",
    ["persyaratan", "persyaratan pelayanan", "syarat pelayanan", "requirements", "service requirements"],
  ],
  [
    "procedure",
    [
      ...["sistem mekanisme dan prosedur", "sistem mekanisme prosedur", "prosedur", "mekanisme dan prosedur"],
      ...["procedure", "procedures", "system mechanism and procedure", "systems mechanisms and procedures"],
    ],
  ],
  [
    "time",
    [
      ...["waktu penyelesaian", "jangka waktu penyelesaian", "jangka waktu pelayanan", "jangka waktu"],
      ...["completion time", "time of completion", "processing time", "service time"],
    ],
  ],
  ["fee", ["biaya tarif", "biaya", "tarif", "fee", "fees", "cost", "costs", "cost tariff", "costs tariffs"]],
  [
    "product",
    [
      "produk pelayanan",
      "produk layanan",
      "produk",
      "product",
      "products",
      "service product",
      "service products",
    ],
  ],
  [
    "complaint",
    [
      ...["pengaduan layanan", "penanganan pengaduan saran dan masukan", "pengaduan pelayanan", "pengaduan"],
      ...["complaint", "complaints", "service complaints", "complaint handling", "complaints handling"],
    ],
  ],
];

/** Read badly by a scanner, two letters of a heading may be others. */
const MOST_WRONG_LETTERS = 2;

export interface SectionedLine extends Line {
  readonly section: Section;
  readonly isHeading: boolean;
  /** A heading that was made out in spite of wrong letters. */
  readonly isUnclear: boolean;
}

/** Every line with the section that it stands in. A masthead that is printed again inside is none of its section's. */
export function sectioned(lines: readonly Line[]): readonly SectionedLine[] {
  let section: Section = "masthead";
  const masthead = new Set<string>();
  return lines.map((line): SectionedLine => {
    const heading = line.ordinal === undefined ? headingOf(line.text) : undefined;
    if (heading) {
      section = heading.section;
      return { ...line, section, isHeading: true, isUnclear: heading.isUnclear };
    }
    if (section === "masthead") masthead.add(lettersOf(line.text));
    const isRepeated =
      section !== "masthead" && line.ordinal === undefined && isOfMasthead(line.text, masthead);
    return { ...line, section: isRepeated ? "masthead" : section, isHeading: false, isUnclear: false };
  });
}

function headingOf(text: string): { readonly section: Section; readonly isUnclear: boolean } | undefined {
  const letters = lettersOf(text);
  const exact = exactly(letters) ?? inTwoLanguages(text);
  if (exact) return { section: exact, isUnclear: false };
  // Short headings would be found in any word.
  if (letters.length < 10 || letters.length > 50) return undefined;
  const near = HEADINGS.find(([, names]) =>
    names.some((name) => name.length >= 10 && distance(name, letters) <= MOST_WRONG_LETTERS),
  );
  return near && { section: near[0], isUnclear: true };
}

const exactly = (letters: string): Exclude<Section, "masthead"> | undefined =>
  HEADINGS.find(([, names]) => names.includes(letters))?.[0];

/** `Persyaratan / Requirements`, `Waktu Penyelesaian (Completion Time)`. */
function inTwoLanguages(text: string): Exclude<Section, "masthead"> | undefined {
  const parts = text.split(/[/|()–—]|\s-\s/).map(lettersOf);
  const sections = new Set(parts.filter((part) => part !== "").map(exactly));
  const [section] = sections;
  return sections.size === 1 ? section : undefined;
}

/** The line of whom the institution belongs to is long: where it is printed again it may be broken in two, or be in one piece. */
function isOfMasthead(text: string, masthead: ReadonlySet<string>): boolean {
  const letters = lettersOf(text);
  if (masthead.has(letters)) return true;
  const parent = [...masthead].filter((line) => line.startsWith("pemerintah "));
  return parent.some((line) => letters.startsWith(line) || (letters.length >= 12 && line.endsWith(letters)));
}

/** Small letters and digits, words parted by one space: `Biaya / Tarif :` is `biaya tarif`. */
export const lettersOf = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

/** How many letters must be put in, taken out or changed. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > MOST_WRONG_LETTERS) return MOST_WRONG_LETTERS + 1;
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries())
      next.push(
        Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + (letter === other ? 0 : 1)),
      );
    row = next;
  }
  return row[b.length] ?? MOST_WRONG_LETTERS + 1;
}
