import type { UPDATE_ERRORS as Codes } from "../../kernel/error-table/update-errors.ts";

/** Versi baru Titian. */
export const UPDATE_ERRORS: Readonly<Record<keyof typeof Codes, string>> = {
  UPDATE_NOT_INSTALLED:
    "Titian ini dijalankan langsung, bukan lewat pemasangnya. Perbarui dengan cara yang sama seperti dipasang.",
  UPDATE_NO_SOURCE: "Belum ada tempat asal versi baru. Isi [updates] from di titian.toml.",
  UPDATE_SOURCE_AWAY:
    "Folder atau server asal versi baru tidak terjangkau. Periksa jaringan, atau pasang lagi flash disk-nya.",
  UPDATE_UNTRUSTED:
    "Versi baru ini tidak bertanda tangan pembuat yang dipercaya, atau sudah diubah. Jangan dipasang; ambil lagi dari sumber resminya.",
  UPDATE_UNUSABLE: "Versi baru ini tidak dibuat untuk komputer ini. Ambil berkas untuk jenis komputer ini.",
  UPDATE_NOT_NEWER:
    "Versi itu tidak lebih baru daripada yang sedang berjalan. Tidak ada yang perlu dipasang.",
  UPDATE_TOO_FAR:
    "Versi itu terlalu jauh dari yang berjalan sekarang. Pasang lebih dahulu versi di antaranya, atau paket lengkapnya.",
  UPDATE_RULED_OUT:
    "Versi itu pernah dicoba di loket ini dan ditinggalkan. Tunggu versi berikutnya, atau pasang paket lengkapnya.",
  UPDATE_NOTHING_NEW: "Tidak ada versi yang lebih baru. Periksa lagi bila berkasnya sudah ditaruh.",
  UPDATE_DAMAGED: "Berkas versi baru rusak atau terpotong. Salin atau unduh lagi, lalu coba lagi.",
  UPDATE_NO_ROOM: "Ruang disk tidak cukup untuk versi baru. Kosongkan ruang, lalu coba lagi.",
  UPDATE_DOES_NOT_RUN:
    "Versi baru tidak dapat berjalan di komputer ini. Versi sekarang tetap dipakai; beri tahu pembuat Titian.",
  UPDATE_BUSY: "Versi baru sedang diambil atau dipasang. Tunggu sampai selesai.",
  UPDATE_NOTHING_BEFORE:
    "Tidak ada versi sebelumnya yang tersimpan. Pasang paket lengkap versi yang diinginkan.",
  UPDATE_DESK_BUSY:
    "Masih ada layanan yang berjalan atau kartu yang dicetak. Selesaikan dahulu, lalu coba lagi.",
  UPDATE_WORK_SINCE:
    "Sejak diperbarui sudah ada layanan yang tercatat, dan versi lama tidak dapat membacanya. Tunggu versi perbaikan.",
  UPDATE_NOT_HEALTHY:
    "Versi baru tidak menjawab sebagaimana mestinya. Titian kembali sendiri ke versi sebelumnya.",
  UPDATE_ON_TRIAL: "Versi baru Titian sedang diperiksa. Tunggu beberapa detik; tidak perlu menekan apa-apa.",
};
