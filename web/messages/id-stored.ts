/** Whether INLISLite has the photo, where this desk stores it there itself. */
export const stored = {
  kept: "Foto disimpan di INLISLite",
  notYet: "Foto belum disimpan di INLISLite.",
  save: "Simpan ke INLISLite",
  again: "Coba lagi",
  why: {
    MEMBER_CHANGED: "Data anggota sedang diubah di INLISLite.",
    MEMBER_NOT_FOUND: "Anggota ini tidak ditemukan di INLISLite. Cari anggota lagi.",
    MEMBER_NO_AMBIGUOUS: "Dua anggota memakai nomor yang sama. Betulkan dahulu di INLISLite.",
    INLISLITE_UNREACHABLE: "INLISLite tidak menjawab.",
    INLISLITE_REFUSED: "INLISLite menolak Titian. Hubungi teknisi.",
    INLISLITE_USER_UNKNOWN: "Pengguna untuk Titian tidak ada di INLISLite. Hubungi teknisi.",
    PHOTO_FOLDER_UNUSABLE: "Folder foto INLISLite tidak dapat ditulisi. Hubungi teknisi.",
    PHOTO_FOLDER_FULL: "Disk tempat foto INLISLite penuh. Hubungi teknisi.",
    PHOTO_OUTCOME_UNKNOWN: "INLISLite terputus di tengah jalan. Tunggu sampai tersambung.",
  } as Readonly<Record<string, string>>,
  unknown: "Hubungi teknisi bila ini berulang.",
};
