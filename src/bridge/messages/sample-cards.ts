import type { Sample } from "../../cards/design-flaws.ts";
import type { CardContent } from "../../cards/print-job.ts";
import type { MemberNo } from "../../kernel/types.ts";

/** What a sample shows beside its photo. Printed matter is Indonesian; the people are invented. */
export type SampleWords = Omit<CardContent, "photo">;

const SHORT: SampleWords = {
  libraryName: "Perpustakaan Contoh",
  locationName: "Kota Contoh",
  memberNo: "26110000001" as MemberNo,
  fullName: "Dewi Anggraini",
  memberType: "Umum",
  validUntil: "22-11-2027",
  registeredOn: "22-11-2026",
  printedOn: "22-11-2026",
  isMinor: false,
};

/** As long as INLISLite's columns are: a name of 255, a kind of member and a place of 50. */
const LONGEST_NAME = "Raden Ajeng Siti Nurhalimah Kusumawardhani Prawirodirdjo Sastronegoro binti "
  .repeat(4)
  .slice(0, 255)
  .trim();

export const SAMPLE_WORDS: Readonly<Record<Sample, SampleWords>> = {
  short: SHORT,
  worst: {
    ...SHORT,
    libraryName: "Dinas Perpustakaan dan Kearsipan Daerah Kabupaten Contoh Jaya Makmur Sejahtera",
    locationName: "Layanan Perpustakaan Keliling Kecamatan Contohrejo",
    // Code 128 needs a module more for a letter than for two digits.
    memberNo: "99999L2026" as MemberNo,
    fullName: LONGEST_NAME,
    memberType: "Pelajar Sekolah Menengah Kejuruan dan Sederajatnya",
  },
  "no-photo": SHORT,
  // What INLISLite 3.3 gives where nobody has chosen a format: a NIK.
  "long-number": { ...SHORT, memberNo: "9900000000000001" as MemberNo },
  dark: SHORT,
  minor: { ...SHORT, fullName: "Bagas Pratama", memberType: "Pelajar", isMinor: true },
};
