import type { Language } from "./messages.ts";

interface ClosedDeskWords {
  readonly title: string;
  readonly offer: (at: string, events: number) => string;
  readonly noOffer: string;
  /** What to type. */
  readonly command: string;
  readonly lost: string;
  readonly byItself: string;
}

/** The page of a desk whose records cannot be opened. */
export const CLOSED_DESK: Readonly<Record<Language, ClosedDeskWords>> = {
  id: {
    title: "Titian tidak dapat membuka catatannya",
    offer: (at, events) =>
      `Cadangan yang sudah diperiksa tersedia: ${at}, ${events} peristiwa. Teknisi memulihkannya dengan perintah:`,
    noOffer:
      "Cadangan yang utuh tidak ditemukan di folder cadangan. Teknisi memulihkan cadangan dari tempat lain dengan perintah:",
    command: "titian restore <folder>",
    lost: "Yang dicatat sesudah cadangan itu tidak kembali, jadi Titian tidak memulihkannya sendiri.",
    byItself: "Setelah dipulihkan, Titian berjalan lagi sendiri. INLISLite tetap bisa dipakai seperti biasa.",
  },
  en: {
    title: "Titian cannot open its records",
    offer: (at, events) =>
      `A verified backup is there: ${at}, ${events} events. The technician restores it with the command:`,
    noOffer:
      "No backup that is whole was found in the folder for backups. The technician restores one from elsewhere with the command:",
    command: "titian restore <folder>",
    lost: "What was recorded after it does not come back, so Titian does not restore it by itself.",
    byItself: "Once restored, Titian starts again by itself. INLISLite can be used as always.",
  },
};
