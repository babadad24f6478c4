import type { INTAKE_ERRORS as Codes } from "../../kernel/error-table/intake-errors.ts";

/** Who is served, with which papers, and at which desk. */
export const INTAKE_ERRORS: Readonly<Record<keyof typeof Codes, string>> = {
  CATEGORY_UNKNOWN: "Golongan ini tidak ada dalam standar untuk layanan ini. Pilih golongan lain.",
  CATEGORY_IS_SERVED:
    "Menurut standar pemohon ini dilayani. Lanjutkan layanannya, atau pilih golongan yang benar.",
  DESK_UNKNOWN: "Loket itu tidak dikenal. Pilih loket lain, atau minta teknisi menambahkannya di pengaturan.",
};
