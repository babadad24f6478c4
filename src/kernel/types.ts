/** A string that must not be mixed up with another string. Asserted once, just after a schema has checked it. */
export type Brand<Base, Name extends string> = Base & { readonly __brand: Name };

/** The union of a list's members: one source for type, schema and docs. */
export type OneOf<List extends readonly unknown[]> = List[number];

/** A day in the site's own calendar, `2026-11-24`. Never an instant: it does not travel through a time zone. */
export type LocalDate = Brand<string, "LocalDate">;

/** When something happened: wall time for reports, monotonic time (comparable within one boot id) for measuring. */
export interface Moment {
  readonly at: Date;
  readonly monotonicMs: number;
  readonly bootId: string;
}

/** As configured: `[a-z0-9-]{1,40}`, for example `desk-1-camera`. */
export type DeviceId = Brand<string, "DeviceId">;

/** Printed on the card and encoded in its barcode. Opaque, up to 50 characters: it may be a NIK. */
export type MemberNo = Brand<string, "MemberNo">;

/** HMAC-SHA256 of the normalised MemberNo under the site key, 64 hex digits: all that the event log knows. */
export type MemberKey = Brand<string, "MemberKey">;

/** One person's service, from ticket to hand-over. A UUIDv7. */
export type CaseId = Brand<string, "CaseId">;

/** Somebody who signs in at a desk. A UUIDv7. */
export type OperatorId = Brand<string, "OperatorId">;

/** One complaint. A UUID that the page has chosen, so that the same one is written down once. */
export type ComplaintId = Brand<string, "ComplaintId">;

/** One print. A UUIDv7. */
export type JobId = Brand<string, "JobId">;

/** An encrypted file beside the store: a photo or a signature. A UUIDv7. */
export type VaultId = Brand<string, "VaultId">;

/** The last day and the first day compare as strings, because the format is fixed. */
export function localDate(instant: Date, timeZone: string): LocalDate {
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(instant);
  return parts as LocalDate;
}
