import type { CardContent } from "../../src/cards/print-job.ts";
import type { MemberNo } from "../../src/kernel/types.ts";
import { portrait } from "./portrait.ts";

const dewi: CardContent = {
  libraryName: "Perpustakaan Umum Kabupaten Tirtamaya",
  locationName: undefined,
  institution: "Pemerintah Kabupaten Tirtamaya",
  libraryAddress: "Jalan Seroja 8, Tirtamaya",
  libraryPhone: "0800 0000 001",
  libraryWebsite: "perpustakaan.tirtamaya.example",
  openingHours: "Senin–Sabtu, 08.00–15.30",
  terms: undefined,
  standardTitle: "Pembuatan Kartu Anggota",
  promise: "14 Menit",
  memberNo: "26110000412" as MemberNo,
  fullName: "Dewi Kusumaningtyas Hapsari",
  memberType: "Mahasiswa",
  validUntil: "22-11-2027",
  registeredOn: "22-11-2026",
  printedOn: "26-11-2026",
  isMinor: false,
  photo: await portrait(450, 600),
};

/** The most digits whose bars every shipped template has room for: 46.98 mm at two pixels a module. */
const LONGEST_NO = "90".repeat(19);

/** What every template is drawn with. Invented from end to end. */
export const GOLDEN_CASES = {
  short: dewi,
  "name of 255 letters": {
    ...dewi,
    fullName: "Raden Ayu Siti Rahmawati Kusumaningrum ".repeat(7).slice(0, 254).padEnd(255, "Z"),
    libraryName: "Dinas Perpustakaan dan Kearsipan Kabupaten Kepulauan Tirtamaya Selatan",
    memberType: "Mahasiswa Program Pascasarjana Kelas Malam",
    locationName: "Layanan Keanggotaan Gedung Utama Lantai Dua",
    terms: "Kartu ini milik perpustakaan dan hanya dipakai pemiliknya. Bawalah setiap kali meminjam. ".repeat(
      4,
    ),
  },
  "longest number": { ...dewi, memberNo: LONGEST_NO as MemberNo },
  "no photo": { ...dewi, photo: undefined },
  "NIK for a number": { ...dewi, memberNo: "3201014502980007" as MemberNo },
  minor: { ...dewi, fullName: "Bima", memberType: "Pelajar", isMinor: true },
} as const satisfies Readonly<Record<string, CardContent>>;
