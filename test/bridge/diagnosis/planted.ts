import { unzipSync } from "fflate";
import { expect } from "vitest";

/** Invented. */
export const PLANTED = {
  name: "Warih Panjalu Sekarwangi",
  lower: "lastri kembangsore",
  nik: "3515990101010007",
  memberNo: "AG-2026-004417",
  phone: "081299900017",
  address: "Jalan Kenanga Wingit 17",
  email: "warih.panjalu@contoh.example",
  secret: "kata-sandi-rahasia-9",
};

/** As it stands, and as a careless encoder would have it. */
export const disguises = (text: string): readonly string[] => {
  const bytes = Buffer.from(text);
  const [base64, hex] = [bytes.toString("base64").replace(/=+$/, ""), bytes.toString("hex")];
  return [
    text,
    encodeURIComponent(text),
    base64,
    hex,
    [...text].reverse().join(""),
    JSON.stringify(text).slice(1, -1),
  ];
};

export function unzipped(bytes: Uint8Array): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(unzipSync(bytes)).map(([name, file]) => [name, Buffer.from(file).toString("utf8")]),
  );
}

/** However it was encoded, whole or word by word. */
export function expectNobodyIn(bytes: Uint8Array): void {
  const everything = [...unzipped(bytes).entries()].flat().join("\n").toLowerCase();
  for (const planted of Object.values(PLANTED)) {
    for (const text of disguises(planted)) expect(everything).not.toContain(text.toLowerCase());
    const words = planted.toLowerCase().split(/[^a-z]+/);
    for (const word of words.filter((one) => one.length > 5))
      expect(everything, word).not.toMatch(new RegExp(`\\b${word}\\b`));
  }
}
