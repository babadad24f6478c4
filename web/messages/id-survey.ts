/** Survei: what people think of the service, and asking them at hand-over. */
export const survey = {
  title: "Survei kepuasan",
  offer: {
    title: "Minta pendapat pengunjung",
    lead: "Putar layar ke pengunjung. Sembilan pertanyaan, tanpa nama.",
    open: "Buka survei",
    later: "Nanti saja",
    phone: "Atau pindai dengan ponsel di Wi‑Fi perpustakaan.",
    qr: "Kode QR survei",
    done: "Survei sudah diisi. Terima kasih.",
  },
  stillMissing: (count: string) => `${count} pertanyaan belum dijawab`,
  close: "Tutup",
  none: "Belum ada jawaban yang dihitung pada masa ini",
  noneHint:
    "Survei ditawarkan di layar setelah kartu diserahkan. Jawaban dihitung setelah terkumpul lima dari satu layanan.",
  index: (n: string) => `nilai IKM dari ${n} jawaban`,
  grade: "mutu layanan",
  timeMean: "U3 waktu, rata-rata 1–4",
  onTime: (judged: string) => `tepat waktu, dari ${judged} kasus terukur`,
  waiting: (n: string) =>
    `${n} jawaban menunggu. Jawaban dihitung per lima dari satu layanan, supaya tidak dapat dihubungkan dengan orangnya.`,
  elements: "Nilai per unsur",
  columns: { element: "Unsur", mean: "NRR", index: "Nilai", grade: "Mutu", answers: "Jawaban" },
  elementLegend: "rata-rata 1 sampai 4",
  beside: "Waktu: pendapat dan ukuran",
  opinion: "Pendapat pengunjung (U3)",
  opinionOf: (mean: string, grade: string) => `${mean} dari 4, mutu ${grade}`,
  measured: "Tepat waktu, terukur",
  median: "Median waktu layanan",
  promise: "Janji standar",
  tooFewCases: "kurang dari lima kasus",
  months: "Menurut bulan",
  services: "Menurut layanan",
  people: "Responden",
  notSaid: "Tidak diisi",
  how: "Tanpa nama dan tanpa jam. NRR adalah rata-rata jawaban 1 sampai 4; nilai IKM adalah jumlah NRR × 1/9, dikali 25. Mutu: A mulai 88,31; B 76,61; C 65,00. Cocokkan tabel mutu dengan peraturan yang berlaku sebelum dikutip.",
  kiosk: {
    off: "Survei di ponsel pengunjung tidak dinyalakan. Teknisi menyalakannya di titian.toml, bagian [survey].",
    opening: "Survei di ponsel sedang dibuka.",
    open: (address: string) => `Survei di ponsel terbuka di ${address}.`,
    "port-taken":
      "Survei di ponsel tertutup: program lain memakai portnya. Tutup program itu, atau ganti survey.port.",
    "address-missing":
      "Survei di ponsel tertutup: alamat pada survey.address tidak ada di PC ini. Periksa jaringan, atau ganti alamatnya.",
    "not-permitted": "Survei di ponsel tertutup: Titian tidak boleh memakai port itu. Ganti survey.port.",
    failed:
      "Survei di ponsel tertutup: jaringan tidak dapat dipakai. Titian mencoba lagi setiap setengah menit.",
    resting:
      "Survei di ponsel ditutup sebentar: terlalu banyak permintaan dari jaringan. Titian membukanya lagi sendiri.",
  },
  loading: "Menghitung jawaban",
};
