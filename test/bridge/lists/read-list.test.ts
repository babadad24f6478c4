import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { headOf } from "../../../src/bridge/lists/find-column.ts";
import { readList } from "../../../src/bridge/lists/read-list.ts";
import { csvOf } from "../../../src/bridge/lists/spreadsheet-safe.ts";
import { TitianError } from "../../../src/kernel/errors.ts";
import { workbook, zipOf } from "./workbook.ts";

const never = new AbortController().signal;
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string, mark: boolean): Uint8Array =>
  Buffer.concat([...(mark ? [Buffer.from([0xff, 0xfe])] : []), Buffer.from(text, "utf16le")]);

/** Numbers of the list as an operator would get them. */
async function numbersIn(bytes: Uint8Array): Promise<readonly string[]> {
  const table = await readList(bytes, never);
  const { headRows, column } = headOf(table);
  return table.rows.slice(headRows).map((row) => row[column ?? -1] ?? "?");
}

async function codeOf(bytes: Uint8Array): Promise<string> {
  const error: unknown = await readList(bytes, never).catch((thrown: unknown) => thrown);
  return error instanceof TitianError ? error.code : "none";
}

describe("a list of members as CSV", () => {
  const plain = "Nomor Anggota;Nama\r\n26110001;Dewi\r\n26110002;Rafi\r\n";

  it.each([
    ["UTF-8 with a byte order mark and semicolons", utf8(`\u{feff}${plain}`)],
    ["commas", utf8('No. Anggota,Nama\n26110001,Dewi\n26110002,"Rafi, S.Pd"\n')],
    ["tabs", utf8("MemberNo\tNama\n26110001\tDewi\n26110002\tRafi\n")],
    ["a delimiter that Excel names itself", utf8("sep=,\nNoAnggota,Nama\n26110001,a;b\n26110002,c;d\n")],
    [
      "UTF-16 as Excel's “Unicode text” has it",
      utf16("NO_ANGGOTA\tNama\r\n26110001\tDewi\r\n26110002\tRafi", true),
    ],
    ["UTF-16 without a mark", utf16("noanggota\tNama\r\n26110001\tDewi\r\n26110002\tRafi", false)],
    [
      "Windows-1252",
      Buffer.from("Nama;Nomor anggota\r\nAndr\xe9;26110001\r\nRen\xe9e;26110002\r\n", "latin1"),
    ],
    [
      "titles above the heading",
      utf8("SMP NEGERI 3\n\nDaftar kelas 7A\nNo,Nama,No Anggota\n1,D,26110001\n2,R,26110002\n"),
    ],
    ["no heading at all", utf8("26110001\n26110002\n")],
  ])("is read with %s", async (_, bytes) => {
    expect(await numbersIn(bytes)).toEqual(["26110001", "26110002"]);
  });

  it("keeps letters outside ASCII, quotes within quotes and line breaks in cells", async () => {
    const { rows } = await readList(utf8('Nama;No Anggota\n"Ñoto ""Bud""\ndua";26110001\n'), never);
    expect(rows[1]).toEqual(['Ñoto "Bud"\ndua', "26110001"]);
    expect((await readList(Buffer.from("No Anggota;Nama\n1;Andr\xe9\n", "latin1"), never)).rows[1]?.[1]).toBe(
      "André",
    );
  });

  it("keeps rows where a person counts them, also behind empty ones", async () => {
    const { rows } = await readList(utf8("No Anggota\n26110001\n\n26110003\n"), never);
    expect(rows.map(([first]) => first)).toEqual(["No Anggota", "26110001", "", "26110003"]);
  });

  it("takes a formula for the text that it is", async () => {
    const evil = '=HYPERLINK("http://example.test";"26110001")';
    const numbers = await numbersIn(utf8(`No Anggota\n"${evil.replaceAll('"', '""')}"\n'+1+1\n`));
    expect(numbers).toEqual([evil, "'+1+1"]);
  });

  it("asks for the column where no heading is known, and shows what is in each", async () => {
    const { column, columns } = headOf(await readList(utf8("Kode,Nama\nA-1,Dewi\nA-2,Rafi\n"), never));
    expect(column).toBeUndefined();
    expect(columns).toEqual([
      { index: 0, heading: "Kode", samples: ["A-1", "A-2"] },
      { index: 1, heading: "Nama", samples: ["Dewi", "Rafi"] },
    ]);
  });

  it("of 20,000 rows is read; one more is refused", async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => `${26_110_000 + index};Nama ke-${index}`);
    const long = await readList(utf8(`No Anggota;Nama\n${rows.join("\n")}\n`), never);
    expect(long.rows).toHaveLength(20_001);
    expect(await codeOf(utf8(`No Anggota;Nama\n${rows.join("\n")}\n1;x\n`))).toBe("LIST_TOO_LONG");
  });

  it.each([
    ["is empty", "LIST_EMPTY", utf8("")],
    ["has only spaces and delimiters", "LIST_EMPTY", utf8(" ; ;\n;;\n")],
    ["never closes a quote", "LIST_UNREADABLE", utf8(`No Anggota\n"26110001\n${"x".repeat(200_000)}`)],
    ["only begins like an archive", "LIST_UNREADABLE", Buffer.from("PK\u0003\u0004 nothing of the kind")],
  ])("is refused when it %s", async (_, code, bytes) => {
    expect(await codeOf(bytes)).toBe(code);
  });

  it("gives up when its reader does", async () => {
    await expect(readList(utf8(plain), AbortSignal.abort(new TitianError("CANCELLED")))).rejects.toThrow(
      TitianError,
    );
  });
});

