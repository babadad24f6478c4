import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PartAssembler } from "../../../drivers/scanner-hid/part-assembler.ts";
import { readReport } from "../../../drivers/scanner-hid/read-report.ts";
import { posReports } from "./fake-hid.ts";

/** What comes out of these reports, sent `gapMs` apart. */
function read(reports: readonly Uint8Array[], gapMs = 5): readonly unknown[] {
  const parts = new PartAssembler();
  return reports.flatMap((report, index) => {
    const part = readReport(report);
    return (part && parts.add(part, 10_000 + index * gapMs)) ?? [];
  });
}

describe("what a HID-POS scanner sends", () => {
  it.each([
    ["26110000412", "]C0"],
    ["https://contoh.id/a", "]Q1"],
    ["9789791234567", "]E0"],
    ["Pustaka é", "]Q2"],
  ])("%j comes with the symbology %s apart", (text, aim) => {
    expect(read(posReports(text, { aim }))).toEqual([{ text, symbology: aim }]);
  });

  it("may have one more byte before the identifier, which moves the data along", () => {
    const reports = posReports("26110000412", { shift: 1 });
    expect(read(reports)).toEqual([{ text: "26110000412", symbology: "]C0" }]);
  });

  it("may come without an identifier", () => {
    expect(read(posReports("A-1", { aim: "\0\0\0" }))).toEqual([{ text: "A-1", symbology: undefined }]);
  });

  it("may be a code that begins with a bracket", () => {
    expect(read(posReports("]]A-1", { aim: "\0\0\0" }))).toEqual([{ text: "]]A-1", symbology: undefined }]);
  });

  it("ends with an Enter or group separators that are not part of the code", () => {
    expect(read(posReports("\u001d0123\r\n"))).toEqual([{ text: "0123", symbology: "]C0" }]);
  });

  it.each([62, 64])("comes in several reports when it is long, %i bytes each", (size) => {
    const text = "https://contoh.id/".padEnd(300, "x");
    expect(read(posReports(text, { size }))).toEqual([{ text, symbology: "]C0" }]);
  });

  it("keeps a character whole that lies across two reports", () => {
    const text = `${"x".repeat(55)}é`;
    expect(read(posReports(text))).toEqual([{ text, symbology: "]C0" }]);
  });

  it("is as long as the largest QR code, and no longer than 4 KiB", () => {
    const largest = "9".repeat(4_096);
    expect(read(posReports(largest), 1)).toEqual([{ text: largest, symbology: "]C0" }]);
    const tooLong = [...posReports("x".repeat(5_000)), ...posReports("A-1")];
    expect(read(tooLong, 1)).toEqual([{ text: "A-1", symbology: "]C0" }]);
  });

  it("never ends, and takes no more room for that", () => {
    const endless = readReport(posReports("x".repeat(112))[0]!)!;
    const parts = new PartAssembler();
    const scans = Array.from({ length: 200_000 }, () => parts.add(endless, 10_000));
    expect(scans.every((scan) => scan === undefined)).toBe(true);
    const [last] = posReports("tail");
    expect(parts.add(readReport(last!)!, 10_000)).toBeUndefined();
    expect(parts.add(readReport(last!)!, 10_000)).toMatchObject({ text: "tail" });
  });

  it("breaks off in the middle, and the half does not stick to the next code", () => {
    const [half] = posReports("x".repeat(100));
    expect(read([half!, ...posReports("A-1")], 1_001)).toEqual([{ text: "A-1", symbology: "]C0" }]);
  });
});

describe("what is no scan", () => {
  it.each([
    ["a report of another kind", Buffer.from([4, 1, 0x5d, 0x43, 0x30, 0x41, 0, 0])],
    ["an empty report", Buffer.alloc(0)],
    ["a report that breaks off", Buffer.from([2, 3, 0x5d])],
    ["a length that cannot be true", Buffer.alloc(64, 0xff).fill(2, 0, 1)],
  ])("%s is left alone", (_what, report) => {
    expect(readReport(report)).toBeUndefined();
  });

  it("an empty code, and one of control characters, is not told", () => {
    expect(read([...posReports(""), ...posReports("\r\n\0")])).toEqual([]);
  });

  it("garbage of any shape comes through without a throw and without more than it holds", () => {
    const report = fc.uint8Array({ maxLength: 80 });
    const scanned = report.map((bytes) => Uint8Array.of(2, ...bytes));
    fc.assert(
      fc.property(fc.array(fc.oneof(report, scanned), { maxLength: 40 }), (reports) => {
        for (const scan of read(reports)) {
          expect(scan).toEqual({
            text: expect.stringMatching(/^[^\p{Cc}]+$/u),
            symbology: (scan as { symbology: unknown }).symbology,
          });
        }
      }),
    );
  });
});
