import { BACKUP_ERRORS } from "./id-backup-errors.ts";
import { BATCH_ERRORS } from "./id-batch-errors.ts";
import { CALENDAR_ERRORS } from "./id-calendar-errors.ts";
import { CARD_ERRORS } from "./id-card-errors.ts";
import { COMPLAINT_ERRORS } from "./id-complaint-errors.ts";
import { DESIGN_ERRORS } from "./id-design-errors.ts";
import { DESK_COPY_ERRORS } from "./id-desk-copy-errors.ts";
import { EXCHANGE_ERRORS } from "./id-exchange-errors.ts";
import { FINISHING_ERRORS } from "./id-finishing-errors.ts";
import { HANDOVER_ERRORS } from "./id-handover-errors.ts";
import { INTAKE_ERRORS } from "./id-intake-errors.ts";
import { OPERATOR_ERRORS } from "./id-operator-errors.ts";
import { PRIVACY_ERRORS } from "./id-privacy-errors.ts";
import { SETUP_ERRORS } from "./id-setup-errors.ts";
import { SLA_ERRORS } from "./id-sla-errors.ts";
import { STANDARD_ERRORS } from "./id-standard-errors.ts";
import { SURVEY_ERRORS } from "./id-survey-errors.ts";
import { TICKET_ERRORS } from "./id-ticket-errors.ts";
import { UPDATE_ERRORS } from "./id-update-errors.ts";
import type { Messages } from "./messages.ts";

