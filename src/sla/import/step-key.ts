import type { StepKey } from "../case-event.ts";

interface Words {
  /** The step in words, in small letters, without the performer in front. */
  readonly text: string;
  readonly isApplicant: boolean;
}

type Rule = readonly [StepKey, (words: Words) => boolean];

const says =
  (...patterns: readonly RegExp[]) =>
  ({ text }: Words): boolean =>
    patterns.every((pattern) => pattern.test(text));

const CUT = /potong|gunting|\bcut/;
const PRESS = /\bpres|press|laminat|laminasi|laminating/;
const PRINT = /cetak|\bprint/;
/** `menyerahkan` has lost its s. */
const GIVE = /serah|nyerah|memberikan|mengambil kartu|\bhand/;
const ENTER = /input|entri|entry|meng?entri|rekam data|memasukkan data/;
const SCREEN = /elektronik|online|daring|aplikasi|inlislite|website|data base|database/;
const PHOTO = /\bfoto\b|pemotretan|memotret|\bphoto/;
const CHECK =
  /\bcek\b|mengecek|pengecekan|periksa|memeriksa|verifikasi|memvalidasi|validasi data|kros ?cek|\bcheck|verify/;

/** The first that fits. Joined work before its parts; what an applicant does at a screen before what an officer enters. */
const RULES: readonly Rule[] = [
  ["scan-in", says(/scan|pindai/, /kartu/)],
  ["cut-and-laminate", says(CUT, PRESS)],
  ["cut", says(CUT)],
  ["laminate", says(PRESS)],
  ["data-entry-and-print", says(ENTER, PRINT)],
  ["print-and-handover", says(PRINT, GIVE)],
  ["revise", says(/revisi|perbaikan|memperbaiki/)],
  ["photo-upload", says(/unggah|upload|mengirim/, PHOTO)],
  ["photo", says(PHOTO)],
  ["approve", says(/paraf|persetujuan|menyetujui|mengesahkan/)],
  ["print", says(PRINT)],
  ["receipt", says(/^menerima kartu|tanda terima/, /tanda terima|buku|menandatangani/)],
  ["handover", says(/kartu|kta/, GIVE)],
  ["report-number", says(/nomor/, /melapor|menunjukkan|mengajukan/)],
  ["note-number", says(/nomor/, /mencatat/)],
  ["intake", says(/^(?:menerima|mendaftar\b|mendaftar kepada|membawa|menyerahkan|menyiapkan)/)],
  [
    "form-electronic",
    ({ text, isApplicant }) =>
      SCREEN.test(text) &&
      /form|regist/.test(text) &&
      !CHECK.test(text) &&
      (isApplicant || !ENTER.test(text)),
  ],
  ["form-electronic", ({ text, isApplicant }) => isApplicant && ENTER.test(text)],
  ["form-electronic", says(/persilah?kan/, ENTER)],
  ["form-paper", says(/formulir|\bform\b/, /isi\b|mengisi|pengisian/)],
  ["verify", says(CHECK)],
  ["data-entry", says(ENTER)],
  ["intake", says(/persyaratan|kelengkapan|berkas/)],
];

/** What a published step is, or null where its words are none that we know: a person has to say. */
export function stepKeyOf(words: Words): StepKey | null {
  return RULES.find(([, fits]) => fits(words))?.[0] ?? null;
}

const SPLIT: Partial<Readonly<Record<StepKey, readonly StepKey[]>>> = {
  "cut-and-laminate": ["cut", "laminate"],
  "print-and-handover": ["print", "handover"],
  "data-entry-and-print": ["data-entry", "print"],
};

/** A joined step's parts: measured apart, judged as a sum. */
export const partsOf = (key: StepKey | null): readonly StepKey[] => (key && SPLIT[key]) ?? [];
