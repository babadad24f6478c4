import type { SqlValue } from "mysql2/promise";
import type { MemberCount, MemberCounts, MemberPart } from "../../src/inlislite/member-counts.ts";
import type { LocalDate } from "../../src/kernel/types.ts";

/** October and November 2026, and everybody's age on the last day of it. */
export const TWO_MONTHS = {
  ...{ from: "2026-10-01" as LocalDate, to: "2026-11-30" as LocalDate },
  ageOn: "2026-11-30" as LocalDate,
};

export const COUNTED_COLUMNS = [
  "ID",
  "MemberNo",
  "Fullname",
  "Sex_id",
  "DateOfBirth",
  "RegisterDate",
  "JenisAnggota_id",
];

/** Types: 2 Umum, 12 Mahasiswa, 13 Pelajar. 3.2 has foreign keys, so nothing in it points nowhere. */
export function countedMembers(nowhere: {
  readonly sex: number | null;
  readonly type: number | null;
}): SqlValue[][] {
  const rows: (readonly [
    sex: number | null,
    born: string | null,
    registered: string | null,
    type: number | null,
  ])[] = [
    // 26 years, and the first minute of the period.
    [1, "2000-11-30 00:00:00", "2026-10-01 00:00:00", 2],
    // 25 until tomorrow.
    [2, "2000-12-01 00:00:00", "2026-10-31 23:59:59", 13],
    // 13 today, and 13 tomorrow.
    [2, "2013-11-30 00:00:00", "2026-11-01 00:00:00", 13],
    [2, "2013-12-01 00:00:00", "2026-11-30 23:59:59", 13],
    [null, null, "2026-11-15 08:00:00", null],
    // As 3.3 leaves a date that was not typed; one that is still to come; one from before anybody alive.
    [1, "0000-00-00 00:00:00", "2026-11-15 08:00:00", 12],
    [1, "2027-01-01 00:00:00", "2026-11-15 08:00:00", 12],
    [1, "1890-01-01 00:00:00", "2025-05-05 00:00:00", 2],
    // 60 today, and 60 tomorrow.
    [2, "1966-11-30 00:00:00", "2025-05-05 00:00:00", 2],
    [2, "1966-12-01 00:00:00", null, 2],
    // 18 today; without a day of registration.
    [1, "2008-11-30 00:00:00", "0000-00-00 00:00:00", 12],
    // After the period.
    [1, "2008-12-01 00:00:00", "2026-12-01 00:00:00", 12],
    // 121 today, and 121 tomorrow.
    [nowhere.sex, "1905-11-30 00:00:00", "2026-10-10 00:00:00", nowhere.type],
    [1, "1905-12-01 00:00:00", "2026-10-10 00:00:00", 2],
  ];
  return rows.map(([sex, born, registered, type], index) => [
    ...[index * 7 + 1, `9900000${index}`, "Anggota Rekaan", sex, born, registered, type],
  ]);
}

/** Counted by hand from the rows above: month, value, how many. */
export const COUNTED_BY_HAND: Readonly<Record<MemberPart, readonly string[]>> = {
  sex: [
    ...["2026-10 female 1", "2026-10 male 2", "2026-10 - 1"],
    ...["2026-11 female 2", "2026-11 male 2", "2026-11 - 1"],
    ...["before female 1", "before male 1", "undated female 1", "undated male 1"],
  ],
  age: [
    ...["2026-10 25-44 2", "2026-10 60+ 1", "2026-10 - 1"],
    ...["2026-11 0-12 1", "2026-11 13-17 1", "2026-11 - 3"],
    ...["before 60+ 1", "before - 1", "undated 18-24 1", "undated 45-59 1"],
  ],
  type: [
    ...["2026-10 Pelajar 1", "2026-10 Umum 2", "2026-10 - 1"],
    ...["2026-11 Mahasiswa 2", "2026-11 Pelajar 2", "2026-11 - 1"],
    ...["before Umum 2", "undated Mahasiswa 1", "undated Umum 1"],
  ],
};

const said = ({ month, value, n }: MemberCount): string => `${month} ${value ?? "-"} ${n}`;

export const inWords = (counts: MemberCounts): Record<MemberPart, string[] | undefined> => ({
  ...{ sex: counts.sex?.map(said).sort(), age: counts.age?.map(said).sort() },
  type: counts.type?.map(said).sort(),
});

export const byHand = {
  ...{ sex: COUNTED_BY_HAND.sex.toSorted(), age: COUNTED_BY_HAND.age.toSorted() },
  type: COUNTED_BY_HAND.type.toSorted(),
};
