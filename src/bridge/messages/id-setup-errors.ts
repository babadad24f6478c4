import type { SETUP_ERRORS as Codes } from "../../kernel/error-table/setup-errors.ts";

/** titian.toml, as the first run and the console write it. */
export const SETUP_ERRORS: Readonly<Record<keyof typeof Codes, string>> = {
  SETUP_NOT_WRITABLE:
    "Berkas pengaturan di komputer ini tidak boleh ditulis dari sini. Minta teknisi mengubah titian.toml, lalu menjalankan Titian lagi.",
  SETUP_FILE_ODD:
    "Berkas titian.toml ditulis dengan cara yang tidak bisa diubah dari sini. Buka berkasnya dan ubah di sana.",
  SETUP_INVALID: "Ada isian yang belum cocok. Periksa lagi nama loket, zona waktu, dan alamatnya.",
  SETUP_PASSWORD_NEEDED:
    "Sandi untuk server basis data ini belum diketik. Sandi yang tersimpan hanya untuk server yang lama: ketik sandinya lagi.",
  SETUP_BUSY: "Sebuah kartu sedang dicetak. Tunggu sampai selesai, lalu simpan lagi.",
};
