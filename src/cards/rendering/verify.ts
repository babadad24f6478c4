import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";
import { TitianError } from "../../kernel/errors.ts";
import type { MemberNo } from "../../kernel/types.ts";

let ready: Promise<unknown> | undefined;

/** What a scanner would read: the one Code 128 on the picture, or undefined when there is none or more than one. */
export async function readBarcode(png: Uint8Array): Promise<{ text: string; symbology: string } | undefined> {
  ready ??= loadReader();
  await ready;
  const read = await readBarcodes(png, { formats: ["Code128"], tryRotate: false, tryInvert: false });
  const [only] = read;
  if (!only?.isValid || read.length !== 1) return undefined;
  return { text: only.text, symbology: only.symbologyIdentifier };
}

/**
 * Reads the picture from its own bytes and with another library than the one that drew it. Rejects with
 * `CARD_UNREADABLE` unless it says exactly the number; resolves to the AIM identifier.
 */
export async function verifyCard(png: Uint8Array, memberNo: MemberNo, signal: AbortSignal): Promise<string> {
  signal.throwIfAborted();
  const read = await readBarcode(png);
  signal.throwIfAborted();
  if (read?.text !== memberNo) throw new TitianError("CARD_UNREADABLE");
  return read.symbology;
}

/** From the package on disk: left alone, the library would fetch its wasm from the internet. */
async function loadReader(): Promise<unknown> {
  const file = createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm");
  const bytes = await readFile(file);
  const wasmBinary = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  return prepareZXingModule({ overrides: { wasmBinary: wasmBinary as ArrayBuffer }, fireImmediately: true });
}
