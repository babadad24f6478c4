import type { DESIGN_ERRORS as Codes } from "../../kernel/error-table/design-errors.ts";

/** Card designs. */
export const DESIGN_ERRORS: Readonly<Record<keyof typeof Codes, string>> = {
  DESIGN_UNREADABLE:
    "Berkas ini bukan desain kartu, atau ada yang salah di dalamnya. Ekspor lagi dari Titian.",
  DESIGN_NEWER: "Desain ini dibuat dengan Titian yang lebih baru. Perbarui Titian, lalu impor lagi.",
  DESIGN_TOO_LARGE: "Desain ini lebih dari 12 MB. Kecilkan gambarnya, lalu coba lagi.",
  DESIGN_TOO_MANY: "Sudah ada 200 desain. Ubah salah satu yang ada, jangan menambah yang baru.",
  DESIGN_PICTURE_REFUSED:
    "Gambar dalam desain harus PNG atau JPEG, paling besar 8 MB dan 16 megapiksel bersama-sama. Ganti gambarnya.",
  DESIGN_PICTURE_UNKNOWN: "Gambar ini tidak ada dalam desain. Muat ulang halaman ini.",
  BACKGROUND_MISSING:
    "INLISLite belum mempunyai gambar latar untuk sisi kartu ini. Unggah di pengaturan kartu INLISLite, atau pilih berkas.",
  BACKGROUND_OUT_OF_REACH:
    "Gambar latar ada di server INLISLite, tetapi tidak terjangkau dari PC ini. Pilih berkas. Teknisi: isi photo.folder.",
  DESIGN_FONT_REFUSED:
    "Desain ini meminta huruf lain. Kartu Titian memakai hurufnya sendiri. Hapus nama huruf dari berkas, lalu impor lagi.",
  DESIGN_CODE_REFUSED:
    "Desain ini memakai barcode yang tidak dicetak Titian, misalnya Code 93 yang sering tidak terbaca pemindai. Pakai Code 128, Code 39, atau QR.",
  DESIGN_INVALID:
    "Ada bagian desain yang tidak dapat dipakai. Batalkan perubahan terakhir, lalu simpan lagi.",
  DESIGN_INSTALLED: "Desain bawaan tidak dapat diubah. Simpan salinannya dengan nama lain.",
  DESIGN_CHANGED: "Desain ini baru saja disimpan dari halaman lain. Muat ulang, lalu ubah lagi.",
  DESIGN_IN_USE: "Desain ini sedang dipakai untuk kartu. Pilih desain lain untuk kartu itu lebih dahulu.",
  DESIGN_NOT_APPROVED: "Desain kartu ini belum disetujui. Setujui desainnya di halaman Kartu, lalu cetak.",
  DESIGN_NOT_PRINTABLE:
    "Kartu dari desain ini tidak akan terbaca. Lihat periksa cetak, perbaiki yang merah, lalu setujui lagi.",
  DESIGN_FILE_MISSING:
    "Berkas desain ini hilang dari komputer. Impor lagi desainnya, atau pulihkan cadangan.",
  DESIGN_FILE_DAMAGED: "Berkas desain ini rusak di komputer. Impor lagi desainnya, atau pulihkan cadangan.",
};
