import type { Language } from "./time.ts";

/** Whole numbers with the separators that the language has: `1.200`, `1,200`. */
export function count(value: number, language: Language): string {
  return new Intl.NumberFormat(language === "id" ? "id-ID" : "en-GB").format(value);
}
