import { createHmac } from "node:crypto";
import type { MemberKey, MemberNo } from "../kernel/types.ts";
import type { SiteKey } from "./site-key.ts";

/**
 * All that the log knows of a member number. Normalised like INLISLite compares it: its collations ignore case and
 * trailing blanks, so `a01` and `A01 ` are one member there and must be one key here. Leading blanks come from scanners.
 */
export function memberKeyOf(siteKey: SiteKey, memberNo: MemberNo): MemberKey {
  const normalised = memberNo.trim().toUpperCase();
  return createHmac("sha256", siteKey).update(normalised, "utf8").digest("hex") as MemberKey;
}
