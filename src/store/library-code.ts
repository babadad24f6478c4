import { createHash } from "node:crypto";
import { TitianError } from "../kernel/errors.ts";
import type { SiteKey } from "./site-key.ts";

/** Crockford's: no letter that is taken for a digit, and none for another letter. */
const DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const ALIKE: Readonly<Record<string, string>> = { O: "0", I: "1", L: "1", U: "V" };
const KEY_BYTES = 32;
/** A mistyped digit is found with all but one chance in sixteen million. */
const CHECK_BYTES = 3;
const GROUP = 4;
const DIGIT_COUNT = ((KEY_BYTES + CHECK_BYTES) * 8) / 5;

/**
 * The library's key as people carry it from one desk to the next: fourteen groups of four. Whoever has it can tell which
 * member a line of the log is about and read this library's photos, so it is typed, and never sent or stored elsewhere.
 */
export function libraryCode(key: SiteKey): string {
  const bits = [...Buffer.concat([key, checkOf(key)])]
    .map((byte) => byte.toString(2).padStart(8, "0"))
    .join("");
  const digits = bits.match(/.{5}/g)?.map((five) => DIGITS[Number.parseInt(five, 2)]) ?? [];
  return (
    digits
      .join("")
      .match(new RegExp(`.{${GROUP}}`, "g"))
      ?.join("-") ?? ""
  );
}

/** Throws `EXCHANGE_CODE_WRONG`. Small letters, blanks, and O for 0 do no harm. */
export function keyOfCode(code: string): SiteKey {
  const digits = [...code.toUpperCase().replaceAll(/[\s-]/g, "")].map((digit) => ALIKE[digit] ?? digit);
  const values = digits.map((digit) => DIGITS.indexOf(digit));
  const bits = values.map((value) => Math.max(0, value).toString(2).padStart(5, "0")).join("");
  const bytes = Buffer.from(bits.match(/.{8}/g)?.map((eight) => Number.parseInt(eight, 2)) ?? []);
  const key = bytes.subarray(0, KEY_BYTES) as SiteKey;
  const isWhole = values.length === DIGIT_COUNT && !values.includes(-1);
  if (isWhole && checkOf(key).equals(bytes.subarray(KEY_BYTES))) return key;
  throw new TitianError("EXCHANGE_CODE_WRONG");
}

const checkOf = (key: SiteKey): Buffer =>
  createHash("sha256").update("titian library code").update(key).digest().subarray(0, CHECK_BYTES);
