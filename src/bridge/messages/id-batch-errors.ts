import type { BATCH_ERRORS as Codes } from "../../kernel/error-table/batch-errors.ts";

/** Lists of members from outside, and batches of cards. */
export const BATCH_ERRORS: Readonly<Record<keyof typeof Codes, string>> = {
  LIST_UNREADABLE:
    "Berkas ini bukan CSV atau XLSX yang dapat dibaca. Simpan lagi dari Excel sebagai XLSX, lalu pilih lagi.",
  LIST_EMPTY: "Berkas ini kosong. Pilih berkas yang berisi nomor anggota.",
  LIST_TOO_LONG: "Daftar ini lebih dari 20.000 baris. Bagi menjadi beberapa berkas.",
  LIST_COLUMN_UNKNOWN: "Kolom itu tidak ada di daftar ini. Pilih kolom lain.",
  LIST_NEEDS_COPY:
    "Anggota belum dapat dipilih menurut jenis atau tanggal karena salinan data INLISLite belum lengkap. Tunggu, atau pakai berkas.",
  BATCH_PLAN_GONE: "Daftar ini sudah terlalu lama. Periksa lagi daftarnya.",
  BATCH_NOBODY:
    "Tidak ada anggota di daftar ini yang dapat dicetak kartunya. Lihat sebabnya di setiap baris.",
  BATCH_NOT_FOUND: "Cetak kelompok ini tidak ada. Kembali ke daftar kelompok.",
  BATCH_STATE: "Cetak kelompok ini sudah pada keadaan lain. Lihat keadaannya yang terbaru.",
  BATCH_OTHER_RUNNING:
    "Kelompok lain sedang dicetak di printer ini. Jeda atau selesaikan dahulu kelompok itu.",
  SHEET_NOT_PROVED: "Hasil cetak sebelumnya belum diperiksa. Periksa lembar atau kartunya dahulu.",
};
