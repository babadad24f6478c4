import { readPhotoFile } from "../../photo/photo-file.ts";

/** A server that is up answers with a picture in a fraction of this, ms. */
const WITHIN_MS = 15_000;

/** INLISLite's own picture of a member, fetched as the page itself would. Undefined where there is none that can be read. */
export async function storedPhoto(address: string, signal: AbortSignal): Promise<Uint8Array | undefined> {
  try {
    const patience = AbortSignal.any([signal, AbortSignal.timeout(WITHIN_MS)]);
    const answer = await fetch(address, { credentials: "same-origin", signal: patience });
    if (!answer.ok) return undefined;
    const { bytes, bitmap } = await readPhotoFile(new File([await answer.blob()], "photo"));
    bitmap.close();
    return bytes;
  } catch {
    return undefined;
  }
}
