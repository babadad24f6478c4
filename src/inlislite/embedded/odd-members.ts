import type { InventedMember } from "./invented-members.ts";

/** Rows as sites really have them, each with one oddity. Numbers are fixed, so that tests can ask for them. */
export const ODD_NUMBERS = {
  longName: "ODD-LONG-NAME",
  long: "ODD-0123456789-0123456789-0123456789-0123456789-XYZ".slice(0, 50),
  hyphens: "PUT-2026-000-17",
  /** Sixteen digits like a NIK, in a region that does not exist. */
  nikLike: "9999990000000017",
  twins: "ODD-TWINS",
  zeroDates: "ODD-ZERO-DATES",
  noEndDate: "ODD-NO-END",
  photoList: "ODD-PHOTO-LIST",
  lowerCase: "odd-lower-case",
  trailingSpaces: "ODD-TRAILING",
  accents: "ODD-ACCENTS",
  apostrophe: "ODD-APOSTROPHE",
  wildcards: "ODD-100%_SURE",
  unknownStatus: "ODD-STATUS",
  /** In 3.3's recycle basket; an ordinary row in 3.2. */
  basket: "ODD-BASKET",
  /** Registered over the web, in the way of its version; nobody of the staff has seen it. */
  online: "ODD-ONLINE",
  /** 3.2 only in the wild: an id that MySQL prints as 1e15. */
  hugeId: "ODD-HUGE-ID",
} as const;

/** Beyond 2^31, so 3.3's INT ids cannot have it. */
export const HUGE_ID = 1_000_000_000_000_000;

/** 255 characters that still look like a name. */
export const LONG_NAME = "Raden Ayu Siti Rahmawati Kusumaningrum ".repeat(7).slice(0, 254).padEnd(255, "Z");

type Odd = Partial<InventedMember> & Pick<InventedMember, "MemberNo" | "Fullname">;

export const ODD_MEMBERS: readonly Odd[] = [
  { MemberNo: ODD_NUMBERS.longName, Fullname: LONG_NAME },
  { MemberNo: ODD_NUMBERS.long, Fullname: "Nomor Panjang Pratama" },
  { MemberNo: ODD_NUMBERS.hyphens, Fullname: "Sri-Lestari Tanda Hubung" },
  { MemberNo: ODD_NUMBERS.nikLike, Fullname: "Nomor Mirip Identitas" },
  { MemberNo: ODD_NUMBERS.twins, Fullname: "Kembar Pertama Santoso" },
  { MemberNo: ODD_NUMBERS.twins, Fullname: "Kembar Kedua Santoso" },
  {
    MemberNo: ODD_NUMBERS.zeroDates,
    Fullname: "Tanggal Nol Wijaya",
    DateOfBirth: "0000-00-00 00:00:00",
    RegisterDate: "0000-00-00 00:00:00",
    EndDate: "0000-00-00 00:00:00",
  },
  { MemberNo: ODD_NUMBERS.noEndDate, Fullname: "Tanpa Tanggal Akhir", DateOfBirth: null, EndDate: null },
  {
    MemberNo: ODD_NUMBERS.photoList,
    Fullname: "Foto Beberapa Kusuma",
    PhotoUrl: " ,uploads/anggota/1771000001_ab12.jpg,lama.jpg",
  },
  { MemberNo: ODD_NUMBERS.lowerCase, Fullname: "Huruf Kecil Nomor" },
  { MemberNo: `${ODD_NUMBERS.trailingSpaces}  `, Fullname: "Spasi Belakang Hidayat" },
  { MemberNo: ODD_NUMBERS.accents, Fullname: "Renée Björn Façade" },
  { MemberNo: ODD_NUMBERS.apostrophe, Fullname: "Nur'aini O'Timor" },
  { MemberNo: ODD_NUMBERS.wildcards, Fullname: "Persen 100% Garis_Bawah" },
  {
    MemberNo: ODD_NUMBERS.unknownStatus,
    Fullname: "Status Tak Dikenal",
    StatusAnggota_id: 9,
    JenisAnggota_id: null,
  },
  { MemberNo: ODD_NUMBERS.basket, Fullname: "Keranjang Anggota Nugroho", IsKeranjang: 1 },
  { MemberNo: ODD_NUMBERS.online, Fullname: "Daftar Daring Wibawa" },
  { MemberNo: ODD_NUMBERS.hugeId, Fullname: "Nomor Baris Besar", ID: HUGE_ID },
];
