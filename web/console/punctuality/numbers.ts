import { type Language, stopwatch } from "../format/time.ts";
import { useModel } from "../state/model.ts";

/** `90,4 %` in Indonesian, `90.4%` in English; a whole number without its zero. */
export function percentText(value: number, language: Language): string {
  const digits = new Intl.NumberFormat(language === "id" ? "id-ID" : "en-GB", { maximumFractionDigits: 1 });
  return language === "id" ? `${digits.format(value)} %` : `${digits.format(value)}%`;
}

/** Two decimals, always. */
const decimalText = (value: number, language: Language): string =>
  new Intl.NumberFormat(language === "id" ? "id-ID" : "en-GB", {
    ...{ minimumFractionDigits: 2, maximumFractionDigits: 2 },
  }).format(value);

/** Figures as the people of this desk write them. */
export function useNumbers() {
  const model = useModel();
  return {
    count: (value: number): string => model.count(value),
    percent: (value: number): string => percentText(value, model.language),
    /** `3,07`. */
    decimal: (value: number): string => decimalText(value, model.language),
    /** `21:48`; a dash where there is none. */
    time: (ms: number | null): string => (ms === null ? "–" : stopwatch(ms)),
  };
}
