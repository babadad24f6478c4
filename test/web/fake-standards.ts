import type { StandardView, StepView } from "../../src/bridge/protocol/shapes.ts";

type StepRow = readonly [StepView["key"], string, StepView["performer"], number | null, boolean?];

const SIDOARJO: readonly StepRow[] = [
  ["form-electronic", "Mengisi form registrasi anggota perpustakaan elektronik", "applicant", 600],
  [
    "report-number",
    "Mencatat nomor anggota yang diperoleh setelah proses registrasi anggota berhasil",
    "applicant",
    60,
  ],
  ["photo", "Mengambil foto pendaftar, mengedit foto dan memasukkan ke dalam database", "officer", 180],
  ["verify", "Mengecek data diri calon anggota", "officer", 180],
  ["print", "Melakukan pencetakan kartu anggota perpustakaan", "officer", 300],
  ["cut-and-laminate", "Melakukan pemotongan dan pengepresan kartu anggota perpustakaan", "officer", 120],
  ["handover", "Menyerahkan kartu anggota perpustakaan kepada anggota baru perpustakaan", "officer", 60],
  ["receipt", "Menerima kartu anggota dan mencatat data diri di buku daftar tanda terima", "applicant", 60],
];

const JATENG: readonly StepRow[] = [
  ["intake", "Mendaftar Kepada Petugas", "applicant", 10],
  ["form-paper", "Mengisi Formulir Pendaftaran", "applicant", 300],
  ["form-electronic", "Inputing Data Calon Anggota ke Data Base", "applicant", 300],
  ["verify", "Kros Cek Data Calon Anggota ke Data Base", "officer", 60],
  ["revise", "Revisi Data/ Tanpa Revisi", "officer", 120],
  ["photo", "Foto Kartu Anggota", "officer", 30],
  ["print", "Cetak Kartu Anggota", "officer", 10],
  ["cut", "", "officer", null, false],
  ["laminate", "", "officer", null, false],
  ["handover", "", "officer", null, false],
];

export const STANDARDS: readonly (StandardView & { readonly rows: readonly StepRow[] })[] = [
  {
    id: "id.sidoarjo.kta-dan-kta-online",
    version: 1,
    title: "KTA dan KTA Online",
    institution: "Dinas Perpustakaan dan Kearsipan Kabupaten Sidoarjo",
    ...{ isPreset: true, kind: "issue", cases: ["new"] },
    channels: ["in-person", "online"],
    publishedText: "10 Menit",
    publishedSeconds: 600,
    stepSumSeconds: 1560,
    issues: [{ code: "TOTAL_BELOW_STEP_SUM", severity: "warn", text: "10 against 26 minutes" }],
    rows: SIDOARJO,
  },
  {
    id: "id.jateng.pembuatan-kartu",
    version: 1,
    title: "Pembuatan Kartu Anggota Perpustakaan",
    institution: "Bidang Pengelolaan Perpustakaan",
    ...{ isPreset: true, kind: "issue", cases: ["new"] },
    channels: ["in-person"],
    publishedText: "14 Menit",
    publishedSeconds: 840,
    stepSumSeconds: 830,
    issues: [],
    rows: JATENG,
  },
];
