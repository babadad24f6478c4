import type { MembersReportWords } from "./members-report-words.ts";

export const ID_MEMBERS_REPORT: MembersReportWords = {
  title: "Rekap Anggota",
  registered: "anggota mendaftar pada periode ini",
  all: "anggota terdaftar sampai akhir periode",
  served: "kartu dilayani dan selesai",
  away: "jumlah anggota tidak terbaca",
  awayNote:
    "INLISLite tidak terjangkau ketika laporan ini dibuat, jadi tidak ada jumlah anggota di dalamnya. Buat laporan ini lagi setelah INLISLite tersambung.",
  parts: {
    sex: { title: "Anggota menurut jenis kelamin", head: "Jenis kelamin" },
    age: { title: "Anggota menurut umur", head: "Umur" },
    type: { title: "Anggota menurut jenis anggota", head: "Jenis anggota" },
  },
  sexes: { male: "Laki-laki", female: "Perempuan" },
  ages: {
    ...{ "0-12": "0–12 tahun", "13-17": "13–17 tahun", "18-24": "18–24 tahun" },
    ...{ "25-44": "25–44 tahun", "45-59": "45–59 tahun", "60+": "60 tahun ke atas" },
  },
  notFilledIn: "Tidak diisi",
  newOnes: "Baru",
  together: "Semua",
  byKind: "Kartu yang dilayani di loket ini",
  kindHead: ["Jenis layanan", "Kasus"],
  empty: "Tidak ada anggota yang mendaftar.",
  how: (ageOn) =>
    `Anggota dihitung di basis data INLISLite menurut tanggal daftar; hanya jumlahnya yang dibaca. Bulan menghitung anggota yang mendaftar pada bulan itu, Baru semua bulan periode ini, Semua setiap anggota yang terdaftar sampai akhir periode. Umur dihitung pada ${ageOn}. Kolom kosong, tanggal nol, dan umur yang tidak mungkin tercatat sebagai Tidak diisi.`,
  undated: (n) =>
    `${n} anggota tidak mempunyai tanggal daftar yang dapat dibaca; mereka hanya ada pada Semua.`,
  notGranted: "Belum boleh dihitung Titian. Teknisi: jalankan titian inlislite grants --statistics.",
};
