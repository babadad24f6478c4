/** `12,5` as the language writes it; at least and at most so many decimals. */
export function mmText(value: number, language: "id" | "en", decimals?: number): string {
  return new Intl.NumberFormat(language === "id" ? "id-ID" : "en-GB", {
    minimumFractionDigits: decimals ?? 0,
    maximumFractionDigits: decimals ?? 2,
    useGrouping: false,
  }).format(value);
}

/** A number as people write it, with a comma or a point; undefined for anything else. */
export function mmOf(text: string): number | undefined {
  const plain = text.trim().replace("−", "-").replace(",", ".");
  return /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : undefined;
}
