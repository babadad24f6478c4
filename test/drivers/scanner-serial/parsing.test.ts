import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openFailure } from "../../../drivers/scanner-serial/find-port.ts";
import { LineAssembler } from "../../../drivers/scanner-serial/line-assembler.ts";
import { readScan } from "../../../drivers/scanner-serial/read-scan.ts";
import { TERMINATORS } from "../../../drivers/scanner-serial/terminators.ts";

const bytes = (text: string): Uint8Array => Buffer.from(text);

describe("what a serial scanner sends", () => {
  it.each([
    ["26110000412", "26110000412", undefined],
    ["]C026110000412", "26110000412", "]C0"],
    ["]E09789791234567", "9789791234567", "]E0"],
    ["]Q1https://contoh.id/a", "https://contoh.id/a", "]Q1"],
    ["]d2010123\u001d45", "01012345", "]d2"],
    ["\u0002A-1\u0003\n", "A-1", undefined],
    ["] C0", "] C0", undefined],
    ["0000123 ", "0000123 ", undefined],
  ])("%j is %j with the symbology %j", (line, text, symbology) => {
    expect(readScan(bytes(line))).toEqual({ text, symbology });
  });

  it.each(["", "\n", "\u0000\u0007", "]C0"])("%j is no scan at all", (line) => {
    expect(readScan(bytes(line))).toBeUndefined();
  });

  it("reads UTF-8, and single bytes where it is not", () => {
    expect(readScan(bytes("Pustaka é"))?.text).toBe("Pustaka é");
    expect(readScan(Uint8Array.of(0x41, 0xe9))?.text).toBe("Aé");
  });
});

describe("putting lines together", () => {
  const text = (lines: readonly Uint8Array[]): string[] => lines.map((line) => Buffer.from(line).toString());

  it("forgets half a code that was left lying, so that it does not stick to the next", () => {
    const lines = new LineAssembler("cr");
    expect(lines.add(bytes("2611"), 5_000)).toEqual([]);
    expect(text(lines.add(bytes("A-1\r"), 6_500))).toEqual(["A-1"]);
  });

  it("throws 10 MB without an end away, keeps none of it, and reads the next code", () => {
    const lines = new LineAssembler("cr");
    const piece = Buffer.alloc(64 * 1024, "x");
    for (let sent = 0; sent < 10 * 1024 * 1024; sent += piece.length) {
      expect(lines.add(piece, 5_000)).toEqual([]);
    }
    expect(lines.size).toBeLessThanOrEqual(512);
    expect(text(lines.add(bytes("\rA-1\r"), 5_000))).toEqual(["A-1"]);
  });

  it("makes nothing of binary garbage but lines without control characters", () => {
    const pieces = fc.array(fc.uint8Array({ maxLength: 200 }), { maxLength: 20 });
    fc.assert(
      fc.property(pieces, fc.constantFrom(...TERMINATORS), (garbage, terminator) => {
        const lines = new LineAssembler(terminator);
        const read = garbage
          .flatMap((piece) => lines.add(piece, 5_000))
          .flatMap((line) => readScan(line) ?? []);
        for (const scan of read) expect(scan.text).toMatch(/^[^\p{Cc}]{1,512}$/u);
      }),
    );
  });

  it("keeps pieces that follow each other within a breath", () => {
    const lines = new LineAssembler("cr");
    lines.add(bytes("A"), 5_000);
    expect(text(lines.add(bytes("-1\rB"), 5_900))).toEqual(["A-1"]);
    expect(text(lines.add(bytes("-2\r\r\r"), 6_000))).toEqual(["B-2"]);
  });
});

describe("why a port does not open", () => {
  it.each([
    ["Error: Permission denied, cannot open /dev/ttyACM0", "linux", "DEVICE_NOT_PERMITTED"],
    ["Error Resource temporarily unavailable Cannot lock port", "linux", "DEVICE_BUSY"],
    ["Error: No such file or directory, cannot open /dev/ttyACM0", "linux", "DEVICE_NOT_CONNECTED"],
    ["Opening COM3: Access denied", "win32", "DEVICE_BUSY"],
    ["Opening COM3: File not found", "win32", "DEVICE_NOT_CONNECTED"],
  ] as const)("%s on %s is %s", (said, platform, code) => {
    expect(openFailure(new Error(said), platform).code).toBe(code);
  });
});
