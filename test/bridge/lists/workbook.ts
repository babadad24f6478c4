import { crc32, deflateRawSync } from "node:zlib";

type XlsxCell = string | { readonly number: string } | { readonly formula: string; readonly value: string };

/** The least that is an Excel workbook: one sheet with these rows. */
export function workbook(rows: readonly (readonly XlsxCell[])[]): Uint8Array {
  const files: Readonly<Record<string, string>> = {
    "[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Kelas 7A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    "xl/worksheets/sheet1.xml": `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows.map(rowXml).join("")}</sheetData></worksheet>`,
  };
  return zipOf(
    Object.entries(files).map(([name, text]) => ({
      name,
      packed: deflateRawSync(text),
      claims: Buffer.byteLength(text),
      crc: crc32(text),
    })),
  );
}

function rowXml(cells: readonly XlsxCell[], index: number): string {
  const inner = cells.map((cell, column) => {
    const at = `r="${String.fromCharCode(65 + column)}${index + 1}"`;
    if (typeof cell === "string") return `<c ${at} t="inlineStr"><is><t>${cell}</t></is></c>`;
    if ("number" in cell) return `<c ${at}><v>${cell.number}</v></c>`;
    return `<c ${at} t="str"><f>${cell.formula}</f><v>${cell.value}</v></c>`;
  });
  return `<row r="${index + 1}">${inner.join("")}</row>`;
}

interface ZipFile {
  readonly name: string;
  readonly packed: Uint8Array;
  /** The unpacked size that the archive states. */
  readonly claims: number;
  readonly crc?: number;
}

export function zipOf(files: readonly ZipFile[]): Uint8Array {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const { name, packed, claims, crc = 0 } of files) {
    const sizes = Buffer.alloc(12);
    sizes.writeUInt32LE(crc, 0);
    sizes.writeUInt32LE(packed.length, 4);
    sizes.writeUInt32LE(claims, 8);
    const versions = Buffer.from([20, 0, 0, 0, 8, 0, 0, 0, 0, 0]);
    const lengths = Buffer.alloc(4);
    lengths.writeUInt16LE(name.length, 0);
    const local = Buffer.concat([
      ...[Buffer.from("PK\u0003\u0004"), versions, sizes, lengths, Buffer.from(name), packed],
    ]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    entries.push(
      Buffer.concat([
        Buffer.from("PK\u0001\u0002"),
        Buffer.from([20, 0]),
        versions,
        sizes,
        lengths,
        place,
        Buffer.from(name),
      ]),
    );
    locals.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.write("PK\u0005\u0006", "latin1");
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, list, end]);
}
