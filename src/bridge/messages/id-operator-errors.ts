import type { OPERATOR_ERRORS as Codes } from "../../kernel/error-table/operator-errors.ts";

/** Who works at a desk. */
export const OPERATOR_ERRORS: Readonly<Record<keyof typeof Codes, string>> = {
  OPERATOR_SIGN_IN_NEEDED:
    "Belum ada petugas yang masuk di loket ini. Buka konsol Titian, pilih nama, lalu ketik PIN.",
  OPERATOR_ROLE:
    "Peran petugas yang masuk belum cukup untuk ini. Minta teknisi atau kepala masuk, lalu ulangi.",
  OPERATOR_NOT_FOUND: "Nama ini tidak lagi terdaftar di loket ini. Pilih nama lain.",
  OPERATOR_PIN_WRONG: "PIN tidak cocok. Ketik lagi.",
  OPERATOR_LOCKED:
    "Nama ini dikunci karena PIN beberapa kali tidak cocok. Tunggu sampai waktunya habis, atau minta teknisi atau kepala membukanya.",
  OPERATOR_PIN_EASY:
    "PIN ini termasuk yang paling mudah ditebak. Pilih enam angka atau lebih yang tidak berurutan dan tidak berulang.",
  OPERATOR_NAME_TAKEN: "Nama masih kosong atau sudah dipakai petugas lain. Tulis nama yang berbeda.",
  OPERATOR_FIRST_IS_HEAD: "Orang pertama yang didaftarkan harus kepala. Pilih peran Kepala.",
  OPERATOR_FIRST_MADE:
    "Baru saja ada yang mendaftarkan kepala pertama dari layar lain. Minta kepala itu masuk dan mendaftarkan Anda.",
  OPERATOR_LAST_HEAD: "Ini satu-satunya kepala di loket ini. Daftarkan kepala lain dahulu.",
  OPERATORS_FULL: "Daftar petugas loket ini penuh. Hubungi teknisi.",
};
