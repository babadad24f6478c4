/** Sorts of applicant by the names that standards use; a library's own has its own name. */
export const categories: Readonly<Record<string, string>> = {
  "paud-tk": "PAUD/TK",
  "sd+smp+sma": "SD, SMP, SMA",
  "student-university-local": "Mahasiswa setempat",
  "student-university-outside": "Mahasiswa luar daerah",
  employee: "Pegawai",
  "general-public": "Umum",
  "without-ktp": "Belum ber-KTP",
  "with-ktp": "Ber-KTP",
};

/** Who came, and with which papers. */
export const intake = {
  title: "Golongan dan syarat",
  lead: "Syarat menurut standar, untuk golongan pemohon ini.",
  category: "Golongan pemohon",
  choose: "Belum dipilih",
  suggested: (memberType: string) => `Disarankan dari jenis anggota: ${memberType}`,
  inferred: "Golongan ini tidak disebut dalam dokumen, hanya tersirat.",
  document: "Menurut standar:",
  list: "Syarat yang ditunjukkan",
  none: "Standar ini tidak menyebut syarat.",
  any: "Salah satu",
  unclear: "Dokumen tidak menyebut semua atau salah satu",
  forms: {
    photocopy: "Fotokopi",
    original: "Asli",
    "original shown": "Asli, ditunjukkan",
  } as Readonly<Record<string, string>>,
  isInferred: "Tersirat",
  partial: (checked: number, all: number) => `${checked} dari ${all} dicentang`,
  note: "Yang belum ada tetap bisa disusulkan sesuai kebijakan loket.",
  goPartial: "Lanjut dengan yang ada",
  wait: "Jeda, tunggu berkas",
  refuse: "Tutup, tidak dilayani",
  notThere: "Yang belum ada",
  edit: "Ubah golongan dan syarat",
  change: "Ubah",
  save: "Simpan syarat",
  refused: {
    title: "Golongan ini tidak dilayani",
    lead: "Standar pelayanan menyatakannya. Tunjukkan kalimatnya bila pemohon bertanya.",
    record: "Catat pemohon ini",
    go: "Tutup, tidak dilayani",
    students: "Perpustakaan kampusnya, atau perpustakaan umum di daerah kampusnya, dapat membuatkan kartu.",
    anybody: "Perpustakaan umum di daerah tempat tinggalnya dapat membuatkan kartu.",
    counted: "Tercatat sebagai tidak dilayani: bukan terlambat, bukan batal.",
  },
};

/** A case that goes to another desk or officer. */
export const passing = {
  title: "Serahkan ke petugas atau loket lain",
  lead: "Waktunya berjalan terus, dan semua yang sudah dikerjakan ikut.",
  desk: "Loket",
  here: (title: string) => `${title} (loket ini)`,
  officer: "Nama petugas di sana",
  officerHint: "Boleh kosong bila diserahkan ke loket lain.",
  by: "Nama Anda",
  byHint: "Dicatat bersama perubahan ini.",
  go: "Serahkan",
  with: (place: string, since: string) => `Di ${place} sejak ${since}`,
  officerAt: (officer: string, desk: string) => `${officer}, ${desk}`,
  awaited: "Menunggu diterima di sana. Ambil alih bila pemohon ada di sini.",
  elsewhereTitle: (desk: string) => `Layanan ini di ${desk}`,
  elsewhereLead: "Loket itu yang meneruskan. Ambil alih bila pemohon ada di sini.",
  take: "Ambil alih di sini",
};
