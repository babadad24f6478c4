import type { LocalDate } from "../../kernel/types.ts";
import type { InlisliteVersion } from "../member.ts";
import { inventName } from "./invented-names.ts";
import { HUGE_ID, ODD_MEMBERS, ODD_NUMBERS } from "./odd-members.ts";
import { SeededRandom } from "./random.ts";

/** Columns of `members` as INLISLite names them. Invented from end to end: numbers, people, telephones. */
export interface InventedMember {
  readonly ID: number;
  readonly MemberNo: string;
  readonly Fullname: string;
  readonly PlaceOfBirth: string;
  readonly DateOfBirth: string | null;
  readonly Address: string;
  readonly IdentityType_id: number;
  readonly IdentityNo: string;
  readonly MotherMaidenName: string;
  readonly Sex_id: number;
  readonly Email: string;
  readonly Phone: string;
  readonly NoHp: string | null;
  readonly JenisAnggota_id: number | null;
  readonly StatusAnggota_id: number;
  readonly RegisterDate: string;
  readonly EndDate: string | null;
  readonly PhotoUrl: string | null;
  readonly CreateDate: string;
  readonly UpdateDate: string;
  readonly IsKeranjang: number;
}

const COUNT = 200;
/** The first of them are what a demonstration shows: active, valid for months, of the common types. */
const PLEASANT = 24;
const SEED = 20_260_206;

/** `jenis_anggota` as seeded: 2 Umum, 12 Mahasiswa, 13 Pelajar. */
const COMMON_TYPES: readonly [number, ...number[]] = [2, 12, 13];
const ALL_TYPES: readonly [number, ...number[]] = [2, 2, 12, 12, 13, 13, 14];
/** Mostly active, as in a real table. */
const STATUSES: readonly [number, ...number[]] = [3, 3, 3, 3, 3, 3, 1, 2, 4, 5, 6];

/** Two hundred invented members; dates follow from `today`, everything else is the same each time. */
export function inventMembers(version: InlisliteVersion, today: LocalDate): readonly InventedMember[] {
  const random = new SeededRandom(SEED);
  const names = new Set<string>();
  return Array.from({ length: COUNT }, (_, index) => {
    const member = inventMember(index, random, names, version, today);
    return version === "3.2" ? { ...member, Fullname: member.Fullname.toUpperCase() } : member;
  });
}

function inventMember(
  index: number,
  random: SeededRandom,
  names: Set<string>,
  version: InlisliteVersion,
  today: LocalDate,
): InventedMember {
  let name = inventName(random);
  while (names.has(name.fullName)) name = inventName(random);
  names.add(name.fullName);

  const odd = ODD_MEMBERS[index - (COUNT - ODD_MEMBERS.length)];
  // One oddity at a time: the odd ones are active and valid like the first, unless that is their oddity.
  const isPleasant = index < PLEASANT || odd !== undefined;
  const registered = addDays(today, -(isPleasant ? random.between(0, 20) : random.between(30, 700)));
  const ends = isPleasant ? addDays(registered, 365) : addDays(registered, random.pick([180, 365, 365, 730]));
  const ordinary: InventedMember = {
    ID: index + 1,
    MemberNo: memberNo(version, registered, index + 1),
    Fullname: name.fullName,
    PlaceOfBirth: "Tirtamaya",
    DateOfBirth: `${random.between(1965, 2012)}-0${random.between(1, 9)}-${random.between(10, 28)} 00:00:00`,
    Address: `Jalan Rekaan No. ${index + 1}`,
    IdentityType_id: 1,
    IdentityNo: `99999900${String(index + 1).padStart(8, "0")}`,
    MotherMaidenName: inventName(random).fullName,
    Sex_id: name.isWoman ? 2 : 1,
    Email: `anggota${index + 1}@contoh.invalid`,
    Phone: `0899-0000-${String(index + 1).padStart(4, "0")}`,
    NoHp: index % 3 === 0 ? `0899-1111-${String(index + 1).padStart(4, "0")}` : null,
    JenisAnggota_id: random.pick(isPleasant ? COMMON_TYPES : ALL_TYPES),
    StatusAnggota_id: isPleasant ? 3 : random.pick(STATUSES),
    RegisterDate: `${registered} 00:00:00`,
    EndDate: `${ends} 00:00:00`,
    PhotoUrl: photoName(version, index + 1),
    CreateDate: `${registered} 08:15:00`,
    UpdateDate: `${registered} 08:15:00`,
    IsKeranjang: 0,
  };
  if (!odd) return ordinary;
  const hasRoomForId = odd.ID !== HUGE_ID || version === "3.2";
  const more = odd.MemberNo === ODD_NUMBERS.online ? registeredOnline(version, today) : {};
  return { ...ordinary, ...odd, ...more, ID: (hasRoomForId && odd.ID) || ordinary.ID };
}

/** As the web form leaves a row: new, without a photo, and with what each version forgets. */
function registeredOnline(version: InlisliteVersion, today: LocalDate): Partial<InventedMember> {
  const at = `${today} 00:00:00`;
  const stamps = { RegisterDate: at, CreateDate: `${today} 08:15:00`, UpdateDate: `${today} 08:15:00` };
  const forgotten = version === "3.2" ? { EndDate: at } : { EndDate: null, JenisAnggota_id: null };
  return { ...stamps, ...forgotten, StatusAnggota_id: 1, PhotoUrl: null };
}

/** Numbering type 1: 3.2 puts the location in front. */
function memberNo(version: InlisliteVersion, day: LocalDate, sequence: number): string {
  const stem = `${day.slice(2).replaceAll("-", "")}${String(sequence).padStart(5, "0")}`;
  return version === "3.2" ? `01${stem}` : stem;
}

/** Every third member has no photo yet. */
function photoName(version: InlisliteVersion, id: number): string | null {
  if (id % 3 === 0) return null;
  return version === "3.2" ? `${id}.jpg` : `${1_770_000_000 + id}_${(id * 2_654_435).toString(16)}.jpg`;
}

function addDays(day: LocalDate, days: number): LocalDate {
  const shifted = new Date(`${day}T00:00:00Z`);
  shifted.setUTCDate(shifted.getUTCDate() + days);
  return shifted.toISOString().slice(0, 10) as LocalDate;
}
