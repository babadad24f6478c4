import type { PRIVACY_ERRORS as Codes } from "../../kernel/error-table/privacy-errors.ts";

/** What is erased: by rule, or because a member asks to be forgotten. */
export const PRIVACY_ERRORS: Readonly<Record<keyof typeof Codes, string>> = {
  ERASE_SERVICE_OPEN:
    "Layanan anggota ini masih berjalan. Selesaikan atau batalkan dulu, lalu ulangi penghapusan.",
  ERASE_NEEDS_HEAD:
    "Masuk dulu sebagai kepala layanan di konsol PC ini, lalu ulangi penghapusan. Atau hentikan Titian dan hapus selagi Titian tidak berjalan.",
  COLLECTOR_ERASED:
    "Nama ini sudah dihapus menurut aturan penyimpanan. Kapan kartu diambil, dan apa hubungannya, tetap tercatat.",
  ERASE_NOT_REACHED:
    "Titian di PC ini berjalan tetapi tidak menjawab. Hentikan Titian, lalu ulangi penghapusan.",
};
