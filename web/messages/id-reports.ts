/** Reports to sign or to file. */
export const reports = {
  open: "Laporan",
  title: "Buat laporan",
  lead: "Untuk ditandatangani, disimpan, atau diolah.",
  which: "Laporan",
  kinds: {
    punctuality: "Ketepatan",
    register: "Buku register",
    materials: "Bahan",
    complaints: "Pengaduan",
    year: "Tahunan",
    survey: "Survei (SKM)",
    members: "Anggota",
  },
  leads: {
    punctuality:
      "Ketepatan waktu, waktu tiap langkah terhadap mutu baku, sebab terlambat, dan tempat tanda tangan.",
    register:
      "Kasus satu hari dengan nomor, nama, dan kolom tanda tangan. Berisi data anggota: simpan baik-baik.",
    materials: "Kartu, kertas, ribbon, dan kantong laminasi: awal, masuk, dipakai, rusak, akhir.",
    complaints:
      "Jumlah, cara datang, pokok, waktu sampai dijawab, langkah, dan hasil. Tanpa isi pengaduan dan tanpa nama.",
    year: "Setahun penuh, bulan demi bulan.",
    survey: "Nilai IKM, sembilan unsur, dan pendapat tentang waktu di samping waktu yang terukur.",
    members:
      "Jumlah anggota menurut bulan, jenis kelamin, umur, dan jenis anggota. Dihitung di INLISLite; tanpa nama.",
  },
  days: (days: string) => `Masa: ${days}`,
  day: "Hari",
  paper: "Kertas PDF",
  making: "Sedang disusun",
  made: (name: string) => `${name} sudah diunduh`,
};
