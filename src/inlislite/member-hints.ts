import type { LocalDate } from "../kernel/types.ts";
import { isValidOn } from "./expiry.ts";
import type { InlisliteVersion, Member, MemberHint } from "./member.ts";

interface Seen {
  readonly version: InlisliteVersion;
  /** In the site's own zone. */
  readonly today: LocalDate;
  /** How many members carry this number, as far as known; at least 1. */
  readonly sameNumber: number;
}

/** Sixteen digits: in Indonesia that is an identity number, and the card would carry it in clear. */
const LIKE_NIK = /^\d{16}$/u;
/** What a Code 128 can say. */
const PRINTABLE = /^[\x20-\x7e]+$/u;
/** Latin letters, marks and what stands between the parts of a name. `?` and U+FFFD are what a wrong character set leaves. */
const READABLE_NAME = /^[\p{Script=Latin}\p{M}\s.,'’`\-()/]{2,}$/u;

/** What an operator should know before a card is made, worst first. Only some of it stands in the way: `assertMayHaveCard`. */
export function hintsFor(member: Member, { version, today, sameNumber }: Seen): readonly MemberHint[] {
  const { memberNo, fullName, memberType, status, validUntil, photoName } = member;
  const hints: MemberHint[] = [];
  if (sameNumber > 1) hints.push("number-shared");
  if (!PRINTABLE.test(memberNo)) hints.push("number-unprintable");
  if (status !== "active") hints.push("not-active");
  if (validUntil === undefined) hints.push("no-end-date");
  // 3.2's online registration writes today: a card with that date is worthless tomorrow.
  else if (version === "3.2" && validUntil === today) hints.push("ends-today");
  else if (!isValidOn(member, today, version)) hints.push("expired");
  if (!READABLE_NAME.test(fullName)) hints.push("name-unreadable");
  if (memberType === undefined) hints.push("no-type");
  if (LIKE_NIK.test(memberNo)) hints.push("number-like-nik");
  if (photoName === undefined) hints.push("no-photo");
  return hints;
}
