/** Who works at the desk: the sign-in, and the list of those who may. */
export const operators = {
  title: "Petugas",
  roles: { clerk: "Petugas", technician: "Teknisi", head: "Kepala" },
  rolesMay: {
    clerk: "Melayani di loket: kasus, foto, cetak, laminasi, serah terima, pengaduan, laporan.",
    technician: "Semua itu, dan perangkat, desain kartu, kalibrasi, kalender, serta konsep standar.",
    head: "Semuanya, termasuk memberlakukan standar, cara menilai, batas jawab pengaduan, menghapus data anggota, dan daftar petugas.",
  },
  signIn: {
    title: "Siapa yang bertugas?",
    lead: "Pilih nama, lalu ketik PIN.",
    names: "Nama petugas",
    pinOf: (name: string) => `PIN ${name}`,
    pin: "PIN",
    pad: "Papan angka",
    erase: "Hapus satu angka",
    go: "Masuk",
    locked: (time: string) => `dikunci sampai ${time}`,
    forgot: "Lupa PIN? Kepala memberi PIN baru di Petugas. Kepala sendiri lupa: panggil teknisi.",
  },
  change: {
    label: (name: string, role: string) => `${name}, ${role}: ganti petugas atau keluar`,
    title: "Ganti petugas",
    lead: (name: string, role: string) => `Sekarang ${name}, ${role}`,
    out: "Keluar",
    ownPin: "Ganti PIN saya",
    list: "Daftar petugas",
  },
  ownPin: {
    title: "Ganti PIN saya",
    current: "PIN sekarang",
    go: "Ganti PIN",
  },
  newPin: {
    first: "PIN baru",
    again: "Ketik PIN baru sekali lagi",
    hint: "6 sampai 12 angka, tidak berurutan dan tidak berulang.",
    differ: "Kedua PIN belum sama.",
  },
  page: {
    title: "Petugas di loket ini",
    lead: "Setiap orang masuk dengan nama dan PIN sendiri. Yang dikerjakan tercatat atas namanya.",
    none: "Belum ada petugas dengan PIN",
    noneLead:
      "Siapa pun yang membuka konsol ini dapat memakai semuanya. Daftarkan kepala dahulu; sesudah itu loket meminta PIN.",
    add: "Tambah petugas",
    addFirst: "Daftarkan kepala",
    person: "Nama",
    role: "Peran",
    lastSeen: "Terakhir masuk",
    never: "belum pernah",
    here: "sedang masuk",
    gone: (count: number) => `${count} orang tidak lagi bertugas; namanya tetap ada pada catatan lama.`,
    actions: "Tindakan",
    edit: "Ubah",
    reset: "PIN baru",
    unlock: "Buka kunci",
    remove: "Keluarkan",
  },
  only: {
    clerk: "Hanya untuk petugas yang masuk dengan PIN.",
    technician: "Hanya untuk teknisi dan kepala.",
    head: "Hanya untuk kepala.",
  },
  changedBy: {
    clerk: "Hanya petugas yang masuk dengan PIN yang dapat mengubahnya.",
    technician: "Hanya teknisi dan kepala yang dapat mengubahnya.",
    head: "Hanya kepala yang dapat mengubahnya.",
  },
  closedPage: {
    title: "Halaman ini bukan untuk peran Anda",
    lead: (name: string, role: string) =>
      `Sekarang ${name} (${role}) yang masuk. Ganti petugas bila ada yang hendak memakainya.`,
    toDesk: "Ke loket",
  },
  editor: {
    add: "Tambah petugas",
    edit: (name: string) => `Ubah ${name}`,
    name: "Nama seperti dipanggil di loket",
    role: "Peran",
    go: "Simpan",
  },
  reset: {
    title: (name: string) => `PIN baru untuk ${name}`,
    lead: "PIN lama tidak berlaku lagi, dan kuncinya terbuka.",
    go: "Beri PIN baru",
  },
  remove: {
    title: (name: string) => `Keluarkan ${name}?`,
    lead: "Orang ini tidak bisa masuk lagi di loket ini. Catatan pekerjaannya tetap memakai namanya.",
    go: "Keluarkan",
  },
  note: {
    title: "PIN petugas belum dipasang.",
    text: "Siapa pun yang membuka konsol ini dapat memakai semuanya.",
    make: "Daftarkan kepala",
    later: "Nanti saja",
  },
};

export type OperatorTexts = typeof operators;
