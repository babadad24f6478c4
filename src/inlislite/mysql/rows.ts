import type { LocalDate, MemberNo } from "../../kernel/types.ts";
import type { InlisliteVersion, LibrarySettings, Member, MemberStatus } from "../member.ts";

/** One row as the driver delivers it: nothing is believed about a column until it is read here. */
export type Row = Readonly<Record<string, unknown>>;

const STATUS_BY_ID: Readonly<Record<string, MemberStatus>> = {
  1: "new",
  2: "waiting",
  3: "active",
  4: "inactive",
  5: "suspended",
  6: "cleared",
};

/** Column names exactly as INLISLite spells them; they are spoken nowhere above this folder. */
export function toMember(row: Row): Member {
  return {
    memberId: idText(row["ID"]) ?? "",
    // INLISLite's collation ignores trailing spaces; leading ones are part of the number.
    memberNo: (text(row["MemberNo"]) ?? "").trimEnd() as MemberNo,
    fullName: (text(row["Fullname"]) ?? "").trim(),
    memberType: filled(row["jenisanggota"]),
    status: STATUS_BY_ID[idText(row["StatusAnggota_id"]) ?? ""] ?? "unknown",
    registeredOn: day(row["RegisterDate"]),
    validUntil: day(row["EndDate"]),
    photoName: firstPhoto(row["PhotoUrl"]),
  };
}

/** 3.3's form writes only Phone, so there an old mobile number must not win; 3.2 keeps both. */
export function toPhone(row: Row, version: InlisliteVersion): string | undefined {
  const [phone, mobile] = [filled(row["Phone"]), filled(row["NoHp"])];
  return version === "3.3" ? (phone ?? mobile) : (mobile ?? phone);
}

/** Both, for comparing only: which of them a form has written depends on the form. */
export function toPhones(row: Row): readonly (string | undefined)[] {
  return [filled(row["Phone"]), filled(row["NoHp"])];
}

/** 1 or 0, as a number or as text; NULL where the database could not tell. */
export function toMinor(row: Row): boolean | undefined {
  const answer = idText(row["isMinor"]);
  return answer === undefined ? undefined : answer === "1";
}

export function toId(row: Row): string | undefined {
  return idText(row["ID"]);
}

/** `Name` is not unique: of several rows the first with a value counts. */
export function toLibrarySettings(rows: readonly Row[], version: InlisliteVersion): LibrarySettings {
  const setting = (name: string): string | undefined =>
    rows
      .filter((row) => row["Name"] === name)
      .map((row) => filled(row["Value"]))
      .find(Boolean);
  return {
    libraryName: setting("NamaPerpustakaan") ?? "",
    locationName: setting("NamaLokasiPerpustakaan"),
    cardBackground:
      version === "3.2" ? background32(setting("KartuAnggota")) : bareName(setting("FileKartuAnggota")),
    cardTerms: plainText(setting("Text_BELAKANG")),
  };
}

/** Nobody chooses from more. */
const MOST_TYPES = 100;

/** Names are typed by hand: edges, upper and lower case make no other type. */
export function toMemberTypes(rows: readonly Row[]): readonly string[] {
  const names = rows.flatMap((row) => filled(row["jenisanggota"])?.trim().slice(0, 50) || []);
  const once = new Map(names.map((name) => [name.toLowerCase(), name]));
  return [...once.values()].sort((a, b) => a.localeCompare(b, "id")).slice(0, MOST_TYPES);
}

/** Both versions keep what an editor in the browser has written: HTML. As much as a card can hold. */
function plainText(html: string | undefined): string | undefined {
  const plain = html
    ?.slice(0, 20_000)
    .replace(/<\/?(?:a|b|em|font|i|span|strong|u)\b[^>]*>/giu, "")
    .replace(/<[^>]*>/gu, " ")
    .replace(/&(?:nbsp|#160);/gu, " ")
    .replace(/&quot;/gu, '"')
    .replace(/&#0?39;/gu, "'")
    .replace(/&lt;/gu, "<")
    .replace(/&gt;/gu, ">")
    .replace(/&amp;/gu, "&")
    .replace(/\s+/gu, " ")
    .trim();
  return plain?.slice(0, 600) || undefined;
}

/** 3.2 stores the number of one of its four layouts; the picture's name follows from it. */
function background32(layout: string | undefined): string | undefined {
  return layout !== undefined && /^[1-4]$/u.test(layout) ? `bg_cardmember${layout}.png` : undefined;
}

/** Code of 3.3 allows a comma list although it mostly writes one name. A name never brings a folder along. */
function firstPhoto(value: unknown): string | undefined {
  return text(value)
    ?.split(",")
    .map((name) => bareName(name))
    .find((name) => name !== undefined);
}

function bareName(name: string | undefined): string | undefined {
  return name?.trim().split(/[/\\]/u).at(-1) || undefined;
}

/** `2026-12-31 00:00:00`, read as text. Zero dates, whole or in part, are no date. */
/** Undefined for a row without a day, and for one that 3.3 has switched off. */
export function toHoliday(row: Row): { readonly date: LocalDate; readonly name: string } | undefined {
  const date = day(row["Dates"]);
  const isOff = row["active"] !== undefined && row["active"] !== null && idText(row["active"]) === "0";
  return date && !isOff ? { date, name: (filled(row["Names"]) ?? "").slice(0, 80) } : undefined;
}

const DAYS = ["senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"];

/** Undefined for a day that is not named as INLISLite names days, or has no hours. */
export function toOpenDay(row: Row): { weekday: number; opens: string; closes: string } | undefined {
  const weekday = DAYS.indexOf((filled(row["hari"]) ?? "").toLowerCase().replaceAll(/[^a-z]/g, ""));
  const [opens, closes] = [clockTime(row["jam_buka"]), clockTime(row["jam_tutup"])];
  return weekday >= 0 && opens && closes && opens < closes ? { weekday, opens, closes } : undefined;
}

const clockTime = (value: unknown): string | undefined =>
  /^([01]\d|2[0-3]):[0-5]\d/.exec(filled(value) ?? "")?.[0];

function day(value: unknown): LocalDate | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?:[ T]|$)/u.exec(text(value) ?? "");
  if (!found || found[1] === "0000" || found[2] === "00" || found[3] === "00") return undefined;
  return found[0].slice(0, 10) as LocalDate;
}

/** An id of 3.2 is a DOUBLE: digits only, as far as it is a whole number, and never `1.9e+21`. */
export function idText(value: unknown): string | undefined {
  if (typeof value === "number" && Number.isInteger(value)) return BigInt(value).toString();
  return typeof value === "bigint" || typeof value === "number" ? String(value) : text(value);
}

/** A binary collation, or a driver in doubt, delivers bytes. */
export function text(value: unknown): string | undefined {
  if (typeof value === "string") return value;
  return value instanceof Uint8Array ? new TextDecoder().decode(value) : undefined;
}

function filled(value: unknown): string | undefined {
  return text(value)?.trim() || undefined;
}
