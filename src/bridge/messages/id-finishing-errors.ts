import type { FINISHING_ERRORS as Codes } from "../../kernel/error-table/finishing-errors.ts";

/** Where printed cards lie, the laminator and the stock. */
export const FINISHING_ERRORS: Readonly<Record<keyof typeof Codes, string>> = {
  CARD_NOT_ON_BOARD: "Kartu ini tidak ada di papan. Cetak dan buktikan kartunya dengan pindai lebih dahulu.",
  CARD_PLACE:
    "Kartu ini tidak bisa langsung dipindahkan ke sana. Lihat tempatnya di papan, lalu lanjutkan dari situ.",
  CARD_WITH_CASE:
    "Kartu ini diserahkan di Loket dengan tanda tangan. Pindai kartunya untuk membuka kasusnya.",
  CARD_UNDO_TOO_LATE: "Pemindahan ini tidak bisa lagi dibatalkan. Pindahkan kartunya lewat rincian kartu.",
  LAMINATOR_UNKNOWN: "Mesin laminasi ini tidak ada di pengaturan. Pilih mesin lain atau hubungi teknisi.",
  LAMINATOR_FULL:
    "Mesin laminasi sudah penuh. Tunggu sampai kelompok ini keluar, lalu mulai yang berikutnya.",
  LAMINATION_STATE:
    "Kelompok laminasi ini sudah berubah. Lihat keadaannya di papan, lalu lanjutkan dari situ.",
  STOCK_BELOW_ZERO: "Catatan persediaan tidak sebanyak itu. Hitung isinya, lalu catat dengan Hitung ulang.",
};
