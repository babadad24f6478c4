import { TitianError } from "../kernel/errors.ts";
import type { LogFields } from "../kernel/log.ts";

const HIDDEN = "(personal)";

/** Field names, without case and separators, whose value is personal or secret wherever it appears. */
const PERSONAL = new Set(
  [
    ...["memberNo", "memberNumber", "fullName", "name", "firstName", "lastName", "nik", "identityNo", "ktp"],
    ...[
      "phone",
      "phoneNo",
      "email",
      "address",
      "birthDate",
      "dateOfBirth",
      "motherName",
      "photo",
      "photoName",
    ],
    ...[
      "signature",
      "drawing",
      "jpeg",
      "png",
      "pdf",
      "text",
      "barcode",
      "scanned",
      "query",
      "sql",
      "bindings",
    ],
    ...["token", "password", "secret", "key", "siteKey", "cookie", "authorization", "passwordFile"],
  ].map(normalise),
);
/** Deeper than any field of ours; ends circular structures too. */
const MAX_DEPTH = 5;
const MAX_TEXT = 500;
const MAX_FRAMES = 12;

function normalise(name: string): string {
  return name.toLowerCase().replace(/[^a-z]/g, "");
}

/** The end of a member number, enough to tell two neighbours on a desk apart and too little to know either. */
export function maskMemberNo(memberNo: string): string {
  const shown = memberNo.length >= 6 ? 3 : 0;
  return `…${memberNo.slice(memberNo.length - shown)}`;
}

/** What may be written of these fields: personal values by name, bytes, and long numbers inside any text are left out. */
export function redactFields(fields: LogFields): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, redactValue(name, value, 0)]),
  );
}

function redactValue(name: string, value: unknown, depth: number): unknown {
  if (value === undefined || value === null || typeof value === "boolean" || typeof value === "number") {
    return PERSONAL.has(normalise(name)) && typeof value === "number" ? HIDDEN : value;
  }
  if (PERSONAL.has(normalise(name))) return HIDDEN;
  if (typeof value === "string") return redactText(value);
  if (value instanceof Error) return redactError(value, depth);
  if (value instanceof Date) return value.toISOString();
  if (ArrayBuffer.isView(value)) return `(${value.byteLength} bytes)`;
  if (typeof value !== "object" || depth >= MAX_DEPTH) return `(${typeof value})`;
  if (Array.isArray(value)) return value.map((one) => redactValue("", one, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([inner, one]) => [inner, redactValue(inner, one, depth + 1)]),
  );
}

/** A NIK has 16 digits and a phone number 10 to 13. The digits of a UUID are not a number of their own. */
function redactText(text: string): string {
  return text.slice(0, MAX_TEXT).replace(/(?<![0-9a-f-])\d{9,}(?![0-9a-f-])/gi, HIDDEN);
}

/** Never the message of a foreign error: database drivers put whole statements with their values into it. */
function redactError(error: Error, depth: number): Record<string, unknown> {
  const { code } = error as { readonly code?: unknown };
  const frames = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return {
    name: error.name,
    ...(typeof code === "string" ? { code } : {}),
    ...(error instanceof TitianError ? { details: redactFields(error.details) } : {}),
    frames: frames.slice(0, MAX_FRAMES).map((line) => line.trim()),
    ...(error.cause !== undefined && depth < MAX_DEPTH
      ? { cause: redactValue("", error.cause, depth + 1) }
      : {}),
  };
}
