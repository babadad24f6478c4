import type { SLA_ERRORS as Codes } from "../../kernel/error-table/sla-errors.ts";

/** Verdicts and what people say about them. */
export const SLA_ERRORS: Readonly<Record<keyof typeof Codes, string>> = {
  CASE_NOT_LATE: "Kasus ini tidak terlambat, jadi tidak perlu sebab. Muat ulang halaman ini.",
  LATE_NOTE_PERSONAL:
    "Keterangan memuat nama, nomor, atau alamat seseorang. Tulis sebabnya saja, tanpa menyebut orang.",
};
