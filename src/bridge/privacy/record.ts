import type { Config } from "../config/schema.ts";
import { csvOf } from "../lists/spreadsheet-safe.ts";
import type { Language } from "../messages/messages.ts";
import { PROCESSING_EN } from "./en-processing.ts";
import { PROCESSING_ID } from "./id-processing.ts";
import { isDone, limitOf, PROCESSINGS } from "./processing.ts";

const WORDS = { id: PROCESSING_ID, en: PROCESSING_EN } as const;

/** One of each kind of data that this desk, as configured, keeps or passes on. */
export function recordOf(config: Config, language: Language) {
  return PROCESSINGS.filter((one) => isDone(one, config)).map((one) => {
    const words = WORDS[language][one];
    return { ...words, kept: words.kept(limitOf(one, config)) };
  });
}

/** Data, purpose, place, who sees it, how long, erased by. */
const rowsOf = (config: Config, language: Language): readonly (readonly string[])[] =>
  recordOf(config, language).map(({ data, why, where, who, kept, erasedBy }) => [
    ...[data, why, where, who],
    ...[kept, erasedBy],
  ]);

/** Under Law 27/2022 on personal data protection (UU PDP) the library is the controller; what only it knows is left for it to fill in. */
export function recordMarkdown(config: Config, language: Language, on: string): string {
  const { title, lead, about, columns, notes } = HEADS[language];
  const { institution } = config.library;
  const cells = (row: readonly string[]): string => `| ${row.join(" | ")} |`;
  return [
    `# ${title}`,
    "",
    lead(institution ?? "…………", config.desk.title, on),
    "",
    ...about.map((line) => `- ${line}: …………`),
    "",
    cells(columns),
    cells(columns.map(() => "---")),
    ...rowsOf(config, language).map(cells),
    "",
    ...notes.map((note) => `- ${note}`),
    "",
  ].join("\n");
}

export function recordCsv(config: Config, language: Language): Uint8Array {
  return csvOf([HEADS[language].columns, ...rowsOf(config, language)]);
}

/** The rules by which data goes, for the terminal. */
export function rulesText(config: Config, language: Language): string {
  return recordOf(config, language)
    .map(({ data, where, kept, erasedBy }) => `${data}\n    ${where}\n    ${kept} (${erasedBy})`)
    .join("\n");
}

interface Head {
  readonly title: string;
  readonly lead: (institution: string, desk: string, on: string) => string;
  /** For the library to fill in. */
  readonly about: readonly string[];
  readonly columns: readonly string[];
  readonly notes: readonly string[];
}

const HEADS: Readonly<Record<Language, Head>> = {
  id: {
    title: "Rekaman kegiatan pemrosesan data pribadi: Titian",
    lead: (institution, desk, on) =>
      `Disusun oleh Titian menurut pengaturan ${desk}, ${on}, sebagai bahan rekaman kegiatan pemrosesan menurut Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi. Pengendali data: ${institution}.`,
    about: [
      "Kontak pengendali data",
      "Pejabat atau petugas pelindungan data pribadi, bila ditunjuk",
      "Dasar pemrosesan",
      "Subjek data: anggota dan calon anggota, pengambil kartu, pengadu, petugas; catatan perpustakaan",
    ],
    columns: ["Data", "Tujuan", "Tempat dan pengamanan", "Siapa yang melihat", "Berapa lama", "Dihapus oleh"],
    notes: [
      "Sumber data anggota: basis data INLISLite perpustakaan, dibaca saja; kolomnya tertulis di titian inlislite grants.",
      "Tidak ada data yang dikirim ke luar perpustakaan oleh Titian sendiri.",
      "Enkripsi vault/ melindungi berkas yang terambil tanpa kuncinya. Siapa pun yang bisa membaca seluruh folder penyimpanan bisa membukanya; enkripsi disk (BitLocker, LUKS) melindungi PC yang dicuri.",
      "Perangkat lunak ini bukan nasihat hukum; perpustakaan memeriksa dan melengkapinya.",
    ],
  },
  en: {
    title: "Record of processing of personal data: Titian",
    lead: (institution, desk, on) =>
      `Made by Titian from the settings of ${desk}, ${on}, as material for the record of processing under Indonesia's Law 27 of 2022 on Personal Data Protection (UU PDP). Controller: ${institution}.`,
    about: [
      "Contact of the controller",
      "Data protection officer, where there is one",
      "Basis of processing",
      "Data subjects: members and applicants, people who fetch cards, complainants, staff; the library's notes",
    ],
    columns: ["Data", "Purpose", "Place and protection", "Who sees it", "How long", "Erased by"],
    notes: [
      "Source of members' data: the library's INLISLite database, read only; titian inlislite grants names its columns.",
      "Titian itself sends nothing out of the library.",
      "The encryption of vault/ protects files that are taken without their key. Whoever can read the whole store folder can open them; disk encryption (BitLocker, LUKS) protects a stolen PC.",
      "This program is no legal advice; the library checks and completes it.",
    ],
  },
};
