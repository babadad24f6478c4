/** The first run: from a bare PC to a desk that works. */
export const start = {
  title: "Penyiapan loket",
  aside: "Penyiapan loket, sekitar 10 menit",
  later: "Boleh ditinggal dan dilanjutkan. Semua pilihan bisa diubah lagi.",
  open: "Penyiapan",
  step: (now: number, all: number) => `Langkah ${now} dari ${all}`,
  back: "Kembali",
  next: "Lanjutkan",
  skip: "Lewati dahulu",
  save: "Simpan dan lanjutkan",
  saving: "Titian memulai dengan pengaturan baru",
  done: "Selesai, buka Loket",
  readOnly: "Pengaturan komputer ini tidak boleh ditulis dari sini; ubah titian.toml sebagai administrator.",
  steps: {
    desk: {
      title: "Selamat datang",
      lead: "Nama loket ini dan zona waktunya.",
      aside: "Nama loket dan waktu",
    },
    database: {
      title: "Hubungkan ke INLISLite",
      lead: "Titian hanya membaca data anggota. Tidak ada isi INLISLite yang diubah.",
      aside: "Basis data anggota",
    },
    way: {
      title: "Jalan masuk ke INLISLite",
      lead: "Supaya bilah Titian tampil di halaman INLISLite yang dipakai petugas.",
      aside: "Alamat di peramban",
    },
    standard: {
      title: "Standar pelayanan",
      lead: "Janji waktu yang diumumkan perpustakaan. Standar sendiri diimpor nanti di Standar.",
      aside: "Janji waktu perpustakaan",
    },
    devices: {
      title: "Perangkat",
      lead: "Pasang kamera, printer, dan pemindai; yang ditemukan tampil di sini.",
      aside: "Yang tercolok di sini",
    },
    operators: {
      title: "PIN petugas",
      lead: "Daftarkan kepala dahulu. Tanpa itu siapa pun bisa memakai konsol ini.",
      aside: "Siapa yang boleh masuk",
    },
    card: {
      title: "Kartu uji",
      lead: "Cetak satu kartu uji dan lihat hasilnya sebelum anggota pertama datang.",
      aside: "Satu kartu sebagai bukti",
    },
  },
  desk: {
    name: "Nama loket menurut petugas",
    id: "Nama pendek, tidak diubah lagi",
    idHint: "Huruf kecil, angka, dan tanda hubung. Setiap loket berbeda.",
    zone: "Zona waktu",
    zones: {
      "Asia/Jakarta": "WIB (Jakarta)",
      "Asia/Makassar": "WITA (Makassar)",
      "Asia/Jayapura": "WIT (Jayapura)",
    },
  },
  database: {
    host: "Alamat server",
    port: "Porta",
    name: "Basis data",
    user: "Nama pengguna",
    password: "Kata sandi",
    kept: "sudah tersimpan; isi hanya untuk mengganti",
    keptHint: "Kata sandi disimpan hanya di komputer ini, dalam berkas yang dilindungi.",
    results: "Hasil pemeriksaan",
    typing: "Diperiksa sendiri begitu isian berubah.",
    trying: "Memeriksa, biasanya kurang dari 5 detik",
    grants: "Perintah untuk pengelola server",
    grantsLead: "Membuat pengguna yang hanya boleh membaca. Jalankan sebagai administrator basis data.",
    copy: "Salin perintah GRANT",
    copied: "Tersalin",
    toMend: "Ada yang perlu diperbaiki dahulu",
  },
  way: {
    url: "Alamat INLISLite seperti di peramban petugas",
    look: "Periksa jalan masuk",
    looking: "Membuka halaman itu, biasanya kurang dari 10 detik",
    how: "Cara yang dipakai",
    proxy: "Lewat Titian, INLISLite tidak diubah",
    other: "Tag skrip di INLISLite, atau nanti saja",
    proxyHint: (port: string) =>
      `Petugas membuka INLISLite di http://inlis.localhost:${port}. Kamera dan bilah Titian langsung bekerja.`,
    otherHint: "Langkahnya tertulis di panduan Menghubungkan INLISLite.",
  },
  standard: { preset: "contoh bawaan" },
  devices: {
    look: "Cari lagi",
    here: "Sudah dipakai",
    nothing: "Belum ada perangkat baru yang ditemukan. Periksa kabel dan dayanya, lalu cari lagi.",
  },
  operators: { have: (count: number) => `${count} orang terdaftar. Tambah yang lain di Perangkat, Petugas.` },
  card: {
    none: "Belum ada printer kartu atau printer lembar. Kembali ke Perangkat, atau lewati dahulu.",
    print: "Cetak uji",
  },
};

export type StartTexts = typeof start;
