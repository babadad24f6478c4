import type { DESK_COPY_ERRORS as Codes } from "../../kernel/error-table/desk-copy-errors.ts";

/** One desk's settings and documents, taken to another. */
export const DESK_COPY_ERRORS: Readonly<Record<keyof typeof Codes, string>> = {
  DESK_COPY_UNREADABLE:
    "Berkas ini bukan salinan loket. Ambil berkas yang ditulis titian config export di loket pertama.",
  DESK_COPY_DAMAGED:
    "Salinan ini rusak atau pernah diubah, dan tidak ada yang diambil. Salin lagi dari loket pertama.",
  DESK_COPY_NEWER:
    "Salinan ini dari Titian yang lebih baru, dan tidak ada yang diambil. Perbarui Titian di komputer ini, lalu ulangi.",
  DESK_COPY_OWN_DESK:
    "Salinan ini dari loket dengan nama pendek yang sama, padahal setiap loket punya namanya sendiri. Pilih yang lain dengan --desk.",
};
