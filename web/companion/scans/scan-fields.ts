import { isAmongText } from "../../scanning/field.ts";

/**
 * INLISLite's own scan fields: guest book, loan and self-loan of 3.3 (whose member forms have a field of the same name); guest
 * book and self-loan of 3.2. What is scanned there is a visit or a loan, whatever prefix the scanner sends.
 */
const OWN_FIELDS = [
  ...["#member_no", 'input[name="MemberNo"]:not(form#myform *, form#frm *)'],
  ...["#ContentPlaceHolder1_txtNoAnggota", "#peminjamanform-noanggota"],
].join(", ");

/**
 * Whether a scan with the focus here is the page's. In any text it is: somebody may be filling in a number with the scanner.
 * Only a prefix of the desk's own makes a scan in a form certain to be meant for Titian.
 */
export function isForPage(target: EventTarget | null, prefixes: readonly string[]): boolean {
  if (target instanceof Element && target.matches(OWN_FIELDS)) return true;
  const isPrefixed = prefixes.length > 0 && prefixes.every((prefix) => prefix !== "");
  return isAmongText(target) && !isPrefixed;
}
