import type { Reading, Report, Table } from "../../../src/bridge/reports/report.ts";

export const READING: Reading = {
  ...{ language: "id", timeZone: "Asia/Jakarta" },
  pageOf: (page, pages) => `Halaman ${page} dari ${pages}`,
};

/** A register of so many invented cases, with a column to sign in. */
export const register = (rows: number): Table => ({
  ...{ kind: "table", title: "Buku Register Kartu", whenEmpty: "Tidak ada kasus.", rowMm: 9 },
  columns: [
    { title: "No.", kind: "count", share: 1 },
    { title: "Masuk", kind: "moment", share: 3 },
    { title: "Keperluan", kind: "text", share: 4 },
    { title: "Lama", kind: "duration", share: 2 },
    { title: "Diterima oleh", kind: "signature", share: 4 },
  ],
  rows: Array.from({ length: rows }, (_, index) => [
    ...[index + 1, new Date(Date.UTC(2026, 9, 1, 2, index)), `Kartu baru ${index + 1}`],
    ...[(600 + index) * 1_000, null],
  ]),
});

/** Every kind of block, with invented figures and people. */
export function sampleReport(...more: Report["blocks"]): Report {
  return {
    name: "ketepatan-2026-10",
    institution: {
      name: "Perpustakaan Umum Kabupaten Tirtamaya",
      address: "Jalan Seroja 8, Tirtamaya · Bidang Layanan dan Keanggotaan",
    },
    title: "Ketepatan Waktu Layanan Kartu Anggota",
    subtitle: "Oktober 2026 · 27 hari layanan · Standar Pelayanan Kartu Anggota, versi 2: 26 menit",
    blocks: [
      {
        kind: "headline",
        main: { value: "90,4 %", says: "tepat waktu: 161 dari 178 kasus yang dinilai" },
        others: [
          { value: "21:48", says: "median (menit:detik)" },
          { value: "25:54", says: "9 dari 10 kasus selesai dalam" },
          { value: "35:02", says: "kasus terlama" },
        ],
      },
      {
        ...{ kind: "bars", title: "Kasus per hari layanan" },
        legend: { met: "tepat waktu", late: "terlambat" },
        bars: Array.from({ length: 27 }, (_, day) => ({
          label: String(day + 1),
          met: day === 12 ? 1 : 4 + (day % 5),
          late: day === 12 ? 8 : day % 9 === 0 ? 1 : 0,
        })),
      },
      {
        ...{ kind: "ranges", title: "Waktu tiap langkah", unit: "menit" },
        legend: { median: "median", range: "8 dari 10 kasus", target: "target" },
        rows: [
          {
            ...{ label: "Pendaftaran", fromMs: 372_000, medianMs: 470_000, toMs: 574_000, targetMs: 600_000 },
            says: "7:50 dari 10:00",
          },
          {
            ...{
              label: "Cetak dan pindai",
              fromMs: 130_000,
              medianMs: 208_000,
              toMs: 375_000,
              targetMs: 300_000,
            },
            says: "3:28 dari 5:00",
          },
          {
            label: "Memeriksa kelengkapan berkas dan keanggotaan ganda",
            ...{ fromMs: 20_000, medianMs: 25_000, toMs: 45_000, targetMs: null },
            says: "0:25, tanpa target",
          },
        ],
      },
      {
        ...{ kind: "table", title: "Menurut jenis layanan", whenEmpty: "Tidak ada kasus." },
        columns: [
          { title: "", kind: "text", share: 3 },
          ...(["Kasus", "Tepat", "Lambat"] as const).map(
            (title) => ({ title, kind: "count", share: 1 }) as const,
          ),
          { title: "% tepat", kind: "percent", share: 1 },
          { title: "Median", kind: "duration", share: 1 },
        ],
        rows: [
          ["Kartu baru", 110, 98, 12, 89.09, 1_305_000],
          ["Perpanjangan", 41, 39, 2, 95.12, 1_283_000],
          ["Kartu hilang atau rusak", 27, 24, 3, 88.89, 1_315_000],
        ],
        total: ["Semua kasus", 178, 161, 17, 90.45, 1_308_000],
      },
      {
        ...{ kind: "shares", title: "Sebab terlambat" },
        rows: [
          { label: "Printer kartu berhenti", count: 14 },
          { label: "Antrean laminasi", count: 2 },
        ],
      },
      ...more,
      {
        ...{ kind: "note", title: "Cara menghitung" },
        text: "Dinilai dari pendaftaran sampai tanda terima ditandatangani, dalam jam layanan, jeda ikut dihitung. 3 kasus dibatalkan dan 2 pengukur waktu yang tertinggal terbuka tidak ikut dinilai.",
      },
      {
        kind: "signatures",
        left: { lines: ["Disusun oleh", "Petugas layanan"], name: null },
        right: { lines: ["Tirtamaya, 2 November 2026", "Mengetahui,", "Kepala Bidang Layanan"], name: null },
      },
    ],
    madeFrom: "Dibuat dari catatan kejadian Loket 1 · 2 Nov 2026 08.05 WIB",
    madeAt: new Date("2026-11-02T01:05:00Z"),
  };
}
