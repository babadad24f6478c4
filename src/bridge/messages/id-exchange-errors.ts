import type { EXCHANGE_ERRORS as Codes } from "../../kernel/error-table/exchange-errors.ts";

/** The database that the desks of one library share. */
export const EXCHANGE_ERRORS: Readonly<Record<keyof typeof Codes, string>> = {
  EXCHANGE_UNREACHABLE:
    "Basis data bersama tidak terjangkau. Loket ini bekerja terus; catatannya menyusul setelah tersambung.",
  EXCHANGE_REFUSED:
    "Basis data bersama menolak nama pengguna atau hak Titian. Minta teknisi menjalankan titian exchange sql.",
  EXCHANGE_NOT_PREPARED:
    "Basis data bersama belum berisi tabel Titian. Minta teknisi menjalankan titian exchange sql.",
  EXCHANGE_NEWER: "Loket lain memakai Titian yang lebih baru. Perbarui Titian di PC ini.",
  EXCHANGE_KEY_DIFFERS:
    "Kode perpustakaan loket ini berbeda dengan loket lain. Minta teknisi menggabungkannya dengan titian exchange join.",
  EXCHANGE_DESK_TWICE:
    "Nama desk.id loket ini dipakai dua PC. Teknisi: beri salah satunya desk.id dan desk.letter baru.",
  EXCHANGE_FORGED:
    "Di basis data bersama ada catatan palsu, dan Titian tidak memakainya. Pengelola basis data: ganti kata sandi, lalu hapus catatan itu.",
  EXCHANGE_LETTER_TAKEN:
    "Loket lain memakai huruf antrean yang sama. Pilih huruf lain di desk.letter, lalu nyalakan ulang Titian.",
  EXCHANGE_DAMAGED:
    "Catatan loket lain di basis data bersama tidak lengkap atau diubah. Catatan itu tidak dipakai; hubungi teknisi.",
  EXCHANGE_CODE_WRONG:
    "Kode perpustakaan belum lengkap atau salah ketik. Ketik lagi persis seperti yang tampil.",
  EXCHANGE_KEY_IN_USE:
    "Loket ini sudah menyimpan data dengan kodenya sendiri. Mulai loket ini dengan folder dan desk.id baru, lalu gabungkan.",
  JOB_ELSEWHERE: "Kartu ini dicetak di loket lain. Lanjutkan atau batalkan cetaknya di loket itu.",
  FILE_ELSEWHERE: "Isinya tersimpan terenkripsi di loket lain. Buka atau hapus di loket itu.",
  PHOTO_ELSEWHERE:
    "Foto ini ada di loket yang mengambilnya dan belum tersimpan di INLISLite. Simpan fotonya dari loket itu, atau ambil foto lagi di sini.",
};
