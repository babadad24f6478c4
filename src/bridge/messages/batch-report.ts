import type { ItemState } from "../../cards/batch/print-batch.ts";
import type { RowTrouble } from "../../cards/batch/row-trouble.ts";
import type { Language } from "./messages.ts";

interface ReportWords {
  readonly planHead: readonly [row: string, text: string, name: string, result: string, hint: string];
  readonly batchHead: readonly [item: string, number: string, name: string, result: string, why: string];
  readonly ready: string;
  readonly noPhoto: string;
  readonly troubles: Readonly<Record<RowTrouble, string>>;
  readonly states: Readonly<Record<ItemState, string>>;
  readonly perhaps: (memberNo: string) => string;
  readonly sameAs: (row: number) => string;
  readonly printedOn: (day: string) => string;
}

/** What a report of a list or a batch says, read in a spreadsheet program. */
export const BATCH_REPORT: Readonly<Record<Language, ReportWords>> = {
  id: {
    planHead: ["Baris", "Isi daftar", "Nama", "Hasil", "Keterangan"],
    batchHead: ["No.", "Nomor Anggota", "Nama", "Hasil", "Sebab"],
    ready: "Dicetak",
    noPhoto: "Belum ada foto di INLISLite",
    troubles: {
      empty: "Kosong",
      "digits-lost": "Angka rusak oleh Excel",
      "zeros-lost": "Nol di depan hilang",
      unknown: "Tidak ada di INLISLite",
      double: "Dobel di daftar ini",
      "number-shared": "Nomor dipakai dua anggota",
      "number-unprintable": "Nomor tidak dapat menjadi barcode",
      "not-active": "Anggota tidak aktif",
      expired: "Masa berlaku habis",
      "in-print": "Kartunya sedang dicetak",
      "already-printed": "Sudah pernah dicetak",
      "too-many": "Melebihi jumlah satu kelompok",
    },
    states: { waiting: "Belum dicetak", placed: "Belum diperiksa", printed: "Tercetak", skipped: "Dilewati" },
    perhaps: (memberNo) => `Mungkin ${memberNo}`,
    sameAs: (row) => `Sama dengan baris ${row}`,
    printedOn: (day) => `Dicetak ${day}`,
  },
  en: {
    planHead: ["Row", "In the list", "Name", "Result", "Remark"],
    batchHead: ["No.", "Member number", "Name", "Result", "Reason"],
    ready: "Printed",
    noPhoto: "No photo in INLISLite yet",
    troubles: {
      empty: "Empty",
      "digits-lost": "Digits damaged by Excel",
      "zeros-lost": "Leading zeros lost",
      unknown: "Not in INLISLite",
      double: "Twice in this list",
      "number-shared": "Two members have this number",
      "number-unprintable": "Number cannot become a barcode",
      "not-active": "Member is not active",
      expired: "Membership has ended",
      "in-print": "Card is being printed",
      "already-printed": "Has been printed before",
      "too-many": "More than one batch takes",
    },
    states: {
      waiting: "Not printed yet",
      placed: "Not checked yet",
      printed: "Printed",
      skipped: "Left out",
    },
    perhaps: (memberNo) => `Perhaps ${memberNo}`,
    sameAs: (row) => `Same as row ${row}`,
    printedOn: (day) => `Printed on ${day}`,
  },
};

/** On the page itself; Latin letters only. */
export const CALIBRATION_LINES: Readonly<Record<Language, readonly string[]>> = {
  id: [
    "Lembar ukur Titian. Cetak 100 %, tanpa menyesuaikan halaman.",
    "1. Dari tepi kiri kertas ke garis tegak A (semestinya 30 mm)",
    "2. Dari tepi atas kertas ke garis datar A (semestinya 40 mm)",
    "3. Dari A ke B (semestinya 150 mm)",
    "4. Dari A ke C (semestinya 200 mm)",
  ],
  en: [
    "Titian measuring page. Print at 100 %, without fitting to the page.",
    "1. From the paper's left edge to the upright line of A (should be 30 mm)",
    "2. From the paper's top edge to the level line of A (should be 40 mm)",
    "3. From A to B (should be 150 mm)",
    "4. From A to C (should be 200 mm)",
  ],
};
