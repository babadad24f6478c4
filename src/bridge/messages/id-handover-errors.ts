import type { HANDOVER_ERRORS as Codes } from "../../kernel/error-table/handover-errors.ts";

/** Hand-over, voided cards, and digital cards on their way. */
export const HANDOVER_ERRORS: Readonly<Record<keyof typeof Codes, string>> = {
  HANDOVER_CONSENT_MISSING:
    "Anggota ini di bawah 17 tahun. Pastikan persetujuan orang tua atau wali ada, lalu centang.",
  CARD_NOT_VOIDED: "Kasus ini tidak melaporkan kartu hilang atau rusak. Muat ulang halaman ini.",
  CARD_ALREADY_REPLACED:
    "Kartu pengganti mungkin sudah tercetak, jadi kartu lama tetap tidak berlaku. Lanjutkan kartu pengganti.",
  CARD_NOT_HERE: "Kartu ini sudah diserahkan atau disisihkan. Muat ulang daftarnya.",
  DELIVERY_FOLDER_UNUSABLE:
    "Folder kartu digital tidak dapat ditulisi. Unduh kartunya, atau minta teknisi memeriksa delivery.folder.",
  MAIL_OFF: "Loket ini belum mempunyai server e-mail. Buka lewat program e-mail, atau kirim lewat WhatsApp.",
  MAIL_UNREACHABLE: "Server e-mail tidak menjawab, jadi belum ada yang terkirim. Coba lagi sebentar lagi.",
  MAIL_UNTRUSTED:
    "Sertifikat server e-mail tidak sah, jadi tidak ada yang dikirim. Teknisi: periksa mail.host dan mail.security.",
  MAIL_LOGIN_REFUSED:
    "Server e-mail menolak pengguna atau kata sandinya. Teknisi: periksa mail.user dan mail.passwordFile.",
  MAIL_RECIPIENT_REFUSED: "Server e-mail tidak menerima alamat ini. Periksa alamatnya, lalu kirim lagi.",
  MAIL_REFUSED:
    "Server e-mail menolak suratnya, jadi tidak ada yang terkirim. Kirim lewat WhatsApp, atau hubungi teknisi.",
  MAIL_OUTCOME_UNKNOWN:
    "Sambungan putus saat surat dikirim. Tanyakan kepada anggota apakah kartunya sudah masuk sebelum mengirim lagi.",
  MAIL_SENT_ALREADY: "Surat ini sudah pernah dicoba dan tidak dikirim dua kali. Lihat catatan pengirimannya.",
};
