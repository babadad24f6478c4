/** Small habits of PHP that show on the wire. */

/** `json_encode`: slashes and everything beyond ASCII are escaped. */
export function jsonEncode(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll("/", "\\/")
    .replace(/[\u0080-\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** What `echo` makes of a float: a DOUBLE key of 3.2 shows like this once it is long. */
export function echoFloat(value: number): string {
  if (Math.abs(value) < 1e15) return String(value);
  const [digits = "", exponent = ""] = value.toExponential().split("e");
  return `${digits.includes(".") ? digits : `${digits}.0`}E${exponent}`;
}

/** Both versions set PHP's zone to Asia/Jakarta, whatever the server's own is. UTC+7, without summer time. */
export function jakarta(at = new Date()): string {
  return new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 19).replace("T", " ");
}

/** `2026-02-06` or a date and time, as 3.2 shows and takes it: `06-02-2026`. */
export function dayFirst(date: string | null): string {
  const [year, month, day] = (date ?? "").slice(0, 10).split("-");
  return day === undefined ? "" : `${day}-${month}-${year}`;
}

/** `06-02-2026` as a column takes it; null where nothing was typed. */
export function fromDayFirst(text: string | undefined): string | null {
  const [day, month, year] = (text ?? "").trim().split("-");
  return year === undefined ? null : `${year}-${month}-${day}`;
}

export function plusDays(day: string, days: number): string {
  const date = new Date(`${day.slice(0, 10)}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** `base64_decode` of what follows the first comma. */
export function decodeDataUri(uri: string): Buffer | undefined {
  const comma = uri.indexOf(",");
  return comma < 0 ? undefined : Buffer.from(uri.slice(comma + 1), "base64");
}
