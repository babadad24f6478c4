/** Per step of a standard: the plank's word, the heading, what to do, and the button that ends it. */
export interface StepText {
  readonly plank: string;
  readonly title: string;
  readonly lead: string;
  readonly go: string;
}

const step = (plank: string, title: string, lead: string, go: string): StepText => ({
  plank,
  title,
  lead,
  go,
});

export const steps = {
  intake: step("Syarat", "Periksa syarat", "Centang yang ditunjukkan pemohon.", "Syarat lengkap"),
  "form-paper": step(
    "Formulir",
    "Pemohon mengisi formulir",
    "Terima formulir setelah semua kolom terisi.",
    "Formulir diterima",
  ),
  "form-electronic": step(
    "Daftar",
    "Pemohon mendaftar",
    "Pemohon mengisi formulir elektronik di INLISLite.",
    "Pendaftaran selesai",
  ),
  "data-entry": step(
    "Isi data",
    "Isi data anggota",
    "Masukkan data ke INLISLite, lalu simpan.",
    "Data sudah diisi",
  ),
  "report-number": step(
    "Catat nomor",
    "Catat nomor anggota",
    "Minta pemohon menyebutkan nomor anggotanya.",
    "Nomor dicatat",
  ),
  "note-number": step(
    "Catat nomor",
    "Pemohon mencatat nomor",
    "Nomor anggota muncul setelah pendaftaran.",
    "Nomor dicatat",
  ),
  photo: step(
    "Foto",
    "Ambil foto anggota",
    "Minta anggota menatap kamera, wajah di dalam garis.",
    "Pakai foto ini",
  ),
  "photo-upload": step(
    "Foto",
    "Terima foto anggota",
    "Pilih berkas foto kiriman, atau ambil foto di sini.",
    "Pakai foto ini",
  ),
  verify: step(
    "Periksa",
    "Periksa data anggota",
    "Cocokkan nama, nomor, dan foto sebelum kartu dicetak.",
    "Data benar",
  ),
  approve: step("Paraf", "Minta paraf persetujuan", "Berkas diparaf sebelum dilanjutkan.", "Sudah diparaf"),
  revise: step(
    "Perbaikan",
    "Perbaiki data bila perlu",
    "Ubah di INLISLite bila ada yang keliru.",
    "Data sudah diperbaiki",
  ),
  print: step("Cetak, pindai", "Cetak kartu", "Pindai kartu setelah keluar dari printer.", "Cetak kartu"),
  "data-entry-and-print": step(
    "Isi, cetak",
    "Isi data dan cetak kartu",
    "Simpan data di INLISLite, lalu cetak.",
    "Cetak kartu",
  ),
  "print-and-handover": step(
    "Cetak, serah",
    "Cetak dan serahkan kartu",
    "Pindai kartu setelah keluar, lalu serahkan.",
    "Cetak kartu",
  ),
  cut: step("Potong", "Potong kartu", "Potong mengikuti garis potong.", "Kartu sudah dipotong"),
  laminate: step("Laminasi", "Laminasi kartu", "Tunggu kartu dingin sebelum diserahkan.", "Laminasi selesai"),
  "cut-and-laminate": step(
    "Potong, laminasi",
    "Potong dan laminasi kartu",
    "Potong mengikuti garis, lalu pres. Tunggu kartu dingin sebelum diserahkan.",
    "Potong dan laminasi selesai",
  ),
  handover: step(
    "Serahkan",
    "Serahkan kartu",
    "Cocokkan identitas dan nomor telepon, lalu berikan kartunya.",
    "Serahkan kartu",
  ),
  receipt: step(
    "Tanda tangan",
    "Minta tanda tangan",
    "Penerima menandatangani tanda terima kartu.",
    "Simpan tanda tangan",
  ),
  "scan-in": step(
    "Pindai masuk",
    "Pindai kartu di meja depan",
    "Anggota memindai kartunya saat masuk.",
    "Kartu sudah dipindai",
  ),
};