describe("a list of members as XLSX", () => {
  it("is read by its heading; a number keeps the digits that Excel has kept", async () => {
    const bytes = workbook([
      ["Nama", "Nomor Anggota"],
      ["Dewi", { number: "12345" }],
      ["Rafi", "00012346"],
      ["Sari", { number: "3.5780112345678E+15" }],
    ]);
    expect(await numbersIn(bytes)).toEqual(["12345", "00012346", "3.5780112345678e+15"]);
  });

  it("shows what a formula last came to, and evaluates nothing", async () => {
    const bytes = workbook([
      ["MemberNo"],
      [{ formula: "HYPERLINK(&quot;http://example.test&quot;,1)", value: "26110001" }],
    ]);
    expect(await numbersIn(bytes)).toEqual(["26110001"]);
  });

  it("is refused when it would unpack to gigabytes, whatever it claims", async () => {
    const bomb = Buffer.alloc(30 * 1024 * 1024, 0x20);
    const packed = deflateRawSync(bomb);
    const honest = [1, 2, 3, 4].map((sheet) => ({
      name: `xl/worksheets/sheet${sheet}.xml`,
      packed,
      claims: bomb.length,
    }));
    expect(await codeOf(zipOf(honest))).toBe("LIST_TOO_LONG");
    const before = process.memoryUsage().arrayBuffers;
    expect(await codeOf(zipOf([{ name: "xl/worksheets/sheet1.xml", packed, claims: 1_000 }]))).toBe(
      "LIST_UNREADABLE",
    );
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(bomb.length);
  });
});

describe("a table that is given out as CSV", () => {
  it("holds no cell that a spreadsheet program would run", async () => {
    const cells = ["=1+1", "+62", "-1", "@SUM(A1)", "\t=1", " =1", "biasa", 'kutip "ini"'];
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(csvOf([cells]));
    expect(text.startsWith("\u{feff}")).toBe(true);
    const { rows } = await readList(csvOf([cells]), never);
    for (const cell of rows[0]!) expect(cell).toMatch(/^[^=+\-@\s]/u);
    expect(rows[0]!.slice(-2)).toEqual(["biasa", 'kutip "ini"']);
  });
});
