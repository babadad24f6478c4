import type { CALENDAR_ERRORS as Codes } from "../../kernel/error-table/calendar-errors.ts";

/** The library's calendar. */
export const CALENDAR_ERRORS: Readonly<Record<keyof typeof Codes, string>> = {
  CALENDAR_CHANGED: "Kalender ini baru saja disimpan dari halaman lain. Muat ulang, lalu ubah lagi.",
  CALENDAR_HOURS_WRONG:
    "Ada jam atau musim yang bertumpuk, atau tutup sebelum buka. Perbaiki yang bertanda, lalu simpan lagi.",
  CALENDAR_LIST_EMPTY: "Tidak ada tanggal dalam teks ini. Tempel satu tanggal tiap baris, lalu coba lagi.",
};
