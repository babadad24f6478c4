import type { STANDARD_ERRORS as Codes } from "../../kernel/error-table/standard-errors.ts";

/** Service standards. */
export const STANDARD_ERRORS: Readonly<Record<keyof typeof Codes, string>> = {
  STANDARD_NOT_FOUND: "Standar pelayanan ini tidak ada di loket ini. Pilih standar lain dari daftar.",
  STANDARD_NOT_IN_FORCE:
    "Standar pelayanan ini sedang tidak berlaku. Pilih standar lain, atau berlakukan lagi di halaman Standar.",
  STANDARD_TOO_LONG:
    "Teks ini terlalu panjang untuk satu standar pelayanan. Tempel halaman standarnya saja, paling banyak 40.000 huruf dalam 400 baris.",
  STANDARD_EMPTY: "Teks ini kosong. Tempel teks halaman standar pelayanan, lalu coba lagi.",
  STANDARD_INVALID:
    "Ada bagian standar yang tidak dapat dibaca. Muat ulang halaman ini, lalu ubah dan simpan lagi.",
  STANDARD_INCOMPLETE:
    "Standar ini belum lengkap. Lengkapi bagian yang bertanda, simpan, lalu berlakukan lagi.",
  STANDARD_CHANGED: "Standar ini baru saja disimpan dari halaman lain. Muat ulang, lalu ubah lagi.",
  STANDARD_PUBLISHED: "Versi yang sudah berlaku tidak dapat diubah. Simpan perubahannya sebagai versi baru.",
  STANDARD_TOO_MANY: "Sudah ada 100 standar. Ubah salah satu yang ada, jangan menambah yang baru.",
  STANDARD_FILE_MISSING: "Berkas standar ini hilang dari komputer. Pulihkan cadangan folder Titian.",
  STANDARD_FILE_DAMAGED: "Berkas standar ini rusak di komputer. Pulihkan cadangan folder Titian.",
};
