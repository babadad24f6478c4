import { type Image, loadImage } from "@napi-rs/canvas";
import { TitianError } from "../../kernel/errors.ts";
import { isHeic, MOST_PHOTO_PIXELS, sizeOf } from "../picture-size.ts";

/**
 * Decodes a JPEG, PNG or WebP, turned as its EXIF says. The size is read from the header first, so that a small file
 * that claims a gigantic picture is refused before memory is spent on it.
 */
export async function decodePicture(bytes: Uint8Array): Promise<Image> {
  if (isHeic(bytes)) throw new TitianError("PHOTO_HEIC");
  const size = sizeOf(bytes);
  if (!size || size.widthPx < 1 || size.heightPx < 1) throw new TitianError("PHOTO_NOT_AN_IMAGE");
  if (size.widthPx * size.heightPx > MOST_PHOTO_PIXELS) {
    throw new TitianError("PHOTO_TOO_LARGE", { details: { ...size } });
  }
  try {
    // A Buffer, never a string: the library would fetch an address.
    return await loadImage(Buffer.from(bytes));
  } catch (cause) {
    throw new TitianError("PHOTO_NOT_AN_IMAGE", { cause });
  }
}
