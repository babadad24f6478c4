import type { Processing, ProcessingWords } from "./processing.ts";

const VAULT = "vault/ di PC loket, AES-256-GCM; kuncinya site-key di folder yang sama (mode 600)";
const STAFF = "petugas loket itu";

/** Rekaman pemrosesan, dalam bahasa Indonesia. */
export const PROCESSING_ID: Readonly<Record<Processing, ProcessingWords>> = {
  "members-copy": {
    data: "nomor anggota, nama, jenis, status, tanggal daftar dan akhir, nama berkas foto",
    why: "menemukan anggota seketika, juga saat INLISLite tidak terjangkau",
    where: "mirror.sqlite di PC loket, tidak dienkripsi, terbaca pengguna Titian saja",
    who: STAFF,
    kept: (days) => `selama ada di INLISLite; ${days} hari tanpa mendengar INLISLite`,
    erasedBy: "Titian sendiri; titian inlislite wipe; halaman Privasi (titian privacy erase)",
  },
  originals: {
    data: "foto asli dari kamera atau berkas",
    why: "menyunting ulang foto kartu",
    where: VAULT,
    who: STAFF,
    kept: (days) => `${days} hari setelah INLISLite menerima fotonya atau layanannya selesai`,
    erasedBy: "Titian sendiri; halaman Privasi (titian privacy erase)",
  },
  "card-photos": {
    data: "foto 3:4 untuk kartu",
    why: "mencetak dan mencetak ulang kartu selama layanan",
    where: VAULT,
    who: STAFF,
    kept: (days) => `${days} hari setelah layanan selesai`,
    erasedBy: "Titian sendiri; halaman Privasi (titian privacy erase)",
  },
  signatures: {
    data: "tanda tangan penerima kartu, bila digambar di layar",
    why: "bukti serah terima",
    where: VAULT,
    who: STAFF,
    kept: (days) => `${days} hari setelah serah terima`,
    erasedBy: "Titian sendiri; halaman Privasi (titian privacy erase)",
  },
  collectors: {
    data: "nama dan hubungan orang yang mengambilkan kartu",
    why: "bukti serah terima",
    where: VAULT,
    who: STAFF,
    kept: (days) => `${days} hari setelah serah terima`,
    erasedBy: "Titian sendiri; halaman Privasi (titian privacy erase)",
  },
  complaints: {
    data: "isi pengaduan, nama dan kontak pengadu bila diberikan, jawaban",
    why: "menjawab pengaduan menurut standar pelayanan",
    where: VAULT,
    who: STAFF,
    kept: (days) => `${days} hari setelah ditutup atau dicabut`,
    erasedBy:
      "Titian sendiri; Hapus isi sekarang di halaman Pengaduan; halaman Privasi (titian privacy erase), bila tentang layanan anggota itu",
  },
  survey: {
    data: "jumlah jawaban survei per sedikitnya lima jawaban, tanpa orangnya",
    why: "mengukur kepuasan",
    where: "titian.sqlite di PC loket",
    who: STAFF,
    kept: () => "tetap; bukan data pribadi",
    erasedBy: "tidak dihapus",
  },
  "event-log": {
    data: "langkah layanan dan waktunya, nomor baris INLISLite, kunci satu arah dari nomor anggota, nama petugas yang masuk, alasan yang diketik",
    why: "bukti waktu layanan terhadap standar yang diumumkan",
    where: "titian.sqlite di PC loket, tidak dienkripsi; tanpa nama dan nomor anggota",
    who: STAFF,
    kept: () => "tetap; catatan tidak bisa diubah",
    erasedBy:
      "tidak dihapus, juga nama yang diketik petugas dalam alasan; tanpa site-key nomor anggota tidak bisa dicocokkan",
  },
  operators: {
    data: "nama petugas, peran, sidik PIN (argon2id), waktu masuk dan keluar",
    why: "tahu siapa melakukan apa",
    where: "titian.sqlite di PC loket, dan cadangannya",
    who: "kepala layanan",
    kept: () => "selama akunnya ada",
    erasedBy: "halaman Petugas",
  },
  "direct-photos": {
    data: "foto kartu dan nama berkasnya",
    why: "menyimpan foto anggota di INLISLite",
    where: "folder foto dan basis data INLISLite",
    who: "pengguna INLISLite",
    kept: () => "menurut INLISLite",
    erasedBy: "INLISLite",
  },
  "digital-cards": {
    data: "kartu digital, nama, nomor telepon atau e-mail; yang dicatat hanya alamat tersamar",
    why: "mengirim kartu yang diminta",
    where: "dibuat saat dikirim dan tidak disimpan; program pengirimnya menyimpan menurut aturannya",
    who: "WhatsApp atau server e-mail yang dipakai petugas",
    kept: () => "tidak disimpan Titian",
    erasedBy: "tidak ada yang perlu dihapus",
  },
  exchange: {
    data: "catatan peristiwa loket, seperti di atas: kunci satu arah, tanpa nama, nomor, foto, tanda tangan, atau isi pengaduan",
    why: "loket-loket bekerja bersama dan laporannya satu",
    where: "basis data bersama di server perpustakaan",
    who: "loket lain perpustakaan ini",
    kept: () => "tetap, seperti catatan peristiwa",
    erasedBy:
      "tidak dihapus; halaman Privasi (titian privacy erase) sampai ke semua loket lewat basis data ini, juga loket yang baru tersambung lagi setelah berminggu-minggu",
  },
  backups: {
    data: "semua yang ada di vault/ dan titian.sqlite, beserta kuncinya; salinan anggota tidak ikut",
    why: "memulihkan setelah kerusakan",
    where: "folder backup.folder; siapa pun yang memegangnya bisa membukanya",
    who: "teknisi",
    kept: (count) => `${count} cadangan terbaru; yang disimpan di tempat lain sampai dihapus orang`,
    erasedBy:
      "Titian sendiri; berkas anggota, di cadangan yang terjangkau PC ini: halaman Privasi (titian privacy erase)",
  },
  replaced: {
    data: "catatan yang diganti saat pemulihan",
    why: "kembali bila cadangan yang keliru dipulihkan",
    where: "replaced-… di folder penyimpanan",
    who: "teknisi",
    kept: (days) => `${days} hari`,
    erasedBy: "Titian sendiri",
  },
  log: {
    data: "log teknisi tanpa nama, nomor, foto, dan sandi",
    why: "mencari gangguan",
    where: "folder log",
    who: "teknisi",
    kept: (mib) => `${mib} MiB terbaru`,
    erasedBy: "Titian sendiri",
  },
};
