import type { CARD_ERRORS as Codes } from "../../kernel/error-table/card-errors.ts";

/** Photo, card and print job. */
export const CARD_ERRORS: Readonly<Record<keyof typeof Codes, string>> = {
  PHOTO_NOT_AN_IMAGE: "Berkas ini bukan foto yang dapat dibaca. Pilih foto JPEG, PNG, atau WebP.",
  PHOTO_TOO_LARGE: "Foto ini terlalu besar. Pilih foto di bawah 50 megapiksel.",
  PHOTO_HEIC:
    "Foto ini berformat HEIC dari iPhone dan belum dapat dibaca. Minta foto dikirim sebagai JPEG, atau ambil foto di loket.",
  PHOTO_ORIGINAL_GONE:
    "Foto asli sudah dihapus sesuai aturan, jadi suntingannya tetap. Ambil foto baru bila perlu diubah.",
  PHOTO_MISSING: "Kartu ini memerlukan foto. Ambil foto lebih dahulu.",
  PHOTO_OUT_OF_REACH:
    "Foto anggota ada di INLISLite, tetapi tidak terjangkau dari PC ini. Teknisi: isi photo.folder, atau periksa server.",
  CARD_UNREADABLE:
    "Barcode pada gambar kartu tidak terbaca, jadi kartu tidak dicetak. Coba lagi; bila berulang, hubungi teknisi.",
  PHOTO_DIRECT_OFF:
    "Loket ini tidak menyimpan foto langsung ke INLISLite. Simpan foto lewat halaman anggota di INLISLite.",
  PHOTO_FOLDER_UNUSABLE:
    "Folder foto INLISLite tidak dapat ditulisi. Foto masih ada di Titian. Teknisi: periksa photo.folder dan izinnya.",
  PHOTO_FOLDER_FULL:
    "Disk tempat foto INLISLite penuh. Foto masih ada di Titian. Kosongkan ruang di server, lalu coba lagi.",
  PHOTO_NOT_KEPT:
    "Foto tidak terbaca kembali seperti yang ditulis, jadi semuanya dikembalikan. Coba lagi; bila berulang, hubungi teknisi.",
  PHOTO_OUTCOME_UNKNOWN:
    "Server INLISLite terputus di tengah penyimpanan foto. Tunggu sampai tersambung, lalu coba lagi.",
  NAME_UNPRINTABLE:
    "Nama anggota memuat aksara atau emoji yang tidak ada pada huruf kartu. Tulis nama dengan huruf Latin di INLISLite.",
  CARD_FONT_MISSING:
    "Huruf kartu milik Titian hilang atau rusak, jadi kartu tidak dicetak. Teknisi: pasang ulang Titian di PC ini.",
  CARD_TEXT_UNPRINTABLE:
    "Ada tulisan pada kartu yang hurufnya tidak dapat dicetak. Periksa nama perpustakaan, jenis anggota, dan desain kartu.",
  CARD_TEMPLATE_UNKNOWN: "Desain kartu ini tidak terpasang. Pilih desain lain atau hubungi teknisi.",
  SHEET_LAYOUT_UNKNOWN: "Susunan lembar ini tidak ada. Pilih susunan lain.",
  CALIBRATION_IMPLAUSIBLE:
    "Ukuran ini terlalu jauh dari semestinya. Pastikan cetakan 100 % (tanpa sesuaikan halaman), lalu ukur lagi.",
  CARD_NOT_THIS_ONE: "Kartu ini milik anggota lain. Pindai kartu yang benar, atau buka kasusnya.",
  CARD_ALREADY_PRINTED: "Kartu sudah pernah dicetak. Pilih sebab cetak ulang.",
  PRINTER_ONE_SIDED:
    "Printer ini mencetak satu sisi, dan sisi belakang desain memuat data anggota. Pilih desain atau printer lain, atau cetak depan saja.",
  CARDS_NONE_LEFT:
    "Kartu atau pita tercatat habis. Isi lagi dan betulkan persediaan, atau tetap cetak bila masih ada.",
  CARDS_TOO_FEW:
    "Persediaan tercatat tidak cukup untuk kelompok ini. Tambah atau betulkan persediaan, kurangi kartunya, atau tetap buat kelompok.",
  CARD_IN_PRINT: "Kartu anggota ini masih dicetak. Tunggu sampai keluar.",
  JOB_NOT_FOUND: "Pekerjaan cetak ini tidak ada. Muat ulang halaman ini.",
  JOB_STATE: "Pekerjaan cetak ini sudah pada keadaan lain. Lihat keadaannya yang terbaru.",
};
