/** What a page of a standard leaves open: what was found, and what to decide. By the codes of the daemon. */
export const doubts = {
  SECTION_MISSING: ["Satu bagian tidak ditemukan.", "Periksa apakah seluruh halaman sudah ditempel."],
  HEADING_UNCLEAR: ["Judul ini terbaca kurang jelas.", "Periksa apakah isinya masuk bagian yang benar."],
  LINE_UNKNOWN: ["Baris ini belum dipahami.", "Isikan ke bagian yang sesuai bila memang bagian standar."],
  STEPS_MISSING: ["Tidak ada langkah bernomor yang terbaca.", "Tambahkan langkahnya menurut dokumen asli."],
  STEP_LEFT_OUT: [
    "Baris bernomor ini tidak menjadi langkah.",
    "Tambahkan sebagai langkah bila nomor dalam dokumen dimulai lagi.",
  ],
  STEP_APPROXIMATE: [
    "Waktu langkah ini tertulis kira-kira, paling lama, atau sebagai rentang.",
    "Penilaian memakai angka yang lebih lama.",
  ],
  STEP_UNKNOWN: ["Langkah ini belum dikenal.", "Pilih jenis pekerjaannya, atau hapus bila bukan langkah."],
  PERFORMER_INFERRED: [
    "Pelaksana langkah ini disimpulkan.",
    "Pastikan petugas atau pemohon yang mengerjakan.",
  ],
  TITLE_MISSING: ["Layanan ini belum bernama.", "Tulis nama layanannya."],
  PROVINCE_UNKNOWN: ["Provinsi tidak disebut.", "Pilih zona waktu perpustakaan."],
  ZONE_ASSUMED: ["Zona waktu tidak tertulis.", "Pastikan zona waktunya benar."],
  PROMISE_MISSING: ["Waktu penyelesaian tidak ditemukan.", "Isi waktunya, atau biarkan sebagai konsep."],
  PROMISE_APPROXIMATE: [
    "Waktu tertulis kira-kira atau paling lama.",
    "Penilaian memakai angka yang tertulis.",
  ],
  PROMISE_RANGE: ["Waktu tertulis sebagai rentang.", "Penilaian memakai ujung yang lebih lama."],
  PROMISE_WITHOUT_QUEUE: ["Waktu antre tidak dihitung.", "Waktu mulai dihitung sejak pemohon dipanggil."],
  PROMISE_SEVERAL: [
    "Lebih dari satu waktu penyelesaian tertulis.",
    "Pilih satu; untuk yang lain buat standar sendiri.",
  ],
  TIME_UNCLEAR: ["Waktu di baris ini tidak terbaca dengan pasti.", "Isi waktunya menurut dokumen asli."],
  HOURS_UNCLEAR: ["Jam buka di baris ini tidak terbaca seluruhnya.", "Lengkapi jam buka tiap hari."],
  HOURS_BACKWARDS: ["Jam tutup sebelum jam buka.", "Perbaiki jam buka hari itu."],
  FEE_UNKNOWN: ["Biaya tidak terbaca sebagai angka.", "Periksa bagian biaya."],
  UNTIMED_STEPS: ["Langkah tidak diberi waktu.", "Waktu langkah dicatat, tetapi tidak dinilai."],
  TOTAL_BELOW_STEP_SUM: [
    "Jumlah waktu langkah melebihi waktu yang dijanjikan.",
    "Tentukan langkah mana yang dimaksud oleh waktu itu. Sampai ditentukan, dua hasil ditampilkan.",
  ],
  TOTAL_ABOVE_STEP_SUM: [
    "Waktu yang dijanjikan melebihi jumlah waktu langkah.",
    "Penilaian memakai waktu yang dijanjikan, kecuali langkahnya ditentukan.",
  ],
  ROUNDED_TOTAL: ["Waktu dibulatkan ke menit.", "Penilaian memakai waktu yang tertulis."],
  START_AND_END_ROWS: ["Baris Mulai dan Selesai bukan langkah.", "Keduanya menandai awal dan akhir waktu."],
  CONDITIONAL_STEP: [
    "Satu langkah hanya kadang terjadi.",
    "Bila tidak terjadi, waktunya tidak ikut dijumlah.",
  ],
  AT_SIGN_PER_APPLICANT: ["Tanda @ berarti tiap pemohon.", "Setiap kartu dinilai sendiri."],
  PRINT_TARGET_TOO_SHORT: [
    "Waktu cetak lebih singkat dari kerja printer.",
    "Waktu mesin dicatat terpisah; pertimbangkan waktu yang lebih wajar.",
  ],
  COMBINED_PRINT_HANDOVER: [
    "Satu waktu untuk beberapa pekerjaan.",
    "Bagiannya diukur, jumlahnya yang dinilai.",
  ],
  AS_NEEDED_STEP: ["Satu langkah sesuai kebutuhan.", "Langkah ini tidak dinilai dan tidak dijumlah."],
  APPLICANT_TIME_IN_SLA: [
    "Sebagian waktu langkah dikerjakan pemohon sendiri.",
    "Laporan menampilkan waktu perpustakaan dan waktu pemohon.",
  ],
  NINTH_STEP_UNTIMED: ["Ada langkah di luar tabel, tanpa waktu.", "Langkah itu dicatat, tidak dinilai."],
  ONLINE_VARIANT_UNTIMED: [
    "Layanan online tidak diberi waktu sendiri.",
    "Tentukan apakah waktu yang dijanjikan juga berlaku untuk online.",
  ],
  BUSINESS_DAY_SEMANTICS: [
    "Arti satu hari kerja tidak tertulis.",
    "Pilih sampai kapan satu hari kerja berlaku.",
  ],
  CLOCK_UNDEFINED_ONLINE: [
    "Awal waktu untuk permohonan online tidak tertulis.",
    "Waktu mulai saat berkas lengkap dibuka petugas.",
  ],
  STRAY_HEADING: ["Ada judul dari layanan lain.", "Judul itu tidak dicetak."],
  REQUIREMENT_CATEGORY_MISSING: [
    "Satu persyaratan tidak menyebut untuk siapa.",
    "Tentukan golongan pemohonnya.",
  ],
  PROCEDURE_NARROWER_THAN_REQUIREMENTS: [
    "Prosedur menyebut lebih sedikit berkas.",
    "Daftar periksa di loket memakai persyaratan.",
  ],
  KTM_VS_STUDENT_CARD: ["Prosedur menyebut berkas lain.", "Daftar periksa di loket memakai persyaratan."],
  IDENTITY_NOT_IN_ONLINE_CHANNEL: [
    "Kartu identitas tidak diminta secara online.",
    "Tentukan apakah tetap perlu.",
  ],
  PRODUCT_FORM_AMBIGUOUS: [
    "Kartu tercetak atau digital tidak jelas.",
    "Keduanya dapat dilayani dan dicatat sendiri.",
  ],
  NO_PHOTO_STEP: [
    "Foto tidak disebut di mana pun.",
    "Pilih desain kartu tanpa foto, atau tambahkan langkahnya.",
  ],
  DOUBLE_FORM: [
    "Ada formulir kertas dan di layar.",
    "Salah satunya dapat ditandai tidak perlu saat melayani.",
  ],
  DOUBLE_ENTRY: [
    "Data yang sama dimasukkan dua kali.",
    "Salah satunya dapat ditandai tidak perlu saat melayani.",
  ],
  HANDOVER_NOT_IN_LIBRARY_CONTROL: [
    "Pengambilan kartu bergantung pada pemohon.",
    "Yang dinilai adalah kartu siap; pengambilan dilaporkan terpisah.",
  ],
  SENSITIVE_FORM_FIELDS: ["Formulir meminta NIK dan nama ibu.", "Titian tidak pernah menyalin keduanya."],
  MISSING_SK_AND_PERFORMERS: ["Nomor SK atau pelaksana kosong.", "Lengkapi bila sudah ditetapkan."],
  DUMMY_PHONE: ["Nomor telepon tampak hanya pengisi.", "Periksa nomor teleponnya."],
  ADDRESS_VARIANTS: ["Alamat tertulis dalam dua ejaan.", "Pilih ejaan yang dipakai."],
  POSTCODE_AND_NAME_VARIANTS: ["Kode pos atau nama tertulis berbeda.", "Pilih yang benar."],
  SHARED_INBOX_PERSONAL_DATA: [
    "Foto anggota masuk ke alamat pengaduan.",
    "Pisahkan alamatnya, dan hapus foto setelah dipakai.",
  ],
  NO_COMPLAINT_CONTACTS: ["Cara mengadu disebut tanpa alamat.", "Tambahkan alamat atau nomornya."],
} satisfies Readonly<Record<string, readonly [what: string, decide: string]>>;
