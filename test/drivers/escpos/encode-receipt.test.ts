import { describe, expect, it } from "vitest";
import { afterTornJob } from "../../../drivers/escpos/after-torn-job.ts";
import { encodeReceipt } from "../../../drivers/escpos/encode-receipt.ts";
import { CODEPAGES, COLUMNS } from "../../../drivers/escpos/paper.ts";
import { readEscPos } from "../../../drivers/escpos/read-escpos.ts";

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");
const LETTERS = [{ kind: "text", text: "é ü ’ –" }] as const;

describe("a receipt in ESC/POS", () => {
  it.each([
    ["windows1252", "1b7410", "e920fc20922096"],
    ["cp437", "1b7400", "822081202720" + "2d"],
    ["cp850", "1b7402", "822081202720" + "2d"],
    ["cp858", "1b7413", "822081202720" + "2d"],
  ] as const)(
    "chooses the page %s and writes its letters, plain where the page has none",
    (codepage, page, letters) => {
      expect(CODEPAGES).toContain(codepage);
      const bytes = hex(encodeReceipt(LETTERS, { columns: 42, codepage }));
      expect(bytes).toContain(page + letters);
      expect(bytes).not.toContain("3f");
    },
  );

  it.each([
    ["partial", "1d5601"],
    ["full", "1d5600"],
  ] as const)("ends with a %s cut", (cutter, order) => {
    expect(hex(encodeReceipt(LETTERS, { columns: 42, cutter }))).toContain(order);
  });

  it("has no cut for a tear bar, and lines enough to reach it", () => {
    const rows = readEscPos(encodeReceipt(LETTERS, { columns: 42, cutter: "none", feedLines: 5 }));
    expect(rows.filter((row) => row.kind === "cut")).toEqual([]);
    expect(rows.filter((row) => row.kind === "text" && row.text === "").length).toBeGreaterThanOrEqual(5);
  });

  it("feeds as many lines before the cut as the printer needs", () => {
    const blanks = (feedLines: number) =>
      readEscPos(encodeReceipt(LETTERS, { columns: 42, feedLines })).filter(
        (row) => row.kind === "text" && row.text === "",
      ).length;
    expect(blanks(8) - blanks(3)).toBe(5);
  });

  it.each(COLUMNS)("fits paper of %i columns", (columns) => {
    const rows = readEscPos(encodeReceipt([{ kind: "rule" }], { columns }));
    expect(rows[0]).toMatchObject({ kind: "text", text: "─".repeat(columns) });
  });

  it("breaks a long text at the paper's width", () => {
    const text = "kata ".repeat(20).trim();
    const rows = readEscPos(encodeReceipt([{ kind: "text", text }], { columns: 32 }));
    for (const row of rows) if (row.kind === "text") expect(row.text.length).toBeLessThanOrEqual(32);
  });
});

describe("what goes before the job after a torn one", () => {
  it.each([
    ["inside a barcode", [0x1d, 0x6b, 73, 200, 0x7b, 0x42, 0x31]],
    ["inside a line", [0x41, 0x42]],
    ["inside an order", [0x1b]],
  ])("brings a printer that was left %s back to its own line", (_, torn) => {
    const next = encodeReceipt([{ kind: "text", text: "A-014" }], { columns: 42 });
    const tail = readEscPos(tolerant([...torn, ...afterTornJob("partial"), ...next]));
    expect(tail).toContainEqual(expect.objectContaining({ kind: "text", text: "A-014" }));
    expect(tail[0]).not.toMatchObject({ text: expect.stringContaining("A-014") });
  });
});

/** ESC NUL is no order of ours; printers skip what they do not know. */
function tolerant(bytes: readonly number[]): Uint8Array {
  return Uint8Array.from(bytes[0] === 0x1b && bytes[1] === 0 ? bytes.slice(2) : bytes);
}
