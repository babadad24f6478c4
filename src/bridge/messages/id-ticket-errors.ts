import type { TICKET_ERRORS as Codes } from "../../kernel/error-table/ticket-errors.ts";

/** The queue in front of the desk. */
export const TICKET_ERRORS: Readonly<Record<keyof typeof Codes, string>> = {
  TICKET_NOT_FOUND: "Nomor antrean ini tidak dikenal. Muat ulang halaman ini.",
  TICKET_NONE_WAITING:
    "Tidak ada yang menunggu. Beri nomor antrean, atau cari anggota untuk melayani langsung.",
  TICKET_STILL_CALLED:
    "Loket ini masih memanggil satu nomor. Mulai layani nomor itu atau catat tidak hadir, lalu panggil yang berikutnya.",
  TICKET_CALLED_ELSEWHERE: "Nomor ini sedang dipanggil di loket lain. Panggil nomor yang lain.",
  TICKET_NOT_CALLED: "Nomor ini belum dipanggil. Panggil dahulu, lalu mulai layani.",
  TICKET_CLOSED: "Nomor ini sudah selesai atau sudah ditutup. Beri nomor baru bila orangnya masih menunggu.",
};
