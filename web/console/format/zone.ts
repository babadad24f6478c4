/** What the wall clock of a zone shows at an instant, as if it were UTC. */
function wallMs(instantMs: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat("en-CA", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  }).formatToParts(new Date(instantMs));
  const of = (type: Intl.DateTimeFormatPartTypes): number =>
    Number(parts.find((part) => part.type === type)?.value ?? "0");
  return Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second"));
}

/** `2026-11-24T09:41:05`, in the zone, for a datetime-local field. */
export function toLocalField(instant: Date, timeZone: string): string {
  return new Date(wallMs(instant.getTime(), timeZone)).toISOString().slice(0, 19);
}

/** The instant at which the zone's clock shows what the field says; undefined for an unreadable field. */
export function fromLocalField(field: string, timeZone: string): Date | undefined {
  const shown = Date.parse(`${field.length === 16 ? `${field}:00` : field}Z`);
  if (Number.isNaN(shown)) return undefined;
  const once = shown - (wallMs(shown, timeZone) - shown);
  // Once more, because the offset at the guess may differ from the offset at the answer.
  return new Date(shown - (wallMs(once, timeZone) - once));
}
