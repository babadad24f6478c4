import type { COMPLAINT_ERRORS as Codes } from "../../kernel/error-table/complaint-errors.ts";

/** Complaints and the procedure by which they are handled. */
export const COMPLAINT_ERRORS: Readonly<Record<keyof typeof Codes, string>> = {
  COMPLAINT_NOT_FOUND: "Pengaduan ini tidak ada di komputer ini. Kembali ke daftar Pengaduan.",
  COMPLAINT_EMPTY: "Isi pengaduan masih kosong. Tulis apa yang diadukan, lalu simpan lagi.",
  COMPLAINT_STATE:
    "Pengaduan ini sedang dijeda, sudah dijawab, atau sudah selesai. Muat ulang halaman, lalu lanjutkan atau buka lagi pengaduannya.",
  COMPLAINT_STEP:
    "Langkah ini belum bisa dimulai atau diakhiri sekarang. Akhiri dahulu langkah yang sedang berjalan.",
  COMPLAINT_TIME:
    "Waktunya belum terjadi, lebih dari setahun yang lalu, atau berakhir sebelum mulai. Periksa tanggal dan jamnya.",
  COMPLAINT_NOT_LATE: "Pengaduan ini tidak terlambat, jadi tidak perlu sebab. Muat ulang halaman ini.",
};
