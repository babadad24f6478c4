import type { InlisliteVersion } from "../member.ts";
import type { MirroredMember } from "../sync/mirror.ts";
import { idText, type Row, text, toMember } from "./rows.ts";

/** One row of the feed; `checksum` is the query's own column. */
export function toMirrored(row: Row, version: InlisliteVersion): MirroredMember {
  return {
    ...toMember(row),
    checksum: Number(row["checksum"]),
    updatedAt: stamp(row["UpdateDate"]),
    isOnline: isOnlineRegistration(row, version),
    isInBasket: numberText(row["IsKeranjang"]) === "1",
  };
}

/** `2026-11-26 09:41:03`, read as text; a zero date is none. */
export function stamp(value: unknown): string | undefined {
  const found = /^(?!0000)\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}/u.exec(text(value) ?? "");
  return found?.[0];
}

/**
 * Registered by the member over the web, and untouched since. Both versions insert without CreateBy and as status 1. CreateBy is
 * also emptied when a member of staff is deleted, so one more trait is asked for: 3.2's registration ends on the day it begins,
 * 3.3's has no type of membership. Neither is what the counter's form saves.
 */
function isOnlineRegistration(row: Row, version: InlisliteVersion): boolean {
  if (isFilled(row["CreateBy"]) || numberText(row["StatusAnggota_id"]) !== "1") return false;
  if (version === "3.3") return !isFilled(row["JenisAnggota_id"]);
  const registered = stamp(row["RegisterDate"])?.slice(0, 10);
  return registered !== undefined && stamp(row["EndDate"])?.slice(0, 10) === registered;
}

/** 3.3 posts `''` into numbers, which becomes 0. */
function isFilled(value: unknown): boolean {
  const number = numberText(value);
  return number !== undefined && number !== "" && number !== "0";
}

function numberText(value: unknown): string | undefined {
  return idText(value)?.trim();
}
