import { describe, expect, it } from "vitest";
import { encodeReceipt } from "../../../drivers/escpos/encode-receipt.ts";
import { readEscPos } from "../../../drivers/escpos/read-escpos.ts";
import { receiptLines } from "../../../src/bridge/messages/receipt.ts";
import { testPageLines } from "../../../src/bridge/messages/test-page.ts";
import type { ReceiptLine } from "../../../src/devices/index.ts";

/** What a printer with so many columns puts on paper. */
function printed(lines: readonly ReceiptLine[], columns: number): readonly string[] {
  return readEscPos(encodeReceipt(lines, { columns })).flatMap((row) => {
    if (row.kind === "barcode") return [`[${row.code128}]`];
    return row.kind === "text" ? [row.text.trim()] : [];
  });
}

const FACTS = {
  library: "Perpustakaan Daerah Contoh",
  ticket: "A-013",
  service: "Pembuatan kartu anggota",
  date: "26 November 2026",
  startedAt: "09.41",
  finishedAt: "09.52",
  zone: "WIB",
  took: "11 menit",
  promise: "15 Menit",
  memberNo: "26110000412",
};

describe("the receipt of a hand-over", () => {
  it("says what was done, when, how long it took and what was promised, with room to sign", () => {
    expect(printed(receiptLines(FACTS), 42)).toEqual([
      "Perpustakaan Daerah Contoh",
      "Tanda terima kartu anggota",
      "─".repeat(42),
      "A-013",
      "Layanan: Pembuatan kartu anggota",
      "Nomor anggota: 2611****412",
      "Tanggal: 26 November 2026",
      "Mulai: 09.41 WIB",
      "Selesai: 09.52 WIB",
      "Lama: 11 menit",
      "Janji layanan: 15 Menit",
      "─".repeat(42),
      "Kartu sudah saya terima. Tanda tangan:",
      ...["", "", ""],
      "─".repeat(42),
      ...["", "", "", ""],
    ]);
  });

  it.each([
    ["26110000412", "2611****412"],
    ["3374010203040506", "****506"],
    ["A-1027", "****27"],
    ["7", "****7"],
  ])("shows of the number %s only %s", (memberNo, shown) => {
    expect(printed(receiptLines({ ...FACTS, memberNo }), 42)).toContain(`Nomor anggota: ${shown}`);
  });

  it("does without a queue number and a time zone's name", () => {
    const rows = printed(receiptLines({ ...FACTS, ticket: undefined, zone: "" }), 32);
    expect(rows).toContain("Mulai: 09.41");
    expect(rows.join(" ")).not.toContain("A-013");
  });
});

describe("the test page of a receipt printer", () => {
  const facts = {
    deskTitle: "Loket 1",
    device: "desk-1-receipt",
    at: new Date("2026-11-26T07:05:00Z"),
    timeZone: "Asia/Jakarta",
  };

  it("names the desk, the device and the time, and carries a barcode to scan", () => {
    const rows = printed(testPageLines(facts), 42);
    expect(rows.slice(0, 4)).toEqual([
      "UJI CETAK",
      "Loket 1",
      "desk-1-receipt",
      expect.stringMatching(/^26 November 2026.*14\.05$/),
    ]);
    expect(rows).toContain("[TITIAN-TEST]");
    expect(rows).toContain("Huruf: é ü ’ –");
  });

  it.each([32, 35, 42, 44, 48])("has a ruler whose first row fills %i columns", (columns) => {
    const whole = "----5---10---15---20---25---30---35---40---45---50";
    expect(printed(testPageLines(facts), columns)).toContain(whole.slice(0, columns));
  });
});
