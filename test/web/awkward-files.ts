import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

/** What an iPhone sends unless it was told otherwise, as far as its first bytes go. */
export const heicFile = {
  name: "IMG_0412.HEIC",
  mimeType: "image/heic",
  buffer: Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1"),
};

/** A hundred megabytes with the start of a JPEG: sparse, so that no disk is filled. */
export function hugeFile(): Disposable & { readonly file: string } {
  const folder = mkdtempSync(path.join(os.tmpdir(), "titian-huge-"));
  const file = path.join(folder, "pindaian.jpg");
  writeFileSync(file, Buffer.from([0xff, 0xd8, 0xff, 0xe0]));
  truncateSync(file, 100_000_000);
  return { file, [Symbol.dispose]: () => rmSync(folder, { recursive: true, force: true }) };
}
