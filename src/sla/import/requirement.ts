import type { Requirement } from "../standard.ts";
import type { SectionedLine } from "./sections.ts";

const DOCUMENT =
  "KTP|KK|KTM|SIM|KIA|Kartu Pelajar|Kartu Mahasiswa|Kartu Pegawai|Kartu Anggota Lama|Paspor|Akta Kelahiran";
const ONE_DOCUMENT = new RegExp(String.raw`\b(?:${DOCUMENT})\b`, "gi");
const OR = /\s*(?:\/|\batau\b)\s*/i;
/** `KTP / SIM / Kartu Pegawai`, `KTP atau Kartu Pelajar`: any of them. */
const ANY_OF = new RegExp(String.raw`\b(?:${DOCUMENT})(?:${OR.source}(?:${DOCUMENT}))+`, "i");
/** `KTP, KK, KTM, SIM`: all or any is not said. */
const LIST = new RegExp(String.raw`^(?:${DOCUMENT})(?:\s*,\s*(?:dan\s+)?(?:${DOCUMENT}))+\.?$`, "i");

const CATEGORIES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\bPAUD\b|\bTK\b/i, ["paud-tk"]],
  [/\bSD\s*[–-]\s*SMA\b/i, ["sd", "smp", "sma"]],
  [/\bmahasiswa\b.*\byang ada di\b/i, ["student-university-local"]],
  [/\buntuk umum\b/i, ["general-public"]],
  [/\bbelum mempunyai KTP\b/i, ["without-ktp"]],
];

/** A line of the requirements. Whom and which channel it is for only where it says so; doubts are the caller's to list. */
export function readRequirement({ text, number }: SectionedLine, ordinal: number): Requirement {
  const found = [...text.matchAll(ONE_DOCUMENT)].map(([name]) => name);
  const anyOf =
    ANY_OF.exec(text)?.[0]
      .split(OR)
      .map((name) => name.trim()) ?? [];
  const list = LIST.test(text)
    ? text
        .replace(/\.$/, "")
        .split(",")
        .map((name) => name.trim())
    : [];
  const isForLoss = /\bhilang\b|\brusak\b/i.test(text);
  return {
    id: `r${ordinal}`,
    text,
    document: documentOf(text, found, anyOf),
    categories: CATEGORIES.find(([pattern]) => pattern.test(text))?.[1] ?? [],
    kinds: isForLoss
      ? [
          ...(/hilang/i.test(text) ? ["lost" as const] : []),
          ...(/rusak/i.test(text) ? ["damaged" as const] : []),
        ]
      : [],
    channels: /\bonline\b/i.test(text) ? ["online"] : [],
    excludes: /tidak dilayani/i.test(text) ? [notServed(text)] : [],
    appliesToBasis: null,
    anyOf: list.length > 0 ? [] : anyOf,
    list,
    combination: list.length > 0 ? "ambiguous: comma list, all or any is not said" : null,
    form: formOf(text),
    cites: [{ line: number, quote: text }],
  };
}

function documentOf(text: string, found: readonly string[], anyOf: readonly string[]): string | null {
  if (anyOf.length > 0) return /identitas/i.test(text) ? "identity" : null;
  if (/kartu anggota.*\blama\b/i.test(text)) return "old-card";
  if (/\bfoto diri\b|\bpas ?foto\b/i.test(text))
    return /terunggah|unggah/i.test(text) ? "photo-file" : "photo";
  if (/\bform(?:ulir)?\b/i.test(text)) return "form";
  if (/\bregistrasi\b/i.test(text)) return "registration";
  if (found.length > 1) return /,/.test(text) ? "identity" : (found[0] ?? null);
  return found[0] ?? null;
}

function formOf(text: string): string | null {
  if (/\b(?:fc|foto ?copy|fotokopi)\b/i.test(text)) return "photocopy";
  if (/\bkartu identitas\b/i.test(text)) return "original shown";
  return /^membawa (?:ktp|kartu)\b/i.test(text) ? "original" : null;
}

/** `untuk mahasiswa PT luar Barito Utara tidak dilayani`: a category by name where it is students', else the words. */
function notServed(text: string): string {
  const place = /mahasiswa(?: PT)? luar ([\p{L} ]+?) tidak dilayani/iu.exec(text)?.[1];
  if (place) return `student-university-outside-${place.toLowerCase().replaceAll(" ", "-")}`;
  return /\(?([^(]*tidak dilayani)\)?/i.exec(text)?.[1]?.trim() ?? text;
}

const NO_CATEGORY = "inferred: the line names no category, 'Kartu Pegawai' implies employees";

/** Whom a line is for where only its neighbours tell; marked as inferred, except where the document rules out anything else. */
export function inTheirPlace(requirements: readonly Requirement[]): readonly Requirement[] {
  const hasCategories = requirements.some(({ categories }) => categories.length > 0);
  const isWithoutKtp = requirements.some(({ categories }) => categories.includes("without-ktp"));
  return requirements.map((requirement, index) => {
    const before = requirements[index - 1];
    const { document, categories, kinds, channels, anyOf } = requirement;
    if (document === "photo-file" && before && before.channels.length > 0)
      return { ...requirement, channels: before.channels, appliesToBasis: `inferred (follows ${before.id})` };
    if (isWithoutKtp && document === "KTP") return { ...requirement, categories: ["with-ktp"] };
    const isForAll = categories.length === 0 && kinds.length === 0 && channels.length === 0;
    if (hasCategories && isForAll && anyOf.includes("Kartu Pegawai"))
      return { ...requirement, categories: ["employee"], appliesToBasis: NO_CATEGORY };
    return requirement;
  });
}

export const hasNoCategory = ({ appliesToBasis }: Requirement): boolean => appliesToBasis === NO_CATEGORY;
