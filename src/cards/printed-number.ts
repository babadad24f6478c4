import type { MemberNo } from "../kernel/types.ts";

/**
 * The number as people read it on the card. Sixteen digits may be a NIK (INLISLite 3.3 makes one the default), which
 * is nobody's business on a card that lies on tables: the middle is masked, the barcode still carries all of it.
 */
export function printedNumber(memberNo: MemberNo): string {
  return /^\d{16}$/.test(memberNo) ? `${memberNo.slice(0, 4)}********${memberNo.slice(-4)}` : memberNo;
}
