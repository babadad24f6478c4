/**
 * INLISLite's row id as digits. 3.2 keeps ids as DOUBLE, and PHP writes a large one as `1.0E+15`; in a query string the
 * plus arrives as a space. Undefined for whatever is no id.
 */
export function memberIdOf(text: string | null | undefined): string | undefined {
  const written = text?.trim().replace(" ", "+") ?? "";
  if (/^\d{1,15}$/u.test(written)) return String(Number(written));
  if (!/^\d+(?:\.\d+)?(?:E\+?\d+)?$/iu.test(written)) return undefined;
  const number = Number(written);
  return Number.isSafeInteger(number) && number > 0 ? String(number) : undefined;
}
