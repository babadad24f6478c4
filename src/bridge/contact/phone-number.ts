import { type PhoneNumber, parsePhoneNumberFromString } from "libphonenumber-js/max";
import type { PhoneView } from "../protocol/handover-shapes.ts";

/** What INLISLite's field may hold beside one number: `0812… / 0857…`. */
const BETWEEN_NUMBERS = /[/;,|]/;
/** Longer than any number with its blanks; what follows is prose. */
const LONGEST = 60;

export type PhoneStanding = PhoneView["standing"];

/** A telephone number as somebody once typed it. */
export interface Phone {
  /** `+6281200000001`; undefined where it cannot be read as an Indonesian number. */
  readonly e164: string | undefined;
  readonly standing: PhoneStanding;
  /** `+62 812-••••-0001`. */
  readonly masked: string;
}

/** `0812…`, `62812…`, `+62 812…`, with blanks, hyphens and brackets; of several the first that can be read. */
export function readPhone(text: string): Phone {
  const numbers = text
    .slice(0, LONGEST)
    .split(BETWEEN_NUMBERS)
    .map((part) => parsePhoneNumberFromString(part, "ID"));
  const number = numbers.find((found) => found?.country === "ID" && found.isValid());
  if (!number) return { e164: undefined, standing: "unreadable", masked: maskedDigits(text) };
  return { e164: number.number, standing: standingOf(number), masked: masked(number) };
}

/** wa.me wants digits only; a landline has no WhatsApp that Titian could know of. */
export function whatsappLink({ e164, standing }: Phone, text: string): string | undefined {
  if (e164 === undefined || standing !== "mobile") return undefined;
  return `https://wa.me/${e164.slice(1)}?text=${encodeURIComponent(text)}`;
}

export const phoneView = ({ masked: shown, standing }: Phone): PhoneView => ({ masked: shown, standing });

const standingOf = (number: PhoneNumber): PhoneStanding =>
  number.getType() === "MOBILE" ? "mobile" : "landline";

/** The first three and the last four digits: enough to compare by, too little to call. */
function masked({ countryCallingCode, nationalNumber }: PhoneNumber): string {
  const last = nationalNumber.slice(-4);
  return `+${countryCallingCode} ${nationalNumber.slice(0, 3)}-••••-${last}`;
}

/** Of what is no number only the last two digits. */
const maskedDigits = (text: string): string => `••••${text.replace(/\D/g, "").slice(-2)}`;
