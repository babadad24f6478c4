import type { BACKUP_ERRORS as Codes } from "../../kernel/error-table/backup-errors.ts";

/** Backup and restore of the store. */
export const BACKUP_ERRORS: Readonly<Record<keyof typeof Codes, string>> = {
  BACKUP_MISSING:
    "Tidak ada cadangan Titian di folder ini. Pilih folder satu cadangan, misalnya titian-desk-1-20261127-121503.",
  BACKUP_DAMAGED:
    "Cadangan ini rusak atau tidak lengkap. Tidak ada yang diubah; pilih cadangan yang lebih lama, dan periksa disk tempatnya.",
  BACKUP_CHANGED:
    "Cadangan ini sudah diubah orang: ada isi yang bukan buatan Titian. Pilih cadangan lain, dan cari tahu siapa yang memegangnya.",
  BACKUP_NO_ROOM:
    "Ruang untuk cadangan tidak cukup, dan tidak ada sisa yang ditinggalkan. Kosongkan ruang, atau pilih disk lain.",
  BACKUP_UNUSABLE:
    "Folder cadangan tidak dapat dibaca atau ditulis. Periksa apakah disknya terpasang dan Titian boleh menulis di sana.",
  BACKUP_OTHER_DESK:
    "Cadangan ini milik loket lain. Pilih cadangan loket ini sendiri, atau betulkan desk.id di titian.toml.",
  BACKUP_OTHER_SITE:
    "Cadangan ini memakai kunci lain, mungkin milik perpustakaan lain. Bila loket ini memang menggantikannya, ulangi dengan --other-key.",
  DISK_LOW:
    "Ruang disk PC ini menipis. Semua masih berjalan; minta teknisi mengosongkan ruang dalam waktu dekat.",
  DISK_NEARLY_FULL:
    "Ruang disk PC ini hampir habis, jadi foto dan cetak baru ditunda. Yang sudah dicatat aman; kosongkan ruang, lalu coba lagi.",
  BACKUP_OLD:
    "Catatan Titian sudah beberapa hari tidak dicadangkan. Periksa folder cadangan dan disknya, lalu jalankan titian backup.",
};
