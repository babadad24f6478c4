import { inflateRawSync } from "node:zlib";

const ZIP_ENTRY = "PK\u0003\u0004";

/** The sheets as they lie in the file. */
export function sheetXml(xlsx: Uint8Array): string {
  const bytes = Buffer.from(xlsx);
  const texts: string[] = [];
  for (let at = 0; at >= 0; at = bytes.indexOf(ZIP_ENTRY, at + 4, "latin1")) {
    const [size, nameLength, extra] = [
      bytes.readUInt32LE(at + 18),
      ...[26, 28].map((by) => bytes.readUInt16LE(at + by)),
    ];
    const [nameAt, from] = [at + 30, at + 30 + (nameLength ?? 0) + (extra ?? 0)];
    const name = bytes.toString("utf8", nameAt, nameAt + (nameLength ?? 0));
    const data = bytes.subarray(from, size === 0 ? undefined : from + (size ?? 0));
    if (name.endsWith(".xml") && name.includes("worksheets/"))
      texts.push(inflateRawSync(data).toString("utf8"));
  }
  return texts.join("\n");
}
