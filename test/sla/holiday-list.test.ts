import { describe, expect, it } from "vitest";
import { readHolidays } from "../../src/sla/holiday-list.ts";

const days = (text: string, year = 2027) =>
  readHolidays(text, year).closures.map(({ date, kind, name }) => [
    date,
    kind === "holiday" ? "h" : "c",
    name,
  ]);

describe("a pasted list of holidays", () => {
  it("is read in the words of the joint decree, its days of leave under their own heading", () => {
    const list = `A. Hari Libur Nasional
1. Jumat, 1 Januari 2027 : Tahun Baru 2027 Masehi
2. 9-10 Maret 2027 Idul Fitri
B. CUTI BERSAMA
8, 11, dan 12 Maret 2027\tIdul Fitri`;
    expect(days(list)).toEqual([
      ["2027-01-01", "h", "Tahun Baru 2027 Masehi"],
      ["2027-03-08", "c", "Idul Fitri"],
      ["2027-03-09", "h", "Idul Fitri"],
      ["2027-03-10", "h", "Idul Fitri"],
      ["2027-03-11", "c", "Idul Fitri"],
      ["2027-03-12", "c", "Idul Fitri"],
    ]);
  });

  it("is read with numbers, from a spreadsheet, and without a year", () => {
    expect(days("2027-08-17;Proklamasi\n25/12/2027\tNatal\n1 Mei Hari Buruh")).toEqual([
      ["2027-05-01", "h", "Hari Buruh"],
      ["2027-08-17", "h", "Proklamasi"],
      ["2027-12-25", "h", "Natal"],
    ]);
    expect(days("24 Desember Cuti bersama Natal")).toEqual([["2027-12-24", "c", "Cuti bersama Natal"]]);
  });

  it("says which lines hold no day that there is, and keeps the last word on a day named twice", () => {
    const { closures, unread } = readHolidays(
      "30 Februari 2027 Aneh\n29 Februari 2028 Kabisat\nNo. 1497 Tahun 2025",
      2027,
    );
    expect(closures.map(({ date }) => date)).toEqual(["2028-02-29"]);
    expect(unread.map(({ line }) => line)).toEqual([1, 3]);
    expect(days("1 Juni 2027 Pancasila\n1 Juni 2027 Cuti bersama")).toEqual([
      ["2027-06-01", "c", "Cuti bersama"],
    ]);
  });

  it("is no list where nothing is a day", () => {
    expect(readHolidays("Selamat tahun baru", 2027)).toEqual({ closures: [], unread: [] });
  });
});
