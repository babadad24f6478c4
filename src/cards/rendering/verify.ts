import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import { TitianError } from "../../kernel/errors.ts";
import type { MemberNo } from "../../kernel/types.ts";
import type { RenderedCard, RenderedSide } from "../print-job.ts";

interface ReadCode {
  readonly text: string;
  /** The AIM identifier: `]C0` Code 128, `]A0` Code 39, `]Q1` QR. */
  readonly symbology: string;
}

let ready: Promise<unknown> | undefined;

/** Every Code 128, Code 39 and QR that a scanner would find on the picture. */
export async function readCodes(png: Uint8Array): Promise<readonly ReadCode[]> {
  ready ??= loadReader();
  await ready;
  const read = await readBarcodes(png, {
    formats: ["Code128", "Code39", "QRCode"],
    tryRotate: false,
    tryInvert: false,
  });
  return read
    .filter(({ isValid }) => isValid)
    .map(({ text, symbologyIdentifier }) => ({ text, symbology: symbologyIdentifier }));
}

/** What a scanner would read: the one code on the picture, or undefined when there is none or more than one. */
export async function readBarcode(png: Uint8Array): Promise<ReadCode | undefined> {
  const read = await readCodes(png);
  return read.length === 1 ? read[0] : undefined;
}

/**
 * Reads the pictures from their own bytes and with another library than the one that drew them. Rejects with
 * `CARD_UNREADABLE` unless every code says exactly the number; resolves to the AIM identifier of the first.
 */
export async function verifyCard(
  { front, back }: Pick<RenderedCard, "front" | "back">,
  memberNo: MemberNo,
  signal: AbortSignal,
): Promise<string> {
  const found: ReadCode[] = [];
  for (const side of back ? [front, back] : [front]) {
    signal.throwIfAborted();
    found.push(...(await allOn(side, memberNo)));
  }
  signal.throwIfAborted();
  const [first] = found;
  if (!first) throw new TitianError("CARD_UNREADABLE");
  return first.symbology;
}

async function allOn({ png, codes }: RenderedSide, memberNo: MemberNo): Promise<readonly ReadCode[]> {
  if (codes === 0) return [];
  const read = await readCodes(png);
  if (read.length !== codes || read.some((code) => !says(code, memberNo)))
    throw new TitianError("CARD_UNREADABLE");
  return read;
}

/** Code 39 has capitals only; INLISLite does not tell the cases apart. */
const says = ({ text, symbology }: ReadCode, memberNo: MemberNo): boolean =>
  symbology.startsWith("]A") ? text === memberNo.toUpperCase() : text === memberNo;

/** From the package on disk: left alone, the library would fetch its wasm from the internet. */
async function loadReader(): Promise<unknown> {
  const file = createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm");
  const bytes = await readFile(file);
  const wasmBinary = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  return prepareZXingModule({ overrides: { wasmBinary: wasmBinary as ArrayBuffer }, fireImmediately: true });
}
