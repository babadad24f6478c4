import type { SQLInputValue, SQLOutputValue } from "node:sqlite";
import { MEMBER_STATUSES } from "../../inlislite/member.ts";
import { fold, spaced } from "../../inlislite/search-words.ts";
import type { MirroredMember } from "../../inlislite/sync/mirror.ts";
import type { LocalDate, MemberNo } from "../../kernel/types.ts";

export type MirrorRow = Readonly<Record<string, SQLOutputValue>>;

/** In the order in which `rowValues` gives them. */
export const MEMBER_COLUMNS = [
  ...["id", "memberNo", "fullName", "words", "memberType", "status", "registeredOn", "validUntil"],
  ...["photoName", "checksum", "updatedAt", "flags"],
] as const;

const ONLINE = 1;
const IN_BASKET = 2;

export function rowValues(member: MirroredMember): SQLInputValue[] {
  return [
    Number(member.memberId),
    member.memberNo,
    member.fullName,
    wordsOf(member.fullName),
    member.memberType ?? null,
    MEMBER_STATUSES.indexOf(member.status),
    member.registeredOn ?? null,
    member.validUntil ?? null,
    member.photoName ?? null,
    member.checksum,
    member.updatedAt ?? null,
    (member.isOnline ? ONLINE : 0) | (member.isInBasket ? IN_BASKET : 0),
  ];
}

export function toMirroredMember(row: MirrorRow): MirroredMember {
  const flags = Number(row["flags"]);
  return {
    memberId: String(row["id"]),
    memberNo: String(row["memberNo"]) as MemberNo,
    fullName: String(row["fullName"]),
    memberType: filled(row["memberType"]),
    status: MEMBER_STATUSES[Number(row["status"])] ?? "unknown",
    registeredOn: filled(row["registeredOn"]) as LocalDate | undefined,
    validUntil: filled(row["validUntil"]) as LocalDate | undefined,
    photoName: filled(row["photoName"]),
    checksum: Number(row["checksum"]),
    updatedAt: filled(row["updatedAt"]),
    isOnline: (flags & ONLINE) !== 0,
    isInBasket: (flags & IN_BASKET) !== 0,
  };
}

/** A name as it is searched and sorted: a space before every word, nothing between them but one. */
export function wordsOf(fullName: string): string {
  return ` ${spaced(fold(fullName)).split(/\s+/u).filter(Boolean).join(" ")}`;
}

/** Ids of rows are whole numbers that a double can hold; nothing else is in the mirror. */
export function rowId(memberId: string): number | undefined {
  const id = /^-?\d{1,16}$/u.test(memberId) ? Number(memberId) : Number.NaN;
  return Number.isSafeInteger(id) ? id : undefined;
}

function filled(value: SQLOutputValue | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}