export const id: Messages = {
  errors: {
    BAD_REQUEST: "Halaman mengirim permintaan yang tidak lengkap. Muat ulang halaman ini.",
    UNKNOWN_COMMAND:
      "Halaman ini lebih baru atau lebih lama daripada Titian di PC ini. Muat ulang halaman ini.",
    TOO_MANY_REQUESTS: "Terlalu banyak permintaan sekaligus. Tunggu sebentar, lalu coba lagi.",
    DEADLINE_EXCEEDED: "Pekerjaan ini melewati batas waktunya. Coba lagi.",
    CANCELLED: "Pekerjaan ini dibatalkan. Mulai lagi bila masih diperlukan.",
    CONNECTION_LOST:
      "Hubungan ke Titian terputus sebelum ada jawaban. Lihat dahulu keadaan kasus ini sebelum mengulang.",
    STARTING: "Titian sedang dinyalakan. Tunggu beberapa detik.",
    PORT_IN_USE: "Program lain memakai port Titian di PC ini. Tutup program itu, atau ganti server.port.",
    INTERNAL: "Ada kesalahan di dalam Titian. Coba sekali lagi; bila berulang, hubungi teknisi.",

    SESSION_UNPAIRED: "Halaman ini belum diizinkan memakai loket ini. Setujui kodenya di halaman Titian.",
    SESSION_REFUSED: "Izin halaman ini tidak berlaku lagi. Minta izin baru, lalu setujui di halaman Titian.",
    SESSION_SCHEMA: "Halaman ini tidak cocok dengan versi Titian di PC ini. Muat ulang halaman ini.",
    SESSION_REQUIRED: "Halaman ini belum membuka sambungan dengan benar. Muat ulang halaman ini.",
    CONSOLE_ONLY: "Ini hanya dapat dilakukan di halaman Titian sendiri. Buka halaman Titian di PC ini.",
    PAIRING_UNKNOWN: "Kode ini tidak sedang menunggu. Periksa kode pada halaman yang meminta izin.",
    FRAME_UNKNOWN: "Gambar ini tidak diterima atau sudah terlalu lama. Ambil atau pilih gambarnya lagi.",
    SIMULATION_OFF: "Perangkat ini bukan simulasi. Gangguan buatan hanya untuk perangkat simulasi.",

    DEVICE_NOT_FOUND: "Perangkat ini tidak ada di loket ini. Pilih perangkat lain di halaman Perangkat.",
    CAPABILITY_MISSING: "Perangkat ini tidak dapat melakukannya. Pilih perangkat lain di halaman Perangkat.",
    DEVICE_NOT_CONNECTED: "Perangkat tidak terhubung. Periksa daya dan kabel, lalu sambungkan lagi.",
    DEVICE_NOT_PERMITTED:
      "Titian tidak diizinkan memakai perangkat ini. Minta teknisi memberi izin kepada pengguna Titian.",
    DEVICE_DRIVER_MISSING: "Perangkat lunak untuk perangkat ini tidak terpasang. Minta teknisi memasangnya.",
    DEVICE_TIMEOUT:
      "Perangkat tidak menjawab pada waktunya. Periksa apakah perangkat menyala, lalu coba lagi.",
    DEVICE_BUSY: "Perangkat sedang dipakai. Tunggu sampai selesai atau tutup program lain yang memakainya.",
    DEVICE_BAD_ANSWER:
      "Perangkat menjawab dengan cara yang tidak dikenal. Periksa apakah driver yang dipilih cocok.",
    CAMERA_NO_PICTURE:
      "Kamera tidak memberi gambar. Buka penutup lensa dan periksa kabelnya, lalu ambil lagi.",
    PRINTER_RIBBON_EMPTY: "Pita habis. Ganti pita, lalu tekan Coba lagi.",
    PRINTER_INK_EMPTY: "Tinta atau toner habis. Ganti, lalu tekan Coba lagi.",
    PRINTER_CARDS_EMPTY: "Kartu kosong atau kertas habis. Isi lagi, lalu tekan Coba lagi.",
    PRINTER_JAM: "Kartu atau kertas tersangkut di printer. Keluarkan, lalu tekan Coba lagi.",
    PRINTER_COVER_OPEN: "Penutup printer terbuka. Tutup sampai terdengar klik.",
    PRINTER_REFUSED:
      "Printer menolak pekerjaan ini dan belum mencetak apa pun. Periksa printernya, lalu cetak lagi.",
    PRINTER_ABORTED: "Printer menghentikan pekerjaan ini. Periksa: apakah kartu atau kertas keluar?",
    PRINTER_CANCELLED: "Pekerjaan ini dibatalkan di printer. Periksa: apakah kartu atau kertas keluar?",
    PRINTER_STUCK:
      "Printer tidak menyelesaikan pekerjaan ini. Periksa printernya: apakah kartu atau kertas keluar?",
    PRINTER_JOB_VANISHED: "Pekerjaan hilang dari antrean printer. Periksa: apakah kartu atau kertas keluar?",
    PRINTER_INTERRUPTED:
      "Titian berhenti ketika kartu sedang dikirim ke printer. Periksa: apakah kartu keluar?",

    MEMBER_NOT_FOUND: "Anggota belum ditemukan. Periksa ejaan atau pindai kartu lama.",
    MEMBER_NOT_ACTIVE: "Status anggota ini belum mengizinkan kartu. Periksa status anggota di INLISLite.",
    MEMBER_EXPIRED: "Masa berlaku anggota ini sudah habis. Perpanjang di INLISLite, lalu mulai lagi.",
    MEMBER_NO_AMBIGUOUS:
      "Dua anggota memakai nomor yang sama. Perbaiki salah satu nomor di INLISLite, lalu cari lagi.",
    MEMBER_CHANGED:
      "Data anggota ini baru saja diubah di INLISLite. Tidak ada yang ditulis. Coba sekali lagi.",
    MEMBER_NO_UNPRINTABLE:
      "Nomor anggota memuat huruf atau tanda yang tidak dapat dijadikan barcode. Perbaiki di INLISLite.",
    MEMBER_NO_TOO_LONG:
      "Nomor anggota terlalu panjang untuk barcode yang terbaca pada kartu. Pendekkan nomornya di INLISLite.",
    INLISLITE_UNREACHABLE:
      "INLISLite tidak terjangkau. Kasus yang berjalan tetap aman; data anggota muncul lagi setelah tersambung.",
    INLISLITE_REFUSED:
      "INLISLite menolak nama pengguna atau hak Titian. Minta teknisi menjalankan pemeriksaan Titian.",
    INLISLITE_USER_UNKNOWN:
      "Pengguna INLISLite pada photo.updateBy tidak ada. Teknisi: isi dengan ID pengguna INLISLite yang benar.",
    INLISLITE_UNKNOWN_VERSION:
      "Susunan data INLISLite ini tidak dikenal. Minta teknisi memeriksa nama basis data dan versinya.",
    INLISLITE_SITE_AWAY:
      "Server web INLISLite tidak dapat dihubungi. Periksa jaringan komputer ini dan server INLISLite.",
    INLISLITE_SITE_UNTRUSTED:
      "Sertifikat server INLISLite tidak dipercaya. Minta teknisi memeriksa proxy.ca atau proxy.fingerprint.",
    INLISLITE_SITE_MOVED:
      "Server INLISLite mengalihkan ke alamat lain. Minta teknisi menyamakan proxy.url dengan alamat itu.",

    CASE_NOT_FOUND: "Kasus ini tidak ada. Muat ulang daftar kasus.",
    CASE_CLOSED: "Kasus ini sudah selesai atau dibatalkan. Buka kasus baru bila masih diperlukan.",
    CASE_ALREADY_OPEN: "Anggota ini masih mempunyai kasus yang terbuka. Lanjutkan kasus itu.",
    CASE_OTHER_MEMBER: "Kasus ini milik anggota lain. Buka kasus anggota ini, lalu ulangi.",
    CASE_STEP_NOT_NOW: "Kasus ini sedang pada langkah lain. Ikuti langkah yang ditampilkan.",
    CASE_PAUSED: "Kasus ini sedang dijeda. Tekan Lanjutkan lebih dahulu.",

    ...STANDARD_ERRORS,
    ...CALENDAR_ERRORS,
    ...CARD_ERRORS,
    ...DESIGN_ERRORS,
    ...DESIGN_ERRORS,
    ...FINISHING_ERRORS,
    ...BACKUP_ERRORS,
    ...BATCH_ERRORS,
    ...HANDOVER_ERRORS,
    ...SLA_ERRORS,
    ...TICKET_ERRORS,
    ...EXCHANGE_ERRORS,
    ...UPDATE_ERRORS,
    ...SURVEY_ERRORS,
    ...COMPLAINT_ERRORS,
    ...OPERATOR_ERRORS,
    ...PRIVACY_ERRORS,
    ...SETUP_ERRORS,
    ...DESK_COPY_ERRORS,
    ...INTAKE_ERRORS,

    CLOCK_JUMPED: "Jam PC ini tiba-tiba berubah. Periksa tanggal dan jam; waktu layanan yang kena ditandai.",
    STORE_LOCKED: "Titian lain sudah berjalan di PC ini. Tutup yang satu, atau pakai yang sudah berjalan.",
    STORE_FULL: "Ruang penyimpanan PC ini penuh. Yang sudah dicatat aman; kosongkan ruang, lalu coba lagi.",
    STORE_CORRUPT: "Berkas catatan Titian rusak. Hentikan pekerjaan dan minta teknisi memulihkan cadangan.",
    STORE_NEWER: "Catatan di PC ini dibuat oleh Titian yang lebih baru. Pasang versi Titian yang terbaru.",
    STORE_UNUSABLE: "Folder catatan Titian tidak dapat dibaca atau ditulis. Minta teknisi memeriksa izinnya.",
    STORE_KEY_EXPOSED:
      "Kunci rahasia Titian dapat dibaca pengguna lain PC ini. Minta teknisi membatasi izin berkasnya.",
    STORE_KEY_WRONG: "Kunci rahasia Titian hilang atau bukan milik catatan ini. Minta teknisi memulihkannya.",
    STORE_EVENT_INVALID:
      "Titian tidak dapat mencatat kejadian ini, jadi tidak ada yang berubah. Coba lagi; bila berulang, hubungi teknisi.",
    VAULT_MISSING: "Foto atau tanda tangan ini sudah dihapus atau belum pernah disimpan. Ambil lagi.",
  },

  health: {
    "not-connected": {
      reason: "Tidak terhubung.",
      mend: "Periksa daya dan kabel, lalu sambungkan lagi.",
    },
    "not-responding": {
      reason: "Terhubung, tetapi tidak menjawab.",
      mend: "Matikan perangkat, tunggu sepuluh detik, lalu nyalakan lagi.",
    },
    "not-permitted": {
      reason: "Titian tidak diizinkan memakai perangkat ini.",
      mend: "Minta teknisi memberi izin kepada pengguna Titian.",
    },
    "driver-missing": {
      reason: "Perangkat lunak untuk perangkat ini tidak terpasang.",
      mend: "Minta teknisi memasang perangkat lunaknya.",
    },
    "in-use-elsewhere": {
      reason: "Dipakai program lain.",
      mend: "Tutup program itu, lalu tekan Coba lagi.",
    },
    "no-picture": {
      reason: "Tidak ada gambar dari kamera.",
      mend: "Buka penutup lensa, periksa kabelnya, lalu tekan Coba lagi.",
    },
    "wrong-format": {
      reason: "Kamera tidak dapat memberi ukuran gambar yang diatur.",
      mend: "Minta teknisi memilih ukuran gambar lain.",
    },
    "cover-open": { reason: "Penutup terbuka.", mend: "Tutup sampai terdengar klik." },
    "ribbon-empty": { reason: "Pita habis.", mend: "Ganti pita, lalu tekan Coba lagi." },
    "ribbon-wrong": {
      reason: "Pita ini tidak cocok dengan printer.",
      mend: "Pasang pita yang sesuai, lalu tekan Coba lagi.",
    },
    "cards-empty": { reason: "Kartu kosong habis.", mend: "Isi kartu kosong, lalu tekan Coba lagi." },
    "output-full": { reason: "Wadah keluaran penuh.", mend: "Ambil kartu dari wadah, lalu tekan Coba lagi." },
    jam: { reason: "Kartu atau kertas tersangkut.", mend: "Buka penutup, keluarkan, lalu tutup lagi." },
    "cleaning-required": {
      reason: "Printer minta dibersihkan sebelum mencetak lagi.",
      mend: "Jalankan kartu pembersih sesuai petunjuk printer.",
    },
    stopped: { reason: "Antrean printer dihentikan.", mend: "Lanjutkan antreannya di pengaturan printer." },
    "ink-empty": { reason: "Tinta atau toner habis.", mend: "Ganti tinta atau toner, lalu tekan Coba lagi." },
    "paper-empty": { reason: "Kertas habis.", mend: "Isi kertas, lalu tekan Coba lagi." },
    "laminate-empty": {
      reason: "Film laminasi habis.",
      mend: "Pasang film baru, lalu tekan Coba lagi.",
    },
    "needs-attention": {
      reason: "Perangkat meminta bantuan.",
      mend: "Baca layar perangkat dan ikuti petunjuknya, lalu tekan Coba lagi.",
    },
    "no-page": {
      reason: "Tidak ada halaman terbuka yang meminjamkan kameranya.",
      mend: "Buka halaman Titian di peramban dan izinkan kameranya.",
    },
    "not-supervised": {
      reason: "Keadaan perangkat ini tidak dapat diketahui.",
      mend: "Lihat sendiri perangkatnya; Titian tetap dapat memakainya.",
    },
    "ribbon-low": { reason: "Pita hampir habis.", mend: "Siapkan pita baru." },
    "ribbon-foreign": {
      reason: "Pita ini untuk wilayah lain dan segera berhenti.",
      mend: "Siapkan pita dari pemasok Anda sendiri.",
    },
    "cards-low": { reason: "Kartu kosong hampir habis.", mend: "Siapkan kartu kosong." },
    "ink-low": { reason: "Tinta atau toner hampir habis.", mend: "Siapkan tinta atau toner baru." },
    "paper-low": { reason: "Kertas hampir habis.", mend: "Siapkan kertas." },
    "cleaning-due": { reason: "Sudah waktunya dibersihkan.", mend: "Bersihkan bila loket sedang sepi." },
    cooling: { reason: "Sedang mendingin.", mend: "Tunggu sebentar; perangkat siap lagi dengan sendirinya." },
    "laminate-low": { reason: "Film laminasi hampir habis.", mend: "Siapkan film baru." },
    "laminator-warming": {
      reason: "Laminator sedang memanas.",
      mend: "Tunggu sebentar; laminator siap dengan sendirinya.",
    },
    "jobs-stuck": {
      reason: "Ada pekerjaan yang tertahan di antrean.",
      mend: "Periksa antrean printer dan hapus pekerjaan yang tertahan.",
    },
    slow: {
      reason: "Lebih lambat dari biasanya.",
      mend: "Pekerjaan tetap berjalan; periksa kabel atau jaringannya bila berlanjut.",
    },
  },
};
