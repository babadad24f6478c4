import type { InlisliteVersion } from "../member.ts";

/** The columns that both versions have, in INLISLite's order, except the key. */
const MEMBERS_COLUMNS = `
  MemberNo varchar(50) NOT NULL, Fullname varchar(255) NOT NULL, PlaceOfBirth varchar(255), DateOfBirth datetime,
  Address varchar(255), AddressNow varchar(255), Phone varchar(100), InstitutionName varchar(255),
  InstitutionAddress varchar(255), InstitutionPhone varchar(255), IdentityType_id int, IdentityNo varchar(100),
  EducationLevel_id int, Sex_id int, MaritalStatus_id int, Job_id int, RegisterDate datetime, EndDate datetime,
  MotherMaidenName varchar(100), Email varchar(100), JenisPermohonan_id int, JenisAnggota_id int, StatusAnggota_id int,
  LoanReturnLateCount int DEFAULT 0, Branch_id int, PhotoUrl varchar(255), CreateBy int, CreateDate datetime,
  CreateTerminal varchar(100), UpdateBy int, UpdateDate datetime, UpdateTerminal varchar(100), NoHp varchar(100),
  NamaDarurat varchar(100), TelpDarurat varchar(100), AlamatDarurat varchar(255), StatusHubunganDarurat varchar(100),
  City varchar(255), Province varchar(255), CityNow varchar(255), ProvinceNow varchar(255), Kecamatan varchar(100),
  Kelurahan varchar(100), RT varchar(50), RW varchar(50), KecamatanNow varchar(100), KelurahanNow varchar(100),
  RTNow varchar(50), RWNow varchar(50), Kelas_id int, TahunAjaran varchar(50), Agama_id int, Fakultas_id int,
  Jurusan_id int, ProgramStudi_id int, JenjangPendidikan_id int, UnitKerja_id int, KeteranganLain varchar(255),
  IsLunasBiayaPendaftaran bit(1) DEFAULT 0, BiayaPendaftaran decimal(10,0) DEFAULT 0, TanggalBebasPustaka datetime,
  KIILastUploadDate datetime`;

const ONLY_33 = ", IsKeranjang int NOT NULL DEFAULT 0, active int DEFAULT 1, IsOnlineActive int DEFAULT 0";

/** INLISLite's tables around a member, in SQLite's words. 3.2 keys members by a DOUBLE, 3.3 by an INT. */
export function embeddedTables(version: InlisliteVersion): string {
  const isOld = version === "3.2";
  return `
    CREATE TABLE members (ID ${isOld ? "double" : "int"} NOT NULL PRIMARY KEY, ${MEMBERS_COLUMNS}${isOld ? "" : ONLY_33});
    CREATE INDEX MemberNo ON members (MemberNo);
    CREATE TABLE jenis_anggota (id integer PRIMARY KEY, jenisanggota varchar(50) NOT NULL, MasaBerlakuAnggota int DEFAULT 365);
    CREATE TABLE status_anggota (id integer PRIMARY KEY, Nama varchar(30) NOT NULL);
    CREATE TABLE settingparameters (ID integer PRIMARY KEY, Name varchar(50) NOT NULL, Value text);
  `;
}

/** The seeds of both versions, and one type and one status of the library's own. */
export const MEMBER_TYPES: readonly (readonly [id: number, name: string])[] = [
  [2, "Umum"],
  [12, "Mahasiswa"],
  [13, "Pelajar"],
  [14, "Karyawan"],
];

export const MEMBER_STATUS_NAMES: readonly (readonly [id: number, name: string])[] = [
  [1, "Baru"],
  [2, "Menunggu"],
  [3, "Aktif"],
  [4, "Nonaktif"],
  [5, "Suspend"],
  [6, "Bebas Pustaka"],
  [9, "Lainnya"],
];

/** The library is invented. `CurrentVersion` says 3.0 in both versions, as it does in the field. */
export function librarySettingRows(
  version: InlisliteVersion,
): readonly (readonly [name: string, value: string])[] {
  return [
    ["CurrentVersion", "3.0"],
    ["NamaPerpustakaan", "Perpustakaan Umum Kabupaten Tirtamaya"],
    ["NamaLokasiPerpustakaan", "Layanan Keanggotaan"],
    ["JenisPerpustakaan", version === "3.2" ? "1" : "UMUM"],
    ["TipeNomorAnggota", "Otomatis"],
    ["TipePenomoranAnggota", "1"],
    ["Text_BELAKANG", "<p>Kartu ini milik perpustakaan.</p><p>Bawalah setiap kali meminjam.</p>"],
    version === "3.2" ? ["KartuAnggota", "2"] : ["FileKartuAnggota", "kartu-tirtamaya.png"],
  ];
}
