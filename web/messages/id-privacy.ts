/** What is kept of people, and one member's wish to be forgotten. */
export const privacy = {
  title: "Data pribadi di loket ini",
  lead: "Apa yang disimpan, berapa lama, dan menghapus data seorang anggota.",
  record: {
    title: "Yang disimpan loket ini",
    data: "Data",
    where: "Tempat",
    kept: "Berapa lama",
    erasedBy: "Dihapus oleh",
    more: "Rekaman kegiatan pemrosesan untuk perpustakaan dibuat teknisi: titian privacy record.",
  },
  ask: {
    title: "Seorang anggota minta dilupakan",
    first: "Hapus dahulu anggotanya di INLISLite.",
    number: "Nomor anggota",
    hint: "Tidak dicatat, dan hilang dari layar ini sesudah dihapus.",
    go: "Lihat apa yang dihapus",
  },
  sure: {
    title: "Hapus data anggota ini dari semua loket?",
    titleAlone: "Hapus data anggota ini dari loket ini?",
    endsWith: (end: string) => `Nomor berakhir …${end}`,
    underWay: "Layanan anggota ini sedang berjalan.",
    underWayMend: "Selesaikan atau batalkan dahulu, lalu ulangi.",
    openCase: "Buka layanannya",
    inInlislite: "Anggota ini masih ada di INLISLite.",
    inInlisliteMend: "Hapus di sana dahulu; kalau tidak, salinannya muncul lagi di sini.",
    away: "INLISLite tidak terjangkau.",
    awayMend: "Pastikan anggotanya sudah dihapus di sana; kalau belum, salinannya muncul lagi di sini.",
    unknown: "Nomor ini tidak dikenal di PC ini.",
    unknownMend: "Periksa nomornya. Loket lain mungkin mengenalnya.",
    unknownAlone: "Periksa nomornya.",
    goes: "Dihapus",
    files: (count: string) =>
      `${count} berkas di PC ini: foto, tanda tangan, nama pengambil kartu, pengaduan yang sudah selesai`,
    noFiles:
      "Tidak ada berkas di PC ini: foto, tanda tangan, nama pengambil kartu, pengaduan yang sudah selesai",
    places: (count: string) => `Salinan berkas itu, dicari di ${count} cadangan dan catatan yang disisihkan`,
    noPlaces: "Di PC ini tidak ada cadangan yang perlu dibersihkan",
    mirrored: (count: string) => `${count} baris di salinan anggota`,
    desks: (titles: string) => `Hal yang sama di ${titles}, begitu loket itu tersambung`,
    stays: "Tetap ada, dan sebabnya",
    log: (count: string) =>
      `${count} layanan dan cetak di catatan, tanpa nama dan nomor anggota: bukti waktu layanan`,
    wish: "Satu catatan bahwa penghapusan ini diminta dan dilaksanakan",
    reasons: "Nama yang diketik petugas dalam sebuah alasan: catatan tidak bisa diubah",
    elsewhere:
      "Cadangan di tempat lain, kartu yang tercetak, kartu digital yang dikirim, antrean printer PC ini",
    complaints: "Pengaduan yang belum selesai, atau tanpa layanan: hapus isinya di Pengaduan",
    alone: "Loket lain: loket ini bekerja sendiri. Ulangi di setiap loket",
    word: "hapus",
    type: (word: string) => `Ketik kata ${word} untuk melanjutkan`,
    once: "Tidak bisa dikembalikan.",
    go: "Hapus data anggota",
  },
  done: {
    title: "Dihapus dari PC ini.",
    text: (files: string, copies: string, mirrored: string, kept: string) =>
      `${files} berkas, ${copies} salinannya di cadangan, ${mirrored} baris salinan anggota. ${kept} layanan dan cetak tetap tercatat, tanpa nama.`,
  },
  past: {
    title: "Permintaan yang sudah diterima",
    none: "Belum ada anggota yang minta dilupakan.",
    at: (moment: string, desk: string, by: string | null) =>
      by ? `${moment}, ${desk}, ${by}` : `${moment}, ${desk}`,
    key: (key: string) => `Samaran ${key}`,
    done: (desk: string, moment: string) => `${desk}, ${moment}`,
    waits: (desk: string) => `${desk}: belum`,
  },
};

export type PrivacyTexts = typeof privacy;
