import type { LocalDate } from "../kernel/types.ts";
import { isValidOn } from "./expiry.ts";
import type { InlisliteVersion, Member, MemberHint } from "./member.ts";
import { isReadableName } from "./readable-name.ts";

interface Seen {
  readonly version: InlisliteVersion;
  /** In the site's own zone. */
  readonly today: LocalDate;
  /** How many members carry this number, as far as known; at least 1. */
  readonly sameNumber: number;
}

/** Sixteen digits: in Indonesia that is an identity number, and the card would carry it in clear. */
const LIKE_NIK = /^\d{16}$/u;

/** What a desk can read back: Code 128 spells ASCII; guest books trim, and 3.3's loan page takes every space out. */
const READ_BACK: Readonly<Record<InlisliteVersion, RegExp>> = {
  "3.2": /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/u,
  "3.3": /^[\x21-\x7e]+$/u,
};

/** What an operator should know before a card is made, worst first. Only some of it stands in the way: `assertMayHaveCard`. */
export function hintsFor(member: Member, { version, today, sameNumber }: Seen): readonly MemberHint[] {
  const { memberNo, fullName, memberType, status, validUntil, photoName } = member;
  const hints: MemberHint[] = [];
  if (sameNumber > 1) hints.push("number-shared");
  if (!READ_BACK[version].test(memberNo)) hints.push("number-unprintable");
  if (status !== "active") hints.push("not-active");
  if (validUntil === undefined) hints.push("no-end-date");
  // 3.2's online registration writes today: a card with that date is worthless tomorrow.
  else if (version === "3.2" && validUntil === today) hints.push("ends-today");
  else if (!isValidOn(member, today, version)) hints.push("expired");
  if (!isReadableName(fullName)) hints.push("name-unreadable");
  if (memberType === undefined) hints.push("no-type");
  if (LIKE_NIK.test(memberNo)) hints.push("number-like-nik");
  if (photoName === undefined) hints.push("no-photo");
  return hints;
}
