/** `30,5` and `30.5` alike; undefined for what is no number of millimetres. */
export function millimetres(typed: string): number | undefined {
  const text = typed.trim().replace(",", ".");
  const value = Number(text);
  return text !== "" && Number.isFinite(value) && Math.abs(value) <= 500 ? value : undefined;
}
